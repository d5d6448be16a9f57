using System.Text.Json.Nodes;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Index;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class IndexRunTests : IDisposable
{
    private const string Map = "given=first name,surname=surname,dob=dob,postcode=postcode,address=address";

    private static readonly string[] Header = [" first name, surname ,dob,postcode,address,whose"];
    private static readonly string[] Rows =
    [
        "Robin,Fellgate,2016-03-09,CA99 1ZZ,3 Sample Street,a-1",
        "Maya,Fellgate,2016-03-09,CA99 1ZZ,3 Sample Street,b-1",
        "Robyn,Fell-Gate,09/03/2016,CA99 1ZZ,3 Sample St,a-2",
        "Sam,Othername,2011-07-30,IP99 1ZZ,8 Other Road,c-1",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Fact]
    public async Task The_figures_are_said_with_the_truth_by_a_part_of_a_column()
    {
        Assert.Equal(0, await EvaluateAsync(Table([.. Header, .. Rows]), null, "whose:^(.)-"));

        var said = JsonNode.Parse(output.ToString())!;
        Assert.Equal((4, 0, 1, 1, 0), ((int)said["records"]!, (int)said["unusable"]!, (int)said["pairs"]!, (int)said["blocking"]!["recall"]!, (int)said["automatic"]!["wrong"]!));
        Assert.Equal(1, (int)said["withReview"]!["recall"]!);
        Assert.NotNull(said["clustered"]!["f1"]);
        Assert.True((double)said["seconds"]! >= 0);
    }

    [Fact]
    public async Task Two_tables_are_linked_across_and_without_a_truth_nothing_is_said_that_would_need_it()
    {
        Assert.Equal(0, await new IndexEvaluateRun(TimeProvider.System, output, error).RunAsync(
            new(new(Table([.. Header, .. Rows[..2]]), Table([.. Header, .. Rows[2..]]), Map, true), null, null), Token));

        var said = JsonNode.Parse(output.ToString())!;
        Assert.Null(said["automatic"]!["precision"]);
        Assert.Null(said["withReview"]!["recall"]);
        Assert.Equal(2, (int)said["compared"]!);
    }

    [Theory]
    [InlineData("given=first name", "nobody", null, "must have a header with the columns first name, nobody")]
    [InlineData("given=first name", "whose", "whose:(", "--truth-column and --truth-regex cannot both be said")]
    [InlineData("given=first name", null, null, null)]
    [InlineData("given", null, null, "--map must be FIELD=COLUMN, with commas between")]
    [InlineData("age=dob", null, null, "--map knows given, surname, dob, postcode, address, nhs, upn; not age")]
    [InlineData("dob=dob,dob=dob", null, null, "--map says dob twice")]
    public async Task What_cannot_be_understood_is_said(string map, string? column, string? regex, string? why)
    {
        var options = new IndexEvaluateOptions(new(Table([.. Header, .. Rows]), null, map, true), column, regex);

        Assert.Equal(why is null ? 0 : 1, await new IndexEvaluateRun(TimeProvider.System, output, error).RunAsync(options, Token));

        if (why is not null)
            Assert.EndsWith(why, (string)JsonNode.Parse(output.ToString())!["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_twin_is_not_linked_is_said_field_by_field_and_nothing_of_the_records()
    {
        Assert.Equal(0, await ExplainAsync(line: 2, with: 3));

        var said = output.ToString();
        Assert.Contains("line 3: PotentialMatch", said, StringComparison.Ordinal);
        Assert.Matches("GivenName +personal +Different +-", said);
        Assert.Matches(@"Address +household +Same +\+", said);
        Assert.DoesNotContain("fellgate", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_likeliest_come_first_where_no_other_is_named()
    {
        Assert.Equal(0, await ExplainAsync(line: 4, with: null));
        Assert.StartsWith("line 2: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_a_record_is_an_error()
    {
        Assert.Equal(1, await ExplainAsync(line: 1, with: null));
        Assert.Equal(1, await ExplainAsync(line: 2, with: 2));
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<int> EvaluateAsync(string file, string? column, string? regex) =>
        new IndexEvaluateRun(TimeProvider.System, output, error).RunAsync(new(new(file, null, Map, true), column, regex), Token);

    private Task<int> ExplainAsync(int line, int? with) =>
        new IndexExplainRun(output, error).RunAsync(new(new(Table([.. Header, .. Rows]), null, Map, false), line, with), Token);

    private string Table(params string[] lines)
    {
        var path = folder.File($"{Guid.NewGuid():n}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }
}
