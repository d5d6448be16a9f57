using System.Globalization;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>
/// Attendance below the line as a notice: a reason to consider early help. Whether it is more is a person's judgement, not a figure's.
/// </summary>
internal static class AttendanceNotice
{
    /// <summary>The notice of attendance that has a percentage.</summary>
    public static AttendanceThreshold Of(PupilAttendance attendance, string key, AttendanceLine line) => new()
    {
        NoticeId = key,
        Marks = [.. attendance.Marks.Take(100)],
        Parts = new()
        {
            Identity = attendance.Pupil.Identity,
            Incident = new() { ObservedOn = attendance.Period.To, Facts = Facts(attendance.Sessions, line) },
            Education = new()
            {
                SchoolUrn = attendance.Pupil.School is { Scheme: "urn" } school ? school.Code : null,
                AttendancePercent = Rounded(attendance.Sessions.Percent!.Value, line),
                AttendanceLine = line.Percent,
                EarlyHelp = attendance.EarlyHelp?.Decision,
                Notes = Notes(attendance),
            },
            Plan = attendance.EarlyHelp?.Plan,
        },
    };

    /// <summary>Without the figures: they are for those who need the education part.</summary>
    private static string Facts(Sessions sessions, AttendanceLine line)
    {
        var national = sessions switch
        {
            { IsSevereAbsence: true } => " Half or more of the possible sessions were missed: severe absence.",
            { IsPersistentAbsence: true } => " A tenth or more of the possible sessions were missed: persistent absence.",
            _ => "",
        };
        return $"Attendance is below {line.Percent} %, the line for considering early help.{national}";
    }

    /// <summary>84.96 is below 85, and 85.0 would not be.</summary>
    private static decimal Rounded(decimal percent, AttendanceLine line) =>
        Math.Round(percent, 1, MidpointRounding.AwayFromZero) is var nearest && nearest < line.Percent ? nearest : Math.Round(percent, 1, MidpointRounding.ToZero);

    private static string? Notes(PupilAttendance attendance) =>
        string.Join(' ', new[] { Counts(attendance.Sessions, attendance.Period), attendance.EarlyHelp?.Unclear }.OfType<string>()) is { Length: > 0 } notes ? notes : null;

    private static string? Counts(Sessions sessions, Period period)
    {
        if (sessions is not { Possible: { } possible, Attended: { } attended })
            return period.Words() is { Length: > 0 } words ? $"Counted{words}." : null;
        string?[] details = [Detail("authorised absence", sessions.Authorised), Detail("unauthorised absence", sessions.Unauthorised), Detail("late within attended", sessions.Late)];
        return $"Attended {Number(attended)} of {Number(possible)} possible sessions{period.Words()}{string.Concat(details)}.";
    }

    private static string? Detail(string name, decimal? sessions) => sessions is { } number ? $"; {name} {Number(number)}" : null;

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
