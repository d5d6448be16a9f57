using InfoShare.Adapters.Tables;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>Where the columns are. Found by name, never by position.</summary>
internal sealed class Header
{
    private readonly Dictionary<Column, int[]> places;

    private Header(TableHeader row, Dictionary<Column, int[]> places) => (Row, this.places) = (row, places);

    /// <summary>The row in which they are named.</summary>
    public TableHeader Row { get; }

    /// <summary>One row is one mark of one session, not the summary of a pupil.</summary>
    public bool IsOfMarks => Has(Column.Mark) && Has(Column.Date) && !IsOfSummaries;

    private bool IsOfSummaries => Has(Column.Percentage) || (Has(Column.Possible) && (Has(Column.Attended) || (Has(Column.Authorised) && Has(Column.Unauthorised))));

    private bool IsHeader => NamesPupils && (IsOfSummaries || IsOfMarks);

    private bool NamesPupils => Has(Column.Upn) || Has(Column.PupilId) || (Has(Column.Surname) && Has(Column.DateOfBirth));

    /// <summary>The header among the first rows; null when there is none that names pupils and their attendance.</summary>
    public static Header? Find(Table table) => table.Header(names => Of(new(names, 0, ',')).IsHeader) is { } row ? Of(row) : null;

    /// <summary>A row's text in a column; null when there is none.</summary>
    public string? Text(TableRow row, Column column) => places.TryGetValue(column, out var at) ? row.In(at).FirstOrDefault() : null;

    /// <summary>A column that the header has twice, and of which the row says two things; null when there is none.</summary>
    public Column? Twice(TableRow row) =>
        places.Where(column => row.In(column.Value).Distinct().Count() > 1).Select(column => (Column?)column.Key).FirstOrDefault();

    public bool Has(Column column) => places.ContainsKey(column);

    private static Header Of(TableHeader row)
    {
        var names = row.Names.Select(ColumnNames.Plain).ToList();
        var places = new Dictionary<Column, int[]>();
        foreach (var (column, aliases) in ColumnNames.All)
        {
            if (Array.Find(aliases, names.Contains) is { } name)
                places[column] = [.. names.Index().Where(n => n.Item == name).Select(n => n.Index)];
        }

        return new(row, places);
    }
}
