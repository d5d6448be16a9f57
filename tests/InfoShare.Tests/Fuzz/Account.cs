using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Fuzz;

/// <summary>What must hold of every translation, whatever was read.</summary>
internal static class Account
{
    /// <summary>What does not hold; null: all does.</summary>
    public static string? Fault(FileTranslation translation) => translation switch
    {
        FileTranslation.Unreadable { Problems.Count: 0 } => "it cannot be read, and nothing says why",
        FileTranslation.Unreadable unreadable => Repeats(unreadable.Problems.Select(p => p.ToString())),
        FileTranslation.Readable readable => Fault([.. readable.Records]),
        _ => "it has come to nothing",
    };

    private static string? Fault(IReadOnlyList<RecordTranslation> records) =>
        records.Select(Fault).FirstOrDefault(fault => fault is not null)
        ?? records.CountBy(record => record.Place).Where(place => place.Value > 1).Select(place => $"two records have the place {place.Key}").FirstOrDefault();

    /// <summary>Whether records are missing, or there are more than the file holds; null: neither, or it cannot be told.</summary>
    public static string? Missing(int found, (int Least, int Most)? held) =>
        held is var (least, most) && (found < least || found > most) ? $"it has {found} records where the file holds {least} to {most}" : null;

    private static string? Fault(RecordTranslation record) => record switch
    {
        { Place: null or "" } => "a record has no place",
        RecordTranslation.Messages { Drafts.Count: 0 } => "a record has no message and no reason",
        RecordTranslation.Messages messages => messages.Drafts.Select(Fault).FirstOrDefault(fault => fault is not null) ?? Repeats([messages.Place]),
        RecordTranslation.NothingToSend { Reason: null or "" } => "nothing says why a record is not sent",
        RecordTranslation.NothingToSend nothing => Repeats([nothing.Place, nothing.Reason]),
        RecordTranslation.Quarantined { Problems.Count: 0 } => "nothing says why a record is quarantined",
        RecordTranslation.Quarantined bad => Repeats([bad.Place, .. bad.Problems.Select(p => p.ToString())]),
        _ => "a record has come to nothing",
    };

    private static string? Fault(Draft draft) =>
        FieldLimits.Check(draft.Data, "data") is [var broken, ..] ? $"a message breaks a limit of its contract: {broken}"
        : draft is { ChildKey: "" } or { RecordKey: "" } ? "a message is without a key"
        : WireWriter.WriteData(draft.Data) is [] ? "a message is empty"
        : Repeats(MarksOf(draft.Data).Select(mark => $"{mark.Field} {mark.Problem}"));

    private static IReadOnlyList<Mark> MarksOf(object data) => data switch
    {
        ConcernRaised concern => concern.Marks,
        ConcernCorrected correction => correction.Concern.Marks,
        ChildMovedArea move => move.Marks,
        InvolvementRecorded involvement => involvement.Marks,
        _ => [],
    };

    private static string? Repeats(IEnumerable<string> said) =>
        said.FirstOrDefault(text => text.Contains(Values.Canary, StringComparison.OrdinalIgnoreCase)) is { } text ? $"a value is repeated: {text}" : null;
}
