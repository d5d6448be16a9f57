using System.Text;
using System.Text.Unicode;
using CommunityToolkit.HighPerformance;
using CsvHelper;

namespace InfoShare.Adapters.Education.Attendance;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Cells">Its cells, trimmed.</param>
/// <param name="Problem">Why its cells cannot be trusted to stand in their columns; null when they can.</param>
internal readonly record struct CsvRow(long Line, string[] Cells, string? Problem);

/// <summary>
/// Reads a CSV file row by row, holding one at a time, wherever the file lies. UTF-8, UTF-16 with its mark, or else Latin-1, as spreadsheets write
/// it. A line is a row, whatever its quotation marks, so that one that is not closed spoils its own row alone.
/// </summary>
internal static class CsvRows
{
    /// <summary>The rows that have anything in them.</summary>
    public static IEnumerable<CsvRow> Read(ReadOnlyMemory<byte> content, char separator)
    {
        long malformed = 0, line = 0;
        using var reader = CsvReader.Create(content.AsStream(), new CsvReaderOptions
        {
            MaxRecordSize = AttendanceLimits.BytesOfRow,
            Separator = separator,
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed = record.LineNumber,
            Encoding = content.Span is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || Utf8.IsValid(content.Span) ? null : Encoding.Latin1,
        });
        bool? read;
        while ((read = Next(reader)) is true)
        {
            line = reader.LineNumber;
            var row = Row(reader, line == malformed);
            if (row.Problem is not null || Array.Exists(row.Cells, cell => cell.Length > 0))
                yield return row;
        }

        if (read is null)
            yield return new(line + 1, [], $"must not be longer than {AttendanceLimits.BytesOfRow / 1024} KiB; neither it nor what follows was read");
    }

    /// <summary>Whether there is another row; null when it is too long, after which none can be read.</summary>
    private static bool? Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static CsvRow Row(CsvReader reader, bool malformed)
    {
        if (malformed)
            return new(reader.LineNumber, [], "must have quotation marks in pairs around a cell, and no line break in it");
        if (reader.FieldCount > AttendanceLimits.Cells)
            return new(reader.LineNumber, [], $"must not have more than {AttendanceLimits.Cells} cells");
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            if (reader.GetSpan(i).Length > AttendanceLimits.BytesOfCell)
                return new(reader.LineNumber, [], $"must not have a cell longer than {AttendanceLimits.BytesOfCell / 1024} KiB");
            cells[i] = reader.GetString(i).Trim();
        }

        return new(reader.LineNumber, cells, null);
    }
}
