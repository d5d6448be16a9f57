namespace InfoShare.Clocks;

/// <summary>The clock on the wall in England, by which every deadline is told: Europe/London, summer time included.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The same instant with England's offset at that time.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The day in England.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);

    /// <summary>The first instant of a day in England. The clocks never change at midnight there.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue))!.Value;

    /// <summary>
    /// The instant at which the clocks show this time. Of the two when the hour is there twice (the last Sunday of October) the
    /// earlier, so that a deadline is never the later one; null when there is none (the last Sunday of March).
    /// </summary>
    public static DateTimeOffset? At(DateTime wall)
    {
        if (Zone.IsInvalidTime(wall))
            return null;
        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return new(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), offset);
    }
}
