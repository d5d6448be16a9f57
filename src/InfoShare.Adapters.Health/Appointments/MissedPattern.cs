namespace InfoShare.Adapters.Health.Appointments;

/// <summary>
/// Appointments to which a child was not brought, again and again, or which were called off and made anew again and again: that can hide
/// the same. One alone is usually no concern. Counted back from the
/// last missed one, not from today, so that the same file says the same on another day.
/// </summary>
/// <param name="Last">The last missed one; where too few were missed, the last that was called off.</param>
/// <param name="Missed">Missed in the twelve months to the last one, that one included.</param>
/// <param name="InARow">Missed since the child was last there.</param>
/// <param name="Cancelled">Called off in the same time.</param>
/// <param name="CancelledInARow">Called off since the child was last there.</param>
internal sealed record MissedPattern(Visit Last, int Missed, int InARow, int Cancelled, int CancelledInARow)
{
    private const int Months = 12;
    private const int Least = 2;
    private const int LeastCancelled = 3;

    /// <summary>The pattern; null where there is none, or where it ended more than twelve months ago.</summary>
    public static MissedPattern? Find(IEnumerable<Visit> visits, DateOnly today)
    {
        var past = visits.Where(v => v.Day <= today && v.Day > today.AddMonths(-2 * Months)).OrderByDescending(v => v.Start!.Value.Moment).ToList();
        return Of(past, Attendance.NotBrought, today) is { Missed: >= Least } missed ? missed
            : Of(past, Attendance.Cancelled, today) is { CancelledInARow: >= LeastCancelled } cancelled ? cancelled
            : null;
    }

    private static MissedPattern? Of(List<Visit> past, Attendance lastOf, DateOnly today)
    {
        if (past.Find(v => v.Attendance == lastOf) is not { Day: { } day } last || day < today.AddMonths(-Months))
            return null;
        var year = past.Where(v => v.Day <= day && v.Day > day.AddMonths(-Months)).ToList();
        var sinceKept = year.SkipWhile(v => v != last).TakeWhile(v => v.Attendance != Attendance.Kept).ToList();
        return new(last, Count(year, Attendance.NotBrought), Count(sinceKept, Attendance.NotBrought), Count(year, Attendance.Cancelled), Count(sinceKept, Attendance.Cancelled));
    }

    private static int Count(List<Visit> visits, Attendance attendance) => visits.Count(v => v.Attendance == attendance);

    /// <summary>The counts in words.</summary>
    public string Words => Missed < Least
        ? $"{CancelledInARow} appointments in a row were called off in the 12 months to {Visit.Written(Last.Day!.Value)}" + (Missed > 0 ? $"; not brought to {Missed}" : "")
        : $"Was not brought to {Missed} appointments in the 12 months to {Visit.Written(Last.Day!.Value)}"
            + (InARow > 1 ? $", the last {InARow} in a row" : "")
            + (Cancelled > 0 ? $"; {Cancelled} cancelled in the same time" : "");
}
