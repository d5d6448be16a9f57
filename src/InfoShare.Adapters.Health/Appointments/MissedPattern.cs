namespace InfoShare.Adapters.Health.Appointments;

/// <summary>
/// Appointments to which a child was not brought, again and again. One alone is usually no concern. Counted back from the
/// last missed one, not from today, so that the same file says the same on another day.
/// </summary>
/// <param name="Last">The last missed one.</param>
/// <param name="Missed">Missed in the twelve months to the last one, that one included; 2 or more.</param>
/// <param name="InARow">Missed since the child was last there; 1 or more.</param>
/// <param name="Cancelled">Called off in the same time: cancelling again and again can hide that a child is not brought.</param>
internal sealed record MissedPattern(Visit Last, int Missed, int InARow, int Cancelled)
{
    private const int Months = 12;
    private const int Least = 2;

    /// <summary>The pattern; null where there is none, or where it ended more than twelve months ago.</summary>
    public static MissedPattern? Find(IEnumerable<Visit> visits, DateOnly today)
    {
        var past = visits.Where(v => v.Day <= today).OrderByDescending(v => v.Start!.Value.Moment).ToList();
        if (past.Find(v => v.Attendance == Attendance.NotBrought) is not { Day: { } day } last || day < today.AddMonths(-Months))
            return null;

        var year = past.Where(v => v.Day <= day && v.Day > day.AddMonths(-Months)).ToList();
        var missed = year.Count(v => v.Attendance == Attendance.NotBrought);
        return missed < Least ? null : new(
            last,
            missed,
            year.SkipWhile(v => v.Attendance != Attendance.NotBrought).TakeWhile(v => v.Attendance != Attendance.Kept).Count(v => v.Attendance == Attendance.NotBrought),
            year.Count(v => v.Attendance == Attendance.Cancelled));
    }

    /// <summary>The counts in words.</summary>
    public string Words =>
        $"Was not brought to {Missed} appointments in the 12 months to {Visit.Written(Last.Day!.Value)}"
        + (InARow > 1 ? $", the last {InARow} in a row" : "")
        + (Cancelled > 0 ? $"; {Cancelled} cancelled in the same time" : "");
}
