using InfoShare.Adapters.Health.Children;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Appointments;

/// <summary>
/// Turns a pattern of missed appointments into a notice, where nothing else in the bundle raises a concern that could carry it. A person
/// who sees more in it sends a safeguarding flag.
/// </summary>
internal static class MissedNotice
{
    /// <summary>The key: a later miss is a notice of its own, whose counts include the earlier ones.</summary>
    public static string Key(MissedPattern pattern, string childKey) => Keys.Bounded($"{childKey}|was-not-brought|{Visit.Written(pattern.Last.Day!.Value)}");

    public static AppointmentWasNotBrought Of(MissedPattern pattern, Child child, MedicalPart? medical, ContactPart? contact, string key) => new()
    {
        NoticeId = key,
        Parts = new()
        {
            Identity = child.Identity,
            Address = child.Address,
            Incident = new()
            {
                ObservedAt = pattern.Last.Start?.Instant?.ToUniversalTime(),
                ObservedOn = pattern.Last.Start is { Instant: null } ? pattern.Last.Day : null,
                Facts = pattern.Words,
            },
            Medical = (medical ?? new()) with
            {
                NotBrought = new() { On = pattern.Last.Day, InARow = pattern.InARow, InTwelveMonths = pattern.Missed, Cancelled = pattern.Cancelled },
            },
            Contact = contact,
        },
        Marks = child.Marks.All,
    };
}
