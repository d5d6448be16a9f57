namespace InfoShare.Adapters.Health.Appointments;

/// <summary>Why appointments give nothing to send.</summary>
internal static class AppointmentReasons
{
    /// <summary>The reasons that apply to a child's appointments, of which no pattern was found.</summary>
    public static IEnumerable<string> Of(IEnumerable<Visit> visits) => visits.GroupBy(v => v.Attendance).Select(of => (of.Key, of.Count()) switch
    {
        (Attendance.NotBrought, 1) => "a missed appointment alone",
        (Attendance.NotBrought, _) => "missed appointments that are far apart, long ago or of no known day",
        (Attendance.Kept, _) => "an appointment that was kept",
        (Attendance.Cancelled, _) => "a cancelled appointment",
        _ => "an appointment to come",
    });
}
