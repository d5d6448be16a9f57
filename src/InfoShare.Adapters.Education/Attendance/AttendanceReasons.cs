namespace InfoShare.Adapters.Education.Attendance;

/// <summary>Why a pupil's attendance is nobody's business to share. Part of the summary that the school sees.</summary>
public static class AttendanceReasons
{
    /// <summary>Nothing to divide by: no percentage.</summary>
    public const string NoSessions = "no possible sessions";

    /// <summary>Fewer possible sessions than the participant's <c>attendanceSessions</c>.</summary>
    public const string TooEarly = "too few possible sessions to judge";

    /// <summary>At or above the participant's <c>attendancePercent</c>.</summary>
    public const string NotBelow = "attendance is not below the line";
}
