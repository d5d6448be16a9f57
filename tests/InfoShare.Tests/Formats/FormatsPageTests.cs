using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Formats;

/// <summary>
/// The tables of docs/formats.md are what comes of reading the files. INFOSHARE_WRITE_FORMATS=1 writes them anew; rows of
/// inputs need the inputs.
/// </summary>
public sealed class FormatsPageTests
{
    private const string Page = "docs/formats.md";
    private const string Samples = "Samples";
    private const string RealFiles = "Real files";

    [Fact]
    public void The_table_of_the_samples_is_what_reading_them_gives() => Compare(Samples, FormatFile.Own);

    /// <summary>Files that are not in the table may be there too: each is read without a fault, and has a row when it is written anew.</summary>
    [Fact]
    public void The_table_of_real_files_is_what_reading_them_gives()
    {
        Inputs.Require(".");
        Compare(RealFiles, FormatFile.Real);
    }

    private static void Compare(string heading, IReadOnlyList<FormatFile> files)
    {
        var rows = files.ToDictionary(file => file.Name, FormatsTable.RowOf);
        if (Environment.GetEnvironmentVariable("INFOSHARE_WRITE_FORMATS") == "1")
            Write(heading, rows.Values);
        var written = RowsUnder(heading).ToDictionary(row => row.Split(" | ")[0][2..]);

        Assert.NotEmpty(written);
        Assert.DoesNotContain(rows.Values, row => row.Contains("a fault of ours", StringComparison.Ordinal));
        Assert.All(written.Where(row => rows.ContainsKey(row.Key)), row => Assert.Equal(rows[row.Key], row.Value));
        if (heading == Samples)
            Assert.Equal(rows.Keys, written.Keys);
    }

    private static IEnumerable<string> RowsUnder(string heading) =>
        SectionOf(Sources.Text(Page), heading).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

    private static void Write(string heading, IEnumerable<string> rows)
    {
        var page = Sources.Text(Page);
        var section = SectionOf(page, heading);
        var head = section.Split('\n').TakeWhile(line => !line.StartsWith("|---", StringComparison.Ordinal));
        var table = string.Join('\n', [.. head, "|---|---|---|---|---|---|", .. rows]) + "\n";
        File.WriteAllText(Path.Combine(Sources.Root, Page), page.Replace(section, table, StringComparison.Ordinal));
    }

    private static string SectionOf(string page, string heading)
    {
        var start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal) + 1;
        var end = page.IndexOf("\n\n## ", start, StringComparison.Ordinal) + 1;
        return end == 0 ? page[start..] : page[start..end];
    }
}
