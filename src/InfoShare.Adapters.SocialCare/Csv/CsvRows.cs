using CsvHelper;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>The rows below a header, one at a time.</summary>
internal static class CsvRows
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Of a table whose header is known to be sound.</summary>
    public static IEnumerable<CsvRow> Of(ReadOnlyMemory<byte> content, CsvColumns columns)
    {
        long malformed = 0, line = 1;
        using var reader = CsvText.Reader(content, at => malformed = at);
        var indexes = Indexes(reader, columns);
        bool? read;
        while ((read = CsvText.Next(reader)) is true)
        {
            line = reader.LineNumber;
            if (!IsBlank(reader))
                yield return Row(reader, indexes, line == malformed);
        }

        if (read is null)
            yield return new(line + 1, $"from line {line + 1} on", NoValues, CsvText.TooLong);
    }

    /// <summary>The first header of each column.</summary>
    private static List<(string Column, int Index)> Indexes(CsvReader reader, CsvColumns columns) =>
        [.. reader.Headers.Select((header, i) => (Column: columns.Named(header), Index: i))
            .Where(c => c.Column is not null)
            .DistinctBy(c => c.Column)
            .Select(c => (c.Column!, c.Index))];

    /// <summary>Spreadsheets write lines of separators alone.</summary>
    private static bool IsBlank(CsvReader reader) => Enumerable.Range(0, reader.FieldCount).All(reader.IsEmpty);

    private static CsvRow Row(CsvReader reader, List<(string Column, int Index)> indexes, bool malformed)
    {
        var place = $"line {reader.LineNumber}";
        if (Problem(reader, indexes, malformed) is { } problem)
            return new(reader.LineNumber, place, NoValues, problem);
        var values = indexes.Where(c => c.Index < reader.FieldCount)
            .Select(c => (c.Column, Value: reader.GetString(c.Index).Trim()))
            .Where(c => c.Value.Length > 0)
            .ToDictionary(c => c.Column, c => c.Value, StringComparer.Ordinal);
        return new(reader.LineNumber, place, values);
    }

    private static string? Problem(CsvReader reader, List<(string Column, int Index)> indexes, bool malformed)
    {
        if (malformed)
            return "must have quotation marks in pairs around a field, and no line break in it";
        for (var i = reader.Headers.Count; i < reader.FieldCount; i++)
        {
            if (!reader.IsEmpty(i))
                return "must not have more fields than the header; a field that holds a separator needs quotation marks";
        }

        return indexes.Exists(c => c.Index < reader.FieldCount && reader.GetSpan(c.Index).Length > CsvLimits.BytesOfField)
            ? $"must not have a field longer than {CsvLimits.BytesOfField / 1024} KiB"
            : null;
    }
}
