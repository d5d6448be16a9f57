using InfoShare.Contracts.Moves;

namespace InfoShare.ChildIndex.Moves;

/// <summary>
/// One move of a child, by all the signals that told of it: a family that moves registers with a practice in one week and at a school in
/// another, and each says so. Pure.
/// </summary>
/// <param name="Signals">In the order in which they were taken; the first gives the move its id.</param>
public sealed record JointMove(IReadOnlyList<ToldMove> Signals)
{
    /// <summary>Signals within so many days of each other can be of one move. Ours: practices and schools register late.</summary>
    public const int WindowDays = 60;

    /// <summary>The id of the first signal.</summary>
    public string Id => Signals[0].Id;

    /// <summary>The authority left, as the first says that knows; null: nobody does.</summary>
    public string? From => Signals.Select(signal => signal.From).FirstOrDefault(area => area is not null);

    /// <summary>The new authority, as the first says that knows; null: nobody does.</summary>
    public string? To => Signals.Select(signal => signal.To).FirstOrDefault(area => area is not null);

    /// <summary>The kind: as the first says that knows more than that the child is gone.</summary>
    public MoveType Type => Signals.FirstOrDefault(signal => signal.Type is not MoveType.UnknownWhereabouts)?.Type ?? MoveType.UnknownWhereabouts;

    /// <summary>The moves of one child, the earliest told first.</summary>
    public static IReadOnlyList<JointMove> Of(IEnumerable<ToldMove> signals)
    {
        List<JointMove> moves = [];
        foreach (var signal in signals.Where(signal => signal.Type is not MoveType.BoundaryChange).OrderBy(signal => signal.At).ThenBy(signal => signal.Id, StringComparer.Ordinal))
        {
            var same = moves.FindIndex(move => move.Fits(signal));
            if (same < 0)
                moves.Add(new([signal]));
            else
                moves[same] = new([.. moves[same].Signals, signal]);
        }

        return moves;
    }

    /// <summary>Near in time, and nothing that both know of where from and where to differs.</summary>
    public bool Fits(ToldMove signal) =>
        Agree(From, signal.From) && Agree(To, signal.To)
        && Signals.Any(other => Math.Abs(other.Day.DayNumber - signal.Day.DayNumber) <= WindowDays);

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;
}
