namespace InfoShare.Clocks;

/// <summary>Which days count.</summary>
/// <param name="Name">How an answer names the calendar.</param>
/// <param name="Counts">Whether a day counts.</param>
/// <param name="Unknown">Why that cannot be said of a day; null where it can.</param>
internal sealed record CountedDays(string Name, Func<DateOnly, bool> Counts, Func<DateOnly, Deadline.Fault?> Unknown)
{
    public static CountedDays Every { get; } = new("calendar-days", _ => true, _ => null);

    public static CountedDays Working(BankHolidays holidays) => new(
        "england-working-days",
        day => !IsWeekend(day) && !holidays.Contains(day),
        day => holidays.Knows(day.Year) ? null : ClockFaults.YearUnknown(day.Year, holidays));

    public static CountedDays School(SchoolCalendar school, BankHolidays holidays) => new(
        $"school-days {school.Name}",
        day => !IsWeekend(day) && !holidays.Contains(day) && school.YearOf(day)!.HasPupilsOn(day),
        day => school.YearOf(day) is null ? ClockFaults.DayUnknown(school, day)
            : holidays.Knows(day.Year) ? null
            : ClockFaults.YearUnknown(day.Year, holidays));

    /// <summary>The n-th day that counts, from a day on which may be the first; or why it cannot be said.</summary>
    public (DateOnly Day, Deadline.Fault? Fault) Nth(int n, DateOnly from)
    {
        for (var day = from; day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (Unknown(day) is { } fault)
                return (day, fault);
            if (Counts(day) && --n == 0)
                return (day, null);
        }

        return (from, ClockFaults.OutOfRange);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
