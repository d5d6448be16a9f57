namespace InfoShare.Tests.Routing.Year;

/// <summary>Working days in England counted apart from the product: by a list typed here, and day by day.</summary>
internal static class WorkingDays
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Source: www.gov.uk/bank-holidays, England and Wales.</summary>
    private static readonly HashSet<DateOnly> Holidays =
    [
        new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30),
        new(2027, 12, 27), new(2027, 12, 28),
    ];

    /// <summary>The first instant after so many working days that follow the day of <paramref name="at"/>.</summary>
    public static DateTimeOffset After(DateTimeOffset at, int days)
    {
        var day = DayOf(at);
        while (days > 0)
        {
            day = day.AddDays(1);
            if (Is(day))
                days--;
        }

        return StartOf(day.AddDays(1));
    }

    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London).DateTime);

    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
