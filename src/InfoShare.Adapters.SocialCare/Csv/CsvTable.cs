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
        using var reader = CsvText.Reader(start[..Math.Min(start.Length, Start)].ToArray());
        return Missing(reader.Headers, columns) is null;
    }

    /// <summary>Its rows in order, or why it cannot be read. They are made as they are asked for, anew each time.</summary>
    public static ReadResult<IEnumerable<CsvRow>> Open(ReadOnlyMemory<byte> content, CsvColumns columns)
    {
        if (content.IsEmpty)
            return ReadResult.Bad<IEnumerable<CsvRow>>("", "must not be empty");

        using var reader = CsvText.Reader(content);
        if (CsvText.Header(reader) is not { } header)
            return ReadResult.Bad<IEnumerable<CsvRow>>("", CsvText.TooLong);
        if (header.Count > CsvLimits.Columns)
            return ReadResult.Bad<IEnumerable<CsvRow>>("", $"must not have more than {CsvLimits.Columns} columns");
        return Missing(header, columns) is { } missing
            ? ReadResult.Bad<IEnumerable<CsvRow>>(missing, "is required as a column of the header")
            : ReadResult.Ok(CsvRows.Of(content, columns));
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

    private static string? Missing(IEnumerable<string> header, CsvColumns columns)
    {
        var named = header.Select(columns.Named).ToHashSet();
        return columns.Required.FirstOrDefault(column => !named.Contains(column));
    }
}
