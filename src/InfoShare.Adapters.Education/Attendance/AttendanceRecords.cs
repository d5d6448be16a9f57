using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Tables;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>The records of a file, made one at a time as they are asked for. A summary is a row; marks are added up, and are a record a pupil.</summary>
internal sealed class AttendanceRecords(Header header, TranslationContext context)
{
    private readonly AttendanceDecision decision = new(context);

    public IEnumerable<RecordTranslation> Of(IEnumerable<TableRow> rows) => header.IsOfMarks ? OfMarks(rows) : rows.Select(OfSummary);

    private RecordTranslation OfSummary(TableRow row)
    {
        if (Unusable(row) is { } problem)
            return new RecordTranslation.Quarantined(row.Place, problem);
        var fields = new RowFields(header, row);
        var pupil = Pupil.Read(fields, context);
        var sessions = SummarySessions.Read(fields);
        if (pupil.Value is null || sessions.Value is null)
            return new RecordTranslation.Quarantined(row.Place, [.. pupil.Problems, .. sessions.Problems]);
        return decision.Of(row.Place, new(pupil.Value, sessions.Value, Period.Read(fields, context.AsOf), EarlyHelp.Read(fields), fields.Marks));
    }

    /// <summary>Rows that cannot be used as they come, pupils in the order of their first marks once all are counted.</summary>
    private IEnumerable<RecordTranslation> OfMarks(IEnumerable<TableRow> rows)
    {
        var tallies = new Dictionary<(string School, string Key), Tally>();
        foreach (var row in rows)
        {
            if (Add(row, tallies) is { } problem)
                yield return new RecordTranslation.Quarantined(row.Place, problem);
        }

        var number = 0;
        foreach (var tally in tallies.Values)
            yield return decision.Of($"pupil {++number}", tally.Attendance);
    }

    private FieldProblem? Unusable(TableRow row) => row.Problem is { } problem
        ? new("", problem)
        : header.Twice(row) is { } column ? RowFields.Problem(column, "must not be there twice with different values") : null;

    private FieldProblem? Add(TableRow row, Dictionary<(string School, string Key), Tally> tallies)
    {
        if (Unusable(row) is { } problem)
            return problem;
        var fields = new RowFields(header, row);
        var read = Pupil.Read(fields, context);
        if (read.Value is not { } pupil)
            return read.Problems[0];
        if (fields.Day(Column.Date) is not { } day || day > context.AsOf)
            return RowFields.Problem(Column.Date, $"{WrittenDay.Form}, and must not be after the day on which the file is read");
        var session = fields.Text(Column.Session)?.ToUpperInvariant();
        bool? afternoon = session switch { "AM" or "A" or "1" or "MORNING" => false, "PM" or "P" or "2" or "AFTERNOON" => true, _ => null };
        if (session is not null && afternoon is null)
            return RowFields.Problem(Column.Session, "must be AM or PM");

        var key = (pupil.School.Id, pupil.Key);
        if (!tallies.TryGetValue(key, out var tally))
            tallies.Add(key, tally = new(pupil, EarlyHelp.Read(fields), fields.Marks));
        tally.Add(day, afternoon, fields.Text(Column.Mark) ?? "");
        return null;
    }
}
