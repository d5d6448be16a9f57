namespace InfoShare.Adapters.Education.Attendance;

/// <summary>Where the columns are. Found by name, never by position.</summary>
internal sealed class Header
{
    private readonly Dictionary<Column, int> places;

    private Header(Dictionary<Column, int> places, int cells, long line, char separator) =>
        (this.places, Cells, Line, Separator) = (places, cells, line, separator);

    /// <summary>How many columns there are.</summary>
    public int Cells { get; }

    /// <summary>The line on which it stands.</summary>
    public long Line { get; }

    /// <summary>What stands between cells: a comma, a semicolon, a tab or a bar.</summary>
    public char Separator { get; }

    /// <summary>One row is one mark of one session, not the summary of a pupil.</summary>
    public bool IsOfMarks => Has(Column.Mark) && Has(Column.Date) && !IsOfSummaries;

    private bool IsOfSummaries => Has(Column.Percentage) || (Has(Column.Possible) && (Has(Column.Attended) || (Has(Column.Authorised) && Has(Column.Unauthorised))));

    private bool NamesPupils => Has(Column.Upn) || Has(Column.PupilId) || (Has(Column.Surname) && Has(Column.DateOfBirth));

    /// <summary>The header among the first rows; null when there is none that names pupils and their attendance.</summary>
    public static Header? Find(ReadOnlyMemory<byte> content) =>
        new[] { ',', ';', '\t', '|' }
            .SelectMany(separator => CsvRows.Read(content, separator).Take(AttendanceLimits.RowsAboveHeader + 1).Select(row => Of(row, separator)))
            .FirstOrDefault(header => header.NamesPupils && (header.IsOfSummaries || header.IsOfMarks));

    /// <summary>A row's text in a column; null when there is none.</summary>
    public string? Text(string[] cells, Column column) =>
        places.TryGetValue(column, out var place) && place < cells.Length && cells[place] is { Length: > 0 } text ? text : null;

    public bool Has(Column column) => places.ContainsKey(column);

    private static Header Of(CsvRow row, char separator)
    {
        var names = row.Cells.Select(ColumnNames.Plain).ToList();
        var places = new Dictionary<Column, int>();
        foreach (var (column, aliases) in ColumnNames.All)
        {
            if (Array.Find(aliases, names.Contains) is { } name)
                places[column] = names.IndexOf(name);
        }

        return new(places, row.Cells.Length, row.Line, separator);
    }
}
