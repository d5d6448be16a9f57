using System.Text;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.SocialCare.Ssda903;
using InfoShare.Adapters.Translation;
using Xunit;

namespace InfoShare.Tests.SocialCare;

/// <summary>Files of many children: one is held at a time where the rows of each stand together.</summary>
public sealed class Ssda903SizeTests
{
    [Fact]
    public void The_same_becomes_of_each_row_whether_the_rows_of_the_children_stand_together_or_not()
    {
        string[] rows = [.. Enumerable.Range(0, 50).SelectMany(i => new[] { Of(i, Episodes.Before), i % 7 == 0 ? ",,,,,,,,,,,x," : "", Of(i, Episodes.After) }).Where(row => row.Length > 0)];
        string[] mixed = [.. rows.Where((_, i) => i % 2 == 0), .. rows.Where((_, i) => i % 2 == 1)];

        Assert.Equal(
            Episodes.Records(rows).Select((record, i) => (rows[i], Episodes.Kind(record))).Order(),
            Episodes.Records(mixed).Select((record, i) => (mixed[i], Episodes.Kind(record))).Order());
    }

    [Fact]
    public void A_file_of_more_rows_than_can_be_held_is_read_child_by_child()
    {
        var file = File(Enumerable.Range(0, (CsvLimits.Rows / 2) + 1), i => [Of(i, Episodes.Before), Of(i, Episodes.After)]);

        var kinds = Assert.IsType<FileTranslation.Readable>(Episodes.Translate(file)).Records.Select(Episodes.Kind).CountBy(kind => kind).ToDictionary();

        Assert.Equal(new() { [Ssda903Reasons.FirstEpisode] = (CsvLimits.Rows / 2) + 1, ["move"] = (CsvLimits.Rows / 2) + 1 }, kinds);
    }

    [Fact]
    public void It_is_refused_when_its_children_are_mixed_and_says_what_it_must_be_like()
    {
        var file = File(Enumerable.Range(0, CsvLimits.Rows + 1), i => [Of(i % 1_000, Episodes.Before)]);

        Assert.Equal(
            "must have the rows of each child together, 2000 at most, or not be larger than 32 MiB and 200000 rows",
            Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Episodes.Translate(file)).Problems).Problem);
    }

    private static string Of(int child, string row) => row.Replace("C1,", $"C{child},", StringComparison.Ordinal);

    private static byte[] File(IEnumerable<int> children, Func<int, string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', children.SelectMany(rows).Prepend(Episodes.Header)));
}
