namespace InfoShare.Faults.Running;

/// <summary>What came of one round.</summary>
/// <param name="Hit">What the fault hit.</param>
/// <param name="NotPlayed">Why the fault could not be played, if so; then the round shows nothing.</param>
/// <param name="Accepted">Messages that adapters said were saved in this round.</param>
/// <param name="GapSeconds">The longest time in which nothing came through.</param>
/// <param name="GapLimitSeconds">How long it may be.</param>
/// <param name="LongestDelaySeconds">The longest that an urgent concern took.</param>
/// <param name="RestSeconds">From the end of the load until everything had come to rest; null: it did not in time.</param>
internal sealed record Round(
    int Number, string Fault, string Hit, string? NotPlayed, int Accepted, int Effects, double GapSeconds, double GapLimitSeconds, double LongestDelaySeconds, double? RestSeconds)
{
    public bool IsWell => NotPlayed is null && GapSeconds <= GapLimitSeconds && RestSeconds is not null;
}
