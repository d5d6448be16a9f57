using System.Text;
using System.Text.Unicode;
using CommunityToolkit.HighPerformance;
using CsvHelper;

namespace InfoShare.Adapters.SocialCare.Csv;

/// <summary>A table's text, read a block at a time wherever it lies.</summary>
internal static class CsvText
{
    public static readonly string TooLong = $"must not have a row longer than {CsvLimits.BytesOfRow / 1024} KiB; neither it nor what follows was read";

    /// <param name="content">The table.</param>
    /// <param name="malformed">Gets the lines whose quotation marks are out of order, each as it is read.</param>
    public static CsvReader Reader(ReadOnlyMemory<byte> content, Action<long>? malformed = null) => CsvReader.Create(content.AsStream(), new CsvReaderOptions
    {
        MaxRecordSize = CsvLimits.BytesOfRow,
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        DetectSeparatorHint = true,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record => malformed?.Invoke(record.LineNumber),
        Encoding = content.Span is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || Utf8.IsValid(content.Span) ? null : Encoding.Latin1,
    });

    /// <summary>Whether there is another row; null when it is too long, after which none can be read.</summary>
    public static bool? Next(CsvReader reader)
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

    /// <summary>The header; null when it is too long.</summary>
    public static IReadOnlyList<string>? Header(CsvReader reader)
    {
        try
        {
            return reader.Headers;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }
}
