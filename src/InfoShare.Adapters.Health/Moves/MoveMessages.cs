using System.Globalization;
using InfoShare.Adapters.Health.Children;
using InfoShare.Contracts.Moves;

namespace InfoShare.Adapters.Health.Moves;

/// <summary>Puts a move that was found into its message. Both ways of hearing of the same move give it the same key.</summary>
internal static class MoveMessages
{
    /// <summary>Another home from a day on; one to come is planned.</summary>
    public static ChildMovedArea Home(Child child, string childKey, DateOnly start, DateOnly today) => new()
    {
        MoveId = Keys.Bounded($"{childKey}|address|{Written(start)}"),
        MoveType = start > today ? MoveType.Planned : MoveType.Permanent,
        EffectiveDate = start,
        DetectedBy = MoveSignal.Address,
        Parts = new() { Identity = child.Identity, Address = child.Address },
        Marks = child.Marks.All,
    };

    /// <summary>Another GP practice, or none any more.</summary>
    public static ChildMovedArea Practice(Child child, string childKey, PracticeChange change) => new()
    {
        MoveId = Keys.Bounded($"{childKey}|practice|{change.To}|{(change.On is { } on ? Written(on) : "")}"),
        MoveType = MoveType.GpOnly,
        EffectiveDate = change.On,
        DetectedBy = MoveSignal.GpRegistration,
        Parts = new()
        {
            Identity = child.Identity,
            Address = child.Address,
            Medical = new()
            {
                GpPractice = change.To,
                Notes = change.To is null ? $"No longer registered at practice {change.From}; no other is named" : $"Registered before at practice {change.From}",
            },
        },
        Marks = child.Marks.All,
    };

    /// <summary>When a move happened: its day, once that has come; else when it was told.</summary>
    public static DateTimeOffset TimeOf(ChildMovedArea move, DateTimeOffset told) =>
        move is { MoveType: not MoveType.Planned, EffectiveDate: { } day } ? new(day, TimeOnly.MinValue, TimeSpan.Zero) : told;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
