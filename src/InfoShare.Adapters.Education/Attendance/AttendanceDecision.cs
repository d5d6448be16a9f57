using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>What becomes of each pupil's attendance: docs/formats-education.md, line by line.</summary>
internal sealed class AttendanceDecision(TranslationContext context)
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    public RecordTranslation Of(string place, PupilAttendance attendance)
    {
        var (pupil, period) = (attendance.Pupil, attendance.Period);
        if (Nothing(pupil, attendance.Sessions) is { } reason)
            return new RecordTranslation.NothingToSend(place, reason);

        var key = $"attendance:{pupil.Key}:{period.SchoolYear(context.AsOf)}";
        if (!keys.Add($"{pupil.School.Id} {key}"))
            return new RecordTranslation.Quarantined(place, RowFields.Problem(Column.Upn, "must not be of a pupil who is in the file already: give one row for the year to date"));
        var time = period.To is { } to ? new DateTimeOffset(to, TimeOnly.MinValue, TimeSpan.Zero) : context.At;
        var notice = AttendanceNotice.Of(attendance, key, context.Attendance);
        return FieldLimits.Check(notice, "data") is { Count: > 0 } problems
            ? new RecordTranslation.Quarantined(place, problems)
            : new RecordTranslation.Messages(place, new Draft(pupil.School, pupil.Key, key, time, notice));
    }

    private string? Nothing(Pupil pupil, Sessions sessions) => sessions switch
    {
        _ when Age.IsAdult(pupil.Identity.DateOfBirth, context.AsOf) => Age.Adult,
        { Possible: 0 } => AttendanceReasons.NoSessions,
        { Possible: { } possible } when possible < context.Attendance.Sessions => AttendanceReasons.TooEarly,
        { Percent: { } percent } when percent >= context.Attendance.Percent => AttendanceReasons.NotBelow,
        _ => null,
    };
}
