using System.Collections.Frozen;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>What the child said or showed. Every part of it is optional: some forces send none.</summary>
internal static class NoticeVoice
{
    private static readonly FrozenDictionary<string, ChildVoiceStatus> Statuses = new Dictionary<string, ChildVoiceStatus>
    {
        ["obtained"] = ChildVoiceStatus.Obtained,
        ["not-obtained"] = ChildVoiceStatus.NotObtained,
        ["not-safe-to-ask"] = ChildVoiceStatus.NotSafeToAsk,
        ["pre-verbal"] = ChildVoiceStatus.PreVerbal,
        ["unborn"] = ChildVoiceStatus.Unborn,
    }.ToFrozenDictionary();

    /// <summary>Null when the notice says nothing of it.</summary>
    public static ChildVoicePart? Read(NoticeFields child)
    {
        var voice = child.Block("childVoice");
        var words = voice.Words("words");
        var status = voice.Code("status", Statuses.Keys, "must be obtained, not-obtained, not-safe-to-ask, pre-verbal or unborn");
        var spokenTo = child.Flag("spokenTo");
        var alone = child.Flag("spokenToAlone");
        if ((status, words, spokenTo, alone) is (null, null, null, null))
            return null;
        return new()
        {
            Status = status is not null ? Statuses[status]
                : words is not null || spokenTo is true || (spokenTo, alone) is (null, true) ? ChildVoiceStatus.Obtained
                : ChildVoiceStatus.NotObtained,
            Words = words,
            Setting = alone switch { true => "spoken to alone", false => "not spoken to alone", null => null },
            AdultPresent = voice.Flag("adultPresent"),
            RecordedAt = voice.Instant("recordedAt"),
        };
    }
}
