using System.Text;
using InfoShare.Adapters.SocialCare.Csv;
using InfoShare.Adapters.SocialCare.PlanList;
using InfoShare.Adapters.SocialCare.Ssda903;
using InfoShare.Adapters.Tables;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Fuzz;
using Xunit;

namespace InfoShare.Tests.SocialCare;

/// <summary>Episodes files and plan lists that were damaged, or written to do harm.</summary>
public sealed class HostileTableTests
{
    private const string Canary = Values.Canary;
    private const string Plans = "child_id,nhs_number,family_name,given_names,date_of_birth,sex,plan,category,start,end,authority,team,contact\r\nC1,9990123454,Testperson,Robin,14/05/2016,M,CPP,NEG,01/03/2026,,942,,01632 960010\r\n";
    private static readonly string Rows = string.Join("\r\n", Episodes.Header, Episodes.Before, Episodes.After, Episodes.Before.Replace("C1", "C2", StringComparison.Ordinal));

    public static TheoryData<string, string> Seeds { get; } = new() { { "ssda903", Rows }, { "cp-plans", Plans } };

    [Fact]
    public void A_row_whose_neighbour_could_not_be_used_is_not_called_the_first()
    {
        var readable = Assert.IsType<FileTranslation.Readable>(Episodes.Translate($"{Episodes.Header}\r\n{Episodes.Before.Replace("/", "-x-", StringComparison.Ordinal)}\r\n{Episodes.After}"));

        Assert.Equal(["quarantined", Ssda903Reasons.NoneBefore], readable.Records.Select(Episodes.Kind));
    }

    [Fact]
    public void A_row_that_says_two_things_in_one_column_is_quarantined()
    {
        var lines = Rows.Split("\r\n");

        var readable = Assert.IsType<FileTranslation.Readable>(Episodes.Translate($"{lines[0]},PL_POST\r\n{lines[1]},ZZ99 3WZ\r\n{lines[3]},"));

        Assert.Equal(["line 2"], readable.Records.OfType<RecordTranslation.Quarantined>().Select(record => record.Place));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_field_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it(string format, string seed)
    {
        var lines = seed.Split("\r\n");
        var fields = lines[1].Split(',');
        for (var i = 0; i < fields.Length; i++)
        {
            string[] row = [.. fields];
            row[i] = Canary;
            AssertSilent(format, $"{lines[0]}\n{string.Join(',', row)}\n{lines[^1]}");
        }

        AssertSilent(format, Canary);
        AssertSilent(format, $"{lines[0]},{Canary}\n\"{Canary}");
        AssertSilent("cp-plans", $$"""{ "format": "{{Canary}}", "plans": ["{{Canary}}"] }""");
    }

    [Fact]
    public void A_quotation_mark_that_is_not_closed_spoils_its_own_row_alone()
    {
        var records = Episodes.RecordsOf($"{Episodes.Header}\n{Episodes.Before}\nC3,\"01/06/2026,S,C2,N1,U4,PR1,,,,,CA99 9ZZ,\n{Episodes.After}");

        Assert.Equal([Ssda903Reasons.FirstEpisode, "quarantined", "move"], records.Select(Episodes.Kind));
    }

    [Fact]
    public void Size_rows_and_columns_have_limits()
    {
        Assert.IsType<FileTranslation.Unreadable>(Episodes.Translate(new byte[CsvLimits.Bytes + 1]));
        Assert.IsType<FileTranslation.Unreadable>(Episodes.Translate(Episodes.Header + new string(',', TableLimits.Cells)));
        Assert.IsType<FileTranslation.Unreadable>(Episodes.Translate(Episodes.Header + string.Concat(Enumerable.Repeat("\nC1", CsvLimits.Rows + 1))));
    }

    [Fact]
    public void A_field_or_row_of_no_table_is_quarantined_and_after_such_a_row_it_is_said_that_the_rest_was_not_read()
    {
        var records = Episodes.Records(
            Episodes.Before.Replace("C1", new string('x', CsvLimits.HeldField + 1), StringComparison.Ordinal),
            Episodes.Before.Replace("CARPL", new string('x', CsvLimits.HeldField + 1), StringComparison.Ordinal),
            Episodes.Before,
            new string('x', 3 * TableLimits.BytesOfRow),
            Episodes.After);

        Assert.Equal(["quarantined", "quarantined", Ssda903Reasons.FirstEpisode, "quarantined"], records.Select(Episodes.Kind));
        Assert.Equal("from line 5 on", Assert.IsType<RecordTranslation.Quarantined>(records[^1]).Place);
        Assert.IsType<FileTranslation.Unreadable>(Episodes.Translate(new string('x', 3 * TableLimits.BytesOfRow)));
    }

    [Fact]
    public void A_large_file_of_one_child_is_read_in_seconds()
    {
        var rows = Enumerable.Range(0, 100_000).Select(i => $"C1,{new DateOnly(2000, 1, 1).AddDays(i % 9_000):yyyy-MM-dd},P,C2,N1,U4,PR1,,,,,CA99 9ZZ,");

        Assert.Equal(100_000, Episodes.Records([.. rows]).Count);
    }

    private static FileTranslation Translate(string format, byte[] content) =>
        format == "ssda903" ? Episodes.Translate(content) : new PlanListTranslator().Translate(content, CinSample.Context());

    private static void AssertSilent(string format, string text) => Assert.Null(Account.Fault(Translate(format, Encoding.UTF8.GetBytes(text))));
}
