using InfoShare.Adapters.Tables;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>A table whose columns have names.</summary>
internal static class CsvTable
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Whether there is a header with all the required columns among the first rows.</summary>
    public static bool HasHeader(ReadOnlySpan<byte> start, CsvColumns columns) =>
        FileStart.Text(start) is not ['<' or '{' or '[', ..] && new Table(start.ToArray()).Header(names => Missing(names, columns) is null) is not null;

    /// <summary>Its rows in order, or why it cannot be read. They are made as they are asked for, anew each time.</summary>
    public static ReadResult<IEnumerable<CsvRow>> Open(ReadOnlyMemory<byte> content, CsvColumns columns)
    {
        if (content.IsEmpty)
            return ReadResult.Bad<IEnumerable<CsvRow>>("", "must not be empty");

        var table = new Table(content);
        if (table.Header(names => Missing(names, columns) is null) is not { } header)
            return ReadResult.Bad<IEnumerable<CsvRow>>(Missing(Nearest(table, columns), columns)!, "is required as a column of the header");
        var places = PlacesOf(header, columns);
        return ReadResult.Ok(table.Records(header).Select(row => Row(row, places)));
    }

    /// <summary>Its rows in order, all of them held, or why it cannot be read.</summary>
    public static ReadResult<IReadOnlyList<CsvRow>> Read(ReadOnlyMemory<byte> content, CsvColumns columns)
    {
        if (content.Length > CsvLimits.Bytes)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("", $"must not be larger than {CsvLimits.Bytes / 1024 / 1024} MiB");
        var table = Open(content, columns);
        if (table.Value is not { } rows)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>(table.Problems);
        var held = rows.Take(CsvLimits.Rows + 1).ToList();
        return held.Count > CsvLimits.Rows
            ? ReadResult.Bad<IReadOnlyList<CsvRow>>("", $"must not have more than {CsvLimits.Rows} rows")
            : ReadResult.Ok<IReadOnlyList<CsvRow>>(held);
    }

    /// <summary>The row that was probably meant for a header.</summary>
    private static IReadOnlyList<string> Nearest(Table table, CsvColumns columns) =>
        table.Header(names => names.Any(name => columns.Named(name) is not null))?.Names ?? [];

    private static string? Missing(IEnumerable<string> names, CsvColumns columns)
    {
        var named = names.Select(columns.Named).ToHashSet();
        return columns.Required.FirstOrDefault(column => !named.Contains(column));
    }

    /// <summary>Where each column is; more than one place where the header has it twice.</summary>
    private static List<(string Column, int[] Places)> PlacesOf(TableHeader header, CsvColumns columns) =>
        [.. header.Names.Select((name, place) => (Column: columns.Named(name), Place: place))
            .Where(c => c.Column is not null)
            .GroupBy(c => c.Column!, c => c.Place)
            .Select(c => (c.Key, c.ToArray()))];

    private static CsvRow Row(TableRow row, List<(string Column, int[] Places)> places)
    {
        if ((row.Problem ?? Problem(row, places)) is { } problem)
            return new(row.Line, row.Place, NoValues, problem);
        var values = places
            .Select(c => (c.Column, Value: row.In(c.Places).FirstOrDefault()))
            .Where(c => c.Value is not null)
            .ToDictionary(c => c.Column, c => c.Value!, StringComparer.Ordinal);
        return new(row.Line, row.Place, values);
    }

    private static string? Problem(TableRow row, List<(string Column, int[] Places)> places)
    {
        if (places.SelectMany(c => row.In(c.Places)).Any(text => text.Length > CsvLimits.HeldField))
            return $"must not have a field longer than {CsvLimits.HeldField} characters";
        return places.Where(c => row.In(c.Places).Distinct().Count() > 1).Select(c => $"must not have {c.Column} twice with different values").FirstOrDefault();
    }
}
