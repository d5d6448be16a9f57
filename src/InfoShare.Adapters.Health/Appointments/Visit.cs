using System.Globalization;
using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Appointments;

/// <summary>What came of an appointment.</summary>
internal enum Attendance
{
    /// <summary>The child was not brought. A child does not miss an appointment; somebody does not bring it.</summary>
    NotBrought = 1,

    /// <summary>The child was there.</summary>
    Kept,

    /// <summary>Called off before.</summary>
    Cancelled,

    /// <summary>Still to come, or not known.</summary>
    Open,
}

/// <summary>One appointment of a Patient.</summary>
/// <param name="Attendance">What came of it.</param>
/// <param name="Start">When it was to begin; null where no date can be read.</param>
internal sealed record Visit(Attendance Attendance, FhirTime? Start)
{
    /// <summary>The day that it was to be, if known.</summary>
    public DateOnly? Day => Start?.Day;

    /// <summary>A missed one in words.</summary>
    public string Words => Day is { } day ? $"Was not brought to an appointment on {Written(day)}" : "Was not brought to an appointment";

    /// <summary>The Appointments of a bundle with the path of each Patient that takes part. Source: FHIR R4 AppointmentStatus.</summary>
    public static IEnumerable<(string Patient, Visit Visit)> In(FhirBundle bundle) =>
        from appointment in bundle.Of("Appointment")
        where appointment.Text("status") != "entered-in-error"
        let visit = new Visit(AttendanceOf(appointment.Text("status")), appointment.Time("start", new Marks()))
        from participant in appointment.Each("participant")
        let patient = bundle.Resolve(participant.At("actor"), appointment)
        where patient is { ResourceType: "Patient" }
        select (patient.Value.Path, visit);

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Attendance AttendanceOf(string? status) => status switch
    {
        "noshow" => Attendance.NotBrought,
        "fulfilled" or "arrived" or "checked-in" => Attendance.Kept,
        "cancelled" => Attendance.Cancelled,
        _ => Attendance.Open,
    };
}
