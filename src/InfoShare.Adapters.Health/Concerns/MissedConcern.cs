using InfoShare.Adapters.Health.Appointments;
using InfoShare.Adapters.Health.Children;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>Turns a pattern of missed appointments into a concern, where nothing else in the bundle raises one that could carry it.</summary>
internal static class MissedConcern
{
    /// <summary>Not taking up services is where early help begins. A person who sees more sends a safeguarding flag.</summary>
    private const int EarlyHelp = 2;

    /// <summary>The key: a later miss is a concern of its own, whose counts include the earlier ones.</summary>
    public static string Key(MissedPattern pattern, string childKey) => Keys.Bounded($"{childKey}|was-not-brought|{Visit.Written(pattern.Last.Day!.Value)}");

    public static ConcernRaised Of(MissedPattern pattern, Child child, MedicalPart? medical, ContactPart? contact, string key) => new()
    {
        ConcernId = key,
        LevelOfNeed = EarlyHelp,
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
            Medical = medical,
            Contact = contact,
        },
        Marks = child.Marks.All,
    };
}
