namespace InfoShare.Clocks;

/// <summary>A time limit that has a name.</summary>
/// <param name="Name">Small letters and hyphens, for ever: <c>referral-decision</c>.</param>
/// <param name="Length">How long it runs.</param>
/// <param name="Counting">Where the counting begins.</param>
/// <param name="Start">What starts it: "the referral is received".</param>
/// <param name="Authority">Who sets it.</param>
/// <param name="Source">Where it is set.</param>
public sealed record NamedClock(string Name, ClockLength Length, Counting Counting, string Start, ClockAuthority Authority, string Source)
{
    /// <summary>What the length is counted from, in words: <c>after: the referral is received</c>.</summary>
    public string StartWords() => $"{Counting switch { Counting.BeginningWith => "beginning with", Counting.Before => "before", _ => "after" }}: {Start}";

    /// <summary>Why a partnership may not set this length; null if it may.</summary>
    public string? ProblemWith(ClockLength length)
    {
        if (length.Unit != Length.Unit)
            return $"must be in the unit of the clock's own length, {Length}";
        var laxer = Counting == Counting.Before ? length.Amount < Length.Amount : length.Amount > Length.Amount;
        return laxer && Authority != ClockAuthority.Local ? $"must not be laxer than {Length}, which holds for all of England" : null;
    }
}
