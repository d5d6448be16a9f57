using System.Text;
using System.Text.Unicode;
using CsvHelper;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>
/// Reads a table with a header. Comma, semicolon, tab or bar; UTF-8, UTF-16 with a byte order mark, or else Latin-1. A line
/// is a row, whatever its quotation marks, so that one that is not closed spoils its own row alone.
/// </summary>
internal static class CsvTable
{
    private const int Start = 4096;

    /// <summary>Whether the first bytes are a header with all the required columns.</summary>
    public static bool HasHeader(ReadOnlySpan<byte> start, CsvColumns columns)
    {
        if (start.IsEmpty || start.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..])
            return false;
        using var reader = Reader(start[..Math.Min(start.Length, Start)].ToArray(), []);
        return Missing(reader, columns) is null;
    }

    /// <summary>Its rows in order, or why it cannot be read.</summary>
    public static ReadResult<IReadOnlyList<CsvRow>> Read(ReadOnlyMemory<byte> content, CsvColumns columns)
    {
        if (content.IsEmpty)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("", "must not be empty");
        if (content.Length > CsvLimits.Bytes)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("", $"must not be larger than {CsvLimits.Bytes / 1024 / 1024} MiB");

        var malformed = new HashSet<long>();
        using var reader = Reader(content, malformed);
        if (reader.Headers.Count > CsvLimits.Columns)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>("", $"must not have more than {CsvLimits.Columns} columns");
        if (Missing(reader, columns) is { } missing)
            return ReadResult.Bad<IReadOnlyList<CsvRow>>(missing, "is required as a column of the header");

        var indexes = Indexes(reader, columns);
        var rows = new List<CsvRow>();
        while (reader.Read())
        {
            if (rows.Count == CsvLimits.Rows)
                return ReadResult.Bad<IReadOnlyList<CsvRow>>("", $"must not have more than {CsvLimits.Rows} rows");
            if (!IsBlank(reader))
                rows.Add(Row(reader, indexes, malformed.Contains(reader.LineNumber)));
        }

        return ReadResult.Ok<IReadOnlyList<CsvRow>>(rows);
    }

    /// <param name="malformed">Gets the lines whose quotation marks are out of order.</param>
    private static CsvReader Reader(ReadOnlyMemory<byte> content, HashSet<long> malformed) => CsvReader.Create(content, new CsvReaderOptions
    {
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        DetectSeparatorHint = true,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record => malformed.Add(record.LineNumber),
        Encoding = content.Span is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || Utf8.IsValid(content.Span) ? null : Encoding.Latin1,
    });

    private static string? Missing(CsvReader reader, CsvColumns columns)
    {
        var named = reader.Headers.Select(columns.Named).ToHashSet();
        return columns.Required.FirstOrDefault(column => !named.Contains(column));
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
        var values = indexes.Where(c => c.Index < reader.FieldCount)
            .Select(c => (c.Column, Value: reader.GetString(c.Index).Trim()))
            .Where(c => c.Value.Length > 0)
            .ToDictionary(c => c.Column, c => c.Value, StringComparer.Ordinal);
        return new(reader.LineNumber, $"line {reader.LineNumber}", values, Problem(reader, malformed));
    }

    private static string? Problem(CsvReader reader, bool malformed)
    {
        if (malformed)
            return "must have quotation marks in pairs around a field, and no line break in it";
        for (var i = reader.Headers.Count; i < reader.FieldCount; i++)
        {
            if (!reader.IsEmpty(i))
                return "must not have more fields than the header; a field that holds a separator needs quotation marks";
        }

        return null;
    }
}
