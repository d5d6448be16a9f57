using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using InfoShare.Cli.Policies;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class ConformanceRunTests : IDisposable
{
    private const string Case = """
        {
          "policies": "cases/p.cedar", "schema": "cases/s.cedarschema", "entities": "cases/e.json", "shouldValidate": true,
          "requests": [{
            "description": "ann reads", "principal": { "type": "User", "id": "ann" }, "action": { "type": "Action", "id": "read" }, "resource": { "type": "User", "id": "ann" },
            "context": {}, "decision": "allow", "reason": ["policy0"], "errors": []
          }]
        }
        """;

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public ConformanceRunTests()
    {
        Write("permit (principal, action, resource);", "cases", "p.cedar");
        Write("entity User; action read appliesTo { principal: User, resource: User };", "cases", "s.cedarschema");
        Write("[]", "cases", "e.json");
        Write(Case, "cases", "below", "1.json");
    }

    [Theory]
    [InlineData("cedar-corpus.tar.gz", "agreed 31656 of 31656 requests, 3957 of 3957 validations")]
    [InlineData("cedar-handwritten-tests.tar.gz", "agreed 74 of 74 requests, 22 of 22 validations")]
    public async Task Nothing_of_the_given_cases_differs_but_what_is_known(string archive, string last)
    {
        await using var unzipped = new GZipStream(File.OpenRead(Inputs.Require("policy", archive)), CompressionMode.Decompress);
        using var given = new TemporaryFolder();
        await TarFile.ExtractToDirectoryAsync(unzipped, given.Path, overwriteFiles: false, TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync(given.Path, ProjectRoot.Path("tests", "cedar-known-differences.json")));
        Assert.Equal(last, LastLine());
    }

    [Theory]
    [InlineData("")]
    [InlineData("cases")]
    [InlineData("cases/")]
    public async Task Paths_inside_a_case_are_found_from_the_folder_or_its_parent(string named)
    {
        Assert.Equal(0, await RunAsync(folder.File(named)));
        Assert.Equal("agreed 1 of 1 requests, 1 of 1 validations", LastLine());
    }

    [Fact]
    public async Task A_wrong_reason_is_a_line_and_exits_1_unless_it_is_known()
    {
        Write(Case.Replace("policy0", "policy1", StringComparison.Ordinal), "cases", "2.json");
        Write("""[{ "case": "cases/2.json", "request": "ann reads", "reason": "it is meant" }]""", "known");

        Assert.Equal(1, await RunAsync(folder.Path));
        Assert.StartsWith("cases/2.json: ann reads: expected allow for [policy1]", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("agreed 1 of 2 requests, 2 of 2 validations", LastLine());

        Assert.Equal(0, await RunAsync(folder.Path, folder.File("known")));
        Assert.Contains("(known: it is meant)", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cases/p.cedar", "cases/none.cedar", "there is no such file")]
    [InlineData("cases/p.cedar", "../outside/p.cedar", "lies outside of the folder of the cases")]
    [InlineData("\"requests\"", "\"request\"", "expected the field `requests`")]
    [InlineData("}", "", "expected well-formed JSON")]
    public async Task A_case_that_cannot_be_read_is_a_difference_that_says_why(string from, string to, string said)
    {
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside.File("p.cedar"), "");
        Write(Case.Replace(from, to.Replace("../outside", $"../../{Path.GetFileName(outside.Path)}", StringComparison.Ordinal), StringComparison.Ordinal), "cases", "2.json");

        Assert.Equal(1, await RunAsync(folder.File("cases")));
        Assert.StartsWith("2.json: cannot be read: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_document()
    {
        Write(Case.Replace("policy0", "policy1", StringComparison.Ordinal), "cases", "2.json");

        Assert.Equal(1, await RunAsync(folder.Path, json: true));
        using var document = JsonDocument.Parse(output.ToString());
        Assert.Equal(1, document.RootElement.GetProperty("requestsAgreed").GetInt32());
        Assert.Equal("ann reads", document.RootElement.GetProperty("differences")[0].GetProperty("request").GetString());
    }

    [Fact]
    public async Task A_long_run_says_how_far_it_is()
    {
        Assert.Equal(0, await RunAsync(folder.Path, time: new Slow()));
        Assert.Contains("looked at 1 of 2 files", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", null, "there is no such folder")]
    [InlineData("", "none", "there is no such file")]
    [InlineData("", "cases/p.cedar", "expected well-formed JSON")]
    public async Task What_is_asked_for_and_cannot_be_read_is_one_line_and_exit_1(string cases, string? known, string said)
    {
        Assert.Equal(1, await RunAsync(folder.File(cases), known is null ? null : folder.File(known)));
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_folder_without_cases_does_not_agree()
    {
        using var empty = new TemporaryFolder();

        Assert.Equal(1, await RunAsync(empty.Path));
        Assert.Contains("there is no case below it", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private void Write(string text, params string[] path)
    {
        var file = folder.File(path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private Task<int> RunAsync(string cases, string? known = null, bool json = false, TimeProvider? time = null)
    {
        output.GetStringBuilder().Clear();
        return new ConformanceRun(time ?? TimeProvider.System, output, error).RunAsync(new(cases, known, json), TestContext.Current.CancellationToken);
    }

    private string LastLine() => output.ToString().TrimEnd().Split('\n')[^1];

    /// <summary>A minute passes each time it is looked at.</summary>
    private sealed class Slow : TimeProvider
    {
        private long minutes;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 60 * minutes++;
    }
}
