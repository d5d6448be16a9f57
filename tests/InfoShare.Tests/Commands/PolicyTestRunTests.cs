using System.Text.Json;
using InfoShare.Cli.Policies;
using InfoShare.Policy.Sets;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class PolicyTestRunTests : IDisposable
{
    private const string Told = """[{ "title": "The nurse hears.", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-nurse" }, "mayKnow": true }]""";
    private const string NotTold = """[{ "title": "The doctor hears.", "source": "s", "message": { "levelOfNeed": 4 }, "recipient": { "role": "named-doctor" }, "mayKnow": true }]""";

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public PolicyTestRunTests()
    {
        foreach (var (name, text) in PolicyFiles.OfThisRelease.Texts)
            File.WriteAllText(Path.Combine(folder.Path, name), text);
        System.IO.Directory.CreateDirectory(Scenarios);
        Write("a.json", Told);
    }

    private string Scenarios => Path.Combine(folder.Path, "scenarios");

    [Fact]
    public async Task All_that_pass_are_counted_in_one_line_and_exit_0()
    {
        Assert.Equal(0, await RunAsync());
        Assert.Equal("1 passed, 0 failed", output.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_failing_one_is_told_with_place_expectation_and_decision_and_exits_1()
    {
        Write("b.json", NotTold);

        Assert.Equal(1, await RunAsync());
        Assert.Equal(
            ["b.json:1: The doctor hears. (set 2026)", "  mayKnow: expected true; decided false", "1 passed, 1 failed"],
            output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public async Task The_sets_are_those_of_the_folder_above_not_of_the_release()
    {
        File.WriteAllText(Path.Combine(folder.Path, "grounds.cedar"), PolicyFiles.OfThisRelease.Texts["grounds.cedar"].Replace("Role::\"named-nurse\",", "", StringComparison.Ordinal));

        Assert.Equal(1, await RunAsync());
        Assert.EndsWith("0 passed, 1 failed", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_document()
    {
        Write("b.json", NotTold);

        Assert.Equal(1, await RunAsync(json: true));
        using var document = JsonDocument.Parse(output.ToString());
        Assert.Equal((1, 1), (document.RootElement.GetProperty("passed").GetInt32(), document.RootElement.GetProperty("failed").GetInt32()));
        Assert.Equal("mayKnow", document.RootElement.GetProperty("scenarios")[1].GetProperty("differences")[0].GetProperty("what").GetString());
    }

    [Fact]
    public async Task A_scenario_or_a_set_that_is_refused_is_said_and_nothing_is_counted()
    {
        Write("b.json", "[{}]");
        Assert.Equal(1, await RunAsync());
        Assert.Contains("b.json:1:1: has no source", error.ToString(), StringComparison.Ordinal);

        Write("b.json", "[]");
        File.WriteAllText(Path.Combine(folder.Path, "parts.cedar"), "permit");
        Assert.Equal(1, await RunAsync());
        Assert.Contains("parts.cedar:1:", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData("scenarios", "none", "there is no set `none`")]
    [InlineData("nowhere", null, "there is no such folder")]
    [InlineData(".", null, "is not a list of scenarios")]
    [InlineData("empty", null, "there are no scenarios")]
    public async Task What_is_not_there_is_said_and_exits_1(string name, string? set, string says)
    {
        System.IO.Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));

        Assert.Equal(1, await new PolicyTestRun(output, error).RunAsync(new(Path.Combine(folder.Path, name), set, false), TestContext.Current.CancellationToken));
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Scenarios, name), text);

    private Task<int> RunAsync(bool json = false) => new PolicyTestRun(output, error).RunAsync(new(Scenarios, null, json), TestContext.Current.CancellationToken);
}
