namespace InfoShare.Clocks;

/// <summary>Says when a clock ends. Pure and total: whatever is not known is a fault, never a guess.</summary>
public static class ClockRun
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const int DaysInWeek = 7;

    /// <summary>
    /// The deadline of a clock that started then. A clock to a school's morning and one that is counted backwards cannot be stopped:
    /// for them pauses say nothing.
    /// </summary>
    public static Deadline Of(NamedClock clock, DateTimeOffset from, ClockCalendars calendars, params IReadOnlyList<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(calendars);
        if (from.Year is < FirstYear or > LastYear || pauses.Any(pause => pause.Until?.Year > LastYear))
            return ClockFaults.OutOfRange;
        var unit = clock.Length.Unit;
        if (unit is ClockUnit.SchoolDays or ClockUnit.StartOfSchoolDay && calendars.School is null)
            return ClockFaults.NoSchool;
        if (unit == ClockUnit.StartOfSchoolDay)
            return BeforeSchool(clock, from, calendars.School!, calendars.Holidays);
        if (clock.Counting == Counting.Before)
            return EndOf(DayBefore(clock.Length, London.DayOf(from)), CountedDays.Every, clock);

        var ended = new Pauses(pauses);
        var deadline = unit == ClockUnit.Hours ? Hours(clock, from, ended) : Days(clock, London.DayOf(from), calendars, ended);
        return deadline is Deadline.Due due && pauses.FirstOrDefault(pause => pause.Until is null && pause.From <= due.At) is { } standing
            ? new Deadline.Stopped(standing.From, standing.Reason)
            : deadline;
    }

    private static Deadline.Due Hours(NamedClock clock, DateTimeOffset from, Pauses pauses) =>
        new(ToTheSecond(pauses.After(from, TimeSpan.FromHours(clock.Length.Amount))), "hours", clock.Source);

    private static Deadline Days(NamedClock clock, DateOnly start, ClockCalendars calendars, Pauses pauses)
    {
        var (amount, unit) = clock.Length;
        var days = unit switch
        {
            ClockUnit.WorkingDays => CountedDays.Working(calendars.Holidays),
            ClockUnit.SchoolDays => CountedDays.School(calendars.School!, calendars.Holidays),
            _ => CountedDays.Every,
        };
        var running = days with { Counts = day => days.Counts(day) && !pauses.Cover(day) };
        var first = clock.Counting == Counting.BeginningWith ? start : start.AddDays(1);
        var count = unit switch
        {
            ClockUnit.Weeks => amount * DaysInWeek,
            // As many days as lie before the corresponding date: each of them that was paused is made up for after it.
            ClockUnit.Months => start.AddMonths(amount).DayNumber - start.DayNumber,
            _ => amount,
        };
        var (last, fault) = running.Nth(count, first);
        return fault ?? (Deadline)EndOf(last, days, clock);
    }

    /// <summary>The last second before the school's day begins on the first school day whose beginning is still to come.</summary>
    private static Deadline BeforeSchool(NamedClock clock, DateTimeOffset from, SchoolCalendar school, BankHolidays holidays)
    {
        var days = CountedDays.School(school, holidays);
        var coming = days with { Counts = day => days.Counts(day) && Morning(day) > from };
        var (next, fault) = coming.Nth(1, London.DayOf(from));
        return fault ?? (Deadline)new Deadline.Due(Morning(next).AddSeconds(-1), days.Name, clock.Source);

        DateTimeOffset Morning(DateOnly day) => London.At(day.ToDateTime(school.YearOf(day)!.StartOfDay)) ?? London.StartOf(day);
    }

    private static DateOnly DayBefore(ClockLength length, DateOnly day) => length.Unit switch
    {
        ClockUnit.Weeks => day.AddDays(-length.Amount * DaysInWeek),
        ClockUnit.Months => day.AddMonths(-length.Amount),
        _ => day.AddDays(-length.Amount),
    };

    private static Deadline.Due EndOf(DateOnly day, CountedDays days, NamedClock clock) =>
        new(London.Of(London.StartOf(day.AddDays(1)).AddSeconds(-1)), days.Name, clock.Source);

    private static DateTimeOffset ToTheSecond(DateTimeOffset at) => London.Of(new(at.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero));
}
