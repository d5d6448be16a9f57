namespace InfoShare.Tests.Routing.Year;

/// <summary>School days of Sample Fell Primary School counted apart from the product: by the dates of its directory typed here, and day by day.</summary>
internal static class SchoolDays
{
    private static readonly (DateOnly From, DateOnly To)[] Terms =
    [
        (new(2026, 9, 2), new(2026, 12, 18)), (new(2027, 1, 4), new(2027, 3, 25)), (new(2027, 4, 12), new(2027, 7, 21)), (new(2027, 9, 2), new(2027, 12, 17)),
        (new(2028, 1, 4), new(2028, 3, 31)),
    ];

    private static readonly (DateOnly From, DateOnly To)[] Away =
    [
        (new(2026, 10, 26), new(2026, 10, 30)), (new(2027, 2, 15), new(2027, 2, 19)), (new(2027, 5, 31), new(2027, 6, 4)), (new(2027, 10, 25), new(2027, 10, 29)),
        (new(2026, 9, 2), new(2026, 9, 2)), (new(2027, 1, 4), new(2027, 1, 4)), (new(2027, 9, 2), new(2027, 9, 2)), (new(2028, 1, 4), new(2028, 1, 4)),
    ];

    /// <summary>The first instant after so many school days that follow the day of <paramref name="at"/>.</summary>
    public static DateTimeOffset After(DateTimeOffset at, int days)
    {
        var day = WorkingDays.DayOf(at);
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= Is(day) ? 1 : 0;
        }

        return WorkingDays.StartOf(day.AddDays(1));
    }

    /// <summary>Eight in the morning of the next school day.</summary>
    public static DateTimeOffset NextMorning(DateTimeOffset at)
    {
        for (var day = WorkingDays.DayOf(at); ; day = day.AddDays(1))
        {
            if (Is(day) && WorkingDays.StartOf(day).AddHours(8) is var morning && morning > at)
                return morning;
        }
    }

    private static bool Is(DateOnly day) =>
        WorkingDays.Is(day) && Terms.Any(term => term.From <= day && day <= term.To) && !Away.Any(away => away.From <= day && day <= away.To);
}
