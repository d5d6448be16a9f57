using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace InfoShare.Tests.Formats;

/// <summary>What differs between the exports of two systems, and of the programs through which they go, changes nothing; what cannot be read says what it is.</summary>
public sealed partial class LayoutTests
{
    private const string Beginning = "file: ";

    public static TheoryData<string> Files { get; } =
        [.. FormatFile.Own.Where(file => KnownFormats.TakenFor(file) is not null && file.Participant is null or "health-suffolk" or "social-care-suffolk").Select(file => file.Name)];

    public static TheoryData<string> Tables { get; } = [.. FormatFile.Own.Where(file => file.Name.EndsWith(".csv", StringComparison.Ordinal)).Select(file => file.Name)];

    public static TheoryData<string> Markup { get; } = [.. FormatFile.Own.Where(file => file.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_ends_of_lines_and_blank_lines_behind_the_last_change_nothing(string name)
    {
        var (file, text) = Sound(name);

        Assert.All(["\n", "\r\n", "\r"], end => Assert.Equal(Told.Of(file, text), Told.Of(file, text.TrimEnd().ReplaceLineEndings(end))));
        Assert.Equal(Told.Of(file, text), Told.Of(file, (text + "\r\n\r\n   \r\n")));
    }

    [Theory]
    [MemberData(nameof(Markup))]
    public void A_prefix_of_a_namespace_changes_nothing(string name)
    {
        var (file, text) = Sound(name);
        var prefixed = Tag().Replace(text, "<$1f:").Replace(" xmlns=", " xmlns:f=", StringComparison.Ordinal);
        if (!prefixed.Contains("xmlns:f", StringComparison.Ordinal))
            prefixed = FirstTag().Replace(prefixed, "$0 xmlns:f='urn:fictional'", 1);

        Assert.Equal(Told.Of(file, text), Told.Of(file, prefixed));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Separators_quotation_marks_and_lines_above_the_header_change_nothing_but_the_numbers_of_lines(string name)
    {
        var (file, text) = Sound(name);
        text = text.Replace("\"Testperson, the second\"", "Testperson the second", StringComparison.Ordinal);
        string[] written =
        [
            text.Replace(',', ';'),
            text.Replace(',', '\t'),
            text.Replace(',', '|'),
            "sep=;\n" + text.Replace(',', ';'),
            "Report of a sample school\nPrinted on 20/11/2026\n\n" + text,
            string.Join('\n', text.TrimEnd().Split('\n').Select(line => $"\"{line.Replace(",", "\",\"", StringComparison.Ordinal)}\"")),
        ];

        Assert.All(written, other => Assert.Equal(WithoutLines(Told.Of(file, text)), WithoutLines(Told.Of(file, other))));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_with_nothing_below_its_header_has_no_records(string name)
    {
        var (file, text) = Sound(name);

        Assert.Empty(Told.Of(file, text.Split('\n')[0]));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_record_above_the_header_is_quarantined(string name)
    {
        var (file, text) = Sound(name);
        var lines = text.Split('\n');

        var told = Told.Of(file, string.Join('\n', [lines[1], lines[0], .. lines[2..]]));

        Assert.Equal("line 1: must stand below the header", told.Single(line => line.Contains("below the header", StringComparison.Ordinal)).Replace("line 1: line 1:", "line 1:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_line_break_in_a_cell_spoils_the_two_lines_that_it_makes_and_no_other(string name)
    {
        var (file, text) = Sound(name);
        var lines = text.TrimEnd().Split('\n');
        var cells = lines[1].Split(',');
        cells[^2] = "\"left\nright\"";

        var told = Told.Of(file, string.Join('\n', [lines[0], string.Join(',', cells), .. lines[2..]]));

        Assert.Equal(2, told.Count(line => line.StartsWith("line 2:", StringComparison.Ordinal) || line.StartsWith("line 3:", StringComparison.Ordinal)));
        Assert.Contains("must have quotation marks in pairs", told.Single(line => line.StartsWith("line 2:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_holds_no_text_of_a_format_says_what_it_is(string name)
    {
        var (file, text) = Sound(name);

        Assert.All(["", " \r\n\t", "\uFEFF"], blank => Assert.Equal($"{Beginning}must not be empty", Assert.Single(Told.Of(file, blank))));
        Assert.StartsWith($"{Beginning}must not be a ZIP archive or a workbook", Assert.Single(Told.Of(file, Zipped(text))), StringComparison.Ordinal);
        Assert.StartsWith($"{Beginning}must not be compressed", Assert.Single(Told.Of(file, Compressed(text))), StringComparison.Ordinal);
        Assert.StartsWith($"{Beginning}must not be a workbook", Assert.Single(Told.Of(file, [0xD0, 0xCF, 0x11, 0xE0, .. Encoding.UTF8.GetBytes(text)])), StringComparison.Ordinal);
        Assert.StartsWith($"{Beginning}is of no format that this adapter reads, which are ", Assert.Single(Told.Of(file, "any.txt", "Dear colleague"u8.ToArray())), StringComparison.Ordinal);
    }

    private static (FormatFile File, string Text) Sound(string name)
    {
        var file = FormatFile.Own.Single(f => f.Name == name);
        return (file, Encoding.UTF8.GetString(file.Read()));
    }

    private static IEnumerable<string> WithoutLines(IEnumerable<string> told) => told.Select(record => Line().Replace(record, "line"));

    private static byte[] Zipped(string text)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("export").Open())
            entry.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Compressed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [GeneratedRegex("line [0-9]+")]
    private static partial Regex Line();

    [GeneratedRegex("<(/?)(?=[A-Za-z])")]
    private static partial Regex Tag();

    [GeneratedRegex("<f:[A-Za-z]+")]
    private static partial Regex FirstTag();
}
