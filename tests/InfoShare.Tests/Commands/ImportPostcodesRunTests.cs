using System.Diagnostics;
using System.Text.Json.Nodes;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Cli.Index;
using InfoShare.Directory;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class ImportPostcodesRunTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private Settings Settings => new() { Data = folder.File("data") };

    [Fact]
    public async Task What_was_imported_is_used_from_the_next_start_on()
    {
        Assert.Same(Postcodes.Sample, PostcodesOpening.Read(Settings));

        Assert.Equal(0, await RunAsync(Table("pcds,doterm,oslaua", "CA99 7ZZ,,E06000063", "CA99 6ZZ,199606,E07000028", "DG99 7ZZ,,S12000006")));

        Assert.Equal("E06000063", PostcodesOpening.Read(Settings).AuthorityAt("CA99 6ZZ", Today));
        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal("skipped 1: in Scotland", lines[0]);
        Assert.StartsWith("kept 2 of 3 rows, 1 of them no longer in use, in ", lines[1], StringComparison.Ordinal);
        Assert.Equal(["postcodes.bin"], System.IO.Directory.GetFiles(folder.File("data", "places")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task With_json_standard_output_is_one_document()
    {
        Assert.Equal(0, await RunAsync(Table("pcds,oslaua", "CA99 7ZZ,E06000063", "CA99 6ZZ,E06000999", "CA99 5ZZ,"), json: true));

        var said = JsonNode.Parse(output.ToString())!;
        Assert.Equal((3, 1, 0), ((int)said["rows"]!, (int)said["kept"]!, (int)said["terminated"]!));
        Assert.Equal("""{"blank":1,"unknownCode":1}""", said["skipped"]!.ToJsonString());
        Assert.Equal("""["E06000999"]""", said["unknownCodes"]!.ToJsonString());
    }

    [Fact]
    public async Task The_input_is_imported_with_its_reasons()
    {
        Assert.Equal(0, await RunAsync(Inputs.Require("places", "onspd-nov-2025-extract.csv"), json: true));

        var said = JsonNode.Parse(output.ToString())!;
        Assert.Equal(164_859, (int)said["rows"]!);
        Assert.Equal(164_859, (int)said["kept"]! + said["skipped"]!.AsObject().Sum(reason => (int)reason.Value!));
        Assert.Equal((int)said["kept"]!, PostcodesOpening.Read(Settings).Count);
    }

    [Theory]
    [InlineData("pcds,ladnm\nCA99 7ZZ,Cumberland", "the heading has no column of local authorities")]
    [InlineData("pcds,oslaua\nCA99 7ZZ,E06000063\nCA99", "row 2 below the heading has fewer columns")]
    [InlineData(null, "there is no such file")]
    public async Task A_wrong_file_is_named_and_leaves_what_was_imported_before(string? text, string said)
    {
        await RunAsync(Table("pcds,oslaua", "CA99 7ZZ,E06000063"));
        output.GetStringBuilder().Clear();

        Assert.Equal(1, await RunAsync(text is null ? folder.File("none.csv") : Table(text), json: true));

        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(said, (string?)JsonNode.Parse(output.ToString())!["error"], StringComparison.Ordinal);
        Assert.Equal("E06000063", PostcodesOpening.Read(Settings).AuthorityAt("CA99 7ZZ", Today));
        Assert.Single(System.IO.Directory.GetFiles(folder.File("data", "places")));
    }

    [Fact]
    public async Task A_file_without_lines_is_not_read_into_memory()
    {
        Assert.Equal(1, await RunAsync(Table(new string('x', 100_000))));
        Assert.Contains("a line is longer than 64 Ki characters", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_postcodes_stop_the_start()
    {
        await RunAsync(Table("pcds,oslaua", "CA99 7ZZ,E06000063"));
        var file = PostcodesOpening.FileIn(Settings);
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..^1], TestContext.Current.CancellationToken);

        var refusal = Assert.Throws<CannotStartException>(() => PostcodesOpening.Read(Settings));

        Assert.Contains("import the postcodes again", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Length", "long")]
    public async Task The_whole_country_takes_little_memory_and_time()
    {
        const int Rows = 2_600_000;
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await RunAsync(Table(Country(Rows)), json: true));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}");
        Assert.Contains("2,500,000 rows read", error.ToString(), StringComparison.Ordinal);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var postcodes = PostcodesOpening.Read(Settings);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.Equal(Rows, postcodes.Count);
        Assert.True(bytes < 25_000_000, $"holds {bytes} bytes");
        Assert.Equal(("E07000028", "E10000029"), (PlaceOf(1), postcodes.AuthorityAt(Invented(0), Today)));
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(
            LocalAuthorities.AuthorityFor(PlaceOf(i * 2600), Today), postcodes.AuthorityAt(Invented(i * 2600), Today)));
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private static IEnumerable<string> Country(int rows) =>
        Enumerable.Range(0, rows).Select(i => $"\"{Invented(i)}\",\"\",\"{PlaceOf(i)}\"").Prepend("pcds,doterm,oslaua");

    /// <summary>As a postcode is written: two letters, a digit, a space, a digit, two letters.</summary>
    private static string Invented(int i) =>
        $"{(char)('A' + (i / 1_757_600 % 26))}{(char)('A' + (i / 67_600 % 26))}{i / 6760 % 10} {i / 676 % 10}{(char)('A' + (i / 26 % 26))}{(char)('A' + (i % 26))}";

    private static string PlaceOf(int i) => (i % 3) switch { 0 => "E07000202", 1 => "E07000028", _ => "E09000007" };

    private string Table(params IEnumerable<string> lines)
    {
        var file = folder.File("table.csv");
        File.WriteAllLines(file, lines);
        return file;
    }

    private Task<int> RunAsync(string file, bool json = false) =>
        new ImportPostcodesRun(TimeProvider.System, output, error).RunAsync(new(file, Settings.Data, json), TestContext.Current.CancellationToken);
}
