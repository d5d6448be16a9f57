namespace InfoShare.Clocks;

/// <summary>Days in a row, the first and the last included.</summary>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether every day of the other is one of these.</summary>
    public bool Holds(DayRange other) => First <= other.First && other.Last <= Last;
}
