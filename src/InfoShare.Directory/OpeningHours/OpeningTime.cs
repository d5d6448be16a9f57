namespace InfoShare.Directory;

/// <summary>Open on one day of the week from one time to another; a closing time beyond 24 hours is on the next day.</summary>
internal readonly record struct OpeningTime(DayOfWeek Day, TimeSpan Opens, TimeSpan Closes)
{
    private const int DaysInWeek = 7;

    public bool Covers(DayOfWeek day, TimeSpan time) =>
        (day == Day && Opens <= time && time < Closes) || (day == NextDay && time + TimeSpan.FromDays(1) < Closes);

    private DayOfWeek NextDay => (DayOfWeek)(((int)Day + 1) % DaysInWeek);
}
