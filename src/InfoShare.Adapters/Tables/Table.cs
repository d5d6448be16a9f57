using System.Text;
using CommunityToolkit.HighPerformance;
using CsvHelper;

namespace InfoShare.Adapters.Tables;

/// <summary>
/// A table in CSV, read row by row wherever it lies, one held at a time. A line is a row, whatever its quotation marks, so
/// that one that is not closed spoils its own row alone.
/// </summary>
/// <param name="content">The file.</param>
public sealed class Table(ReadOnlyMemory<byte> content)
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly string RowTooLong = $"must not have a row longer than {TableLimits.BytesOfRow / 1024} KiB; neither it nor what follows was read";

    private readonly Encoding? encoding = TableEncoding.Of(content.Span);

    /// <summary>The first of the first rows, with whatever separator, that is a header; null when none is.</summary>
    /// <param name="isHeader">Whether these are the names of columns.</param>
    public TableHeader? Header(Func<IReadOnlyList<string>, bool> isHeader) => Separators
        .SelectMany(separator => Rows(separator).Take(TableLimits.RowsAboveHeader + 1).Select(row => new TableHeader(row.Cells, row.Line, separator)))
        .FirstOrDefault(header => isHeader(header.Names));

    /// <summary>Its rows but the header, made as they are asked for. Titles above the header are none; anything else there is a record that cannot be used.</summary>
    public IEnumerable<TableRow> Records(TableHeader header) => Rows(header.Separator)
        .Where(row => row.Line > header.Line || (row.Line < header.Line && (row.Problem is not null || !LooksLikeTitle(row))))
        .Select(row => row switch
        {
            { Problem: not null } => row,
            _ when row.Line < header.Line => Bad(row.Line, "must stand below the header"),
            _ when HasMoreCells(row, header) => Bad(row.Line, "must not have more cells than the header; one that holds a separator needs quotation marks"),
            _ => row,
        });

    /// <summary>A few words, or a word and a value.</summary>
    private static bool LooksLikeTitle(TableRow row) => row.Cells.Count(cell => cell.Length > 0) <= TableLimits.CellsOfTitle;

    /// <summary>A cell too many shifts all that follow: a comma that should have been in quotation marks.</summary>
    private static bool HasMoreCells(TableRow row, TableHeader header) => row.Cells.Skip(header.Names.Count).Any(cell => cell.Length > 0);

    private IEnumerable<TableRow> Rows(char separator)
    {
        long malformed = 0, line = 0;
        using var reader = CsvReader.Create(content.AsStream(), new CsvReaderOptions
        {
            MaxRecordSize = TableLimits.BytesOfRow,
            Separator = separator,
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed = record.LineNumber,
            Encoding = encoding,
        });
        bool? read;
        while ((read = Next(reader)) is true)
        {
            line = reader.LineNumber;
            var row = Row(reader, line == malformed);
            if (row.Problem is not null || row.Cells.Any(cell => cell.Length > 0))
                yield return row;
        }

        if (read is null)
            yield return new(line + 1, $"from line {line + 1} on", [], RowTooLong);
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

    private static TableRow Row(CsvReader reader, bool malformed)
    {
        var line = reader.LineNumber;
        if (malformed)
            return Bad(line, "must have quotation marks in pairs around a cell, and no line break in it");
        if (reader.FieldCount > TableLimits.Cells)
            return Bad(line, $"must not have more than {TableLimits.Cells} cells");
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            if (reader.GetSpan(i).Length > TableLimits.BytesOfCell)
                return Bad(line, $"must not have a cell longer than {TableLimits.BytesOfCell / 1024} KiB");
            cells[i] = reader.GetString(i).Trim();
        }

        return new(line, Place(line), cells);
    }

    private static TableRow Bad(long line, string problem) => new(line, Place(line), [], problem);

    private static string Place(long line) => $"line {line}";
}
