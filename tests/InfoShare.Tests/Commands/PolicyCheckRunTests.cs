using System.Text.Json.Nodes;
using InfoShare.Cli.Policies;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Tests.Outside;

namespace InfoShare.Tests.Commands;

public sealed class PolicyCheckRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();

    [Fact]
    public async Task The_sets_of_this_release_are_named_with_version_day_and_number_of_rules()
    {
        Assert.Equal(0, await RunAsync(null));

        var policy = SharingPolicies.OfThisRelease.Named("2026")!;
        Assert.Equal([$"2026: {policy.Rules.Count} rules, in force from 2026-01-01", $"  version {policy.Version}"], Lines.Take(2));
        Assert.Matches("^duty-to-disclose: [0-9]+ rules, a candidate, never in force$", Lines[2]);
    }

    [Fact]
    public async Task The_projects_own_folder_says_the_same_as_the_release_and_what_its_scenarios_try()
    {
        await RunAsync(null);
        var release = output.ToString();
        output.GetStringBuilder().Clear();

        Assert.Equal(0, await RunAsync(ProjectRoot.Path("policies")));
        Assert.StartsWith(release, output.ToString(), StringComparison.Ordinal);
        Assert.Matches("^rules: [0-9]+, satisfied in no scenario: 0; clauses: ([0-9]+), seen true and seen false: [0-9]+$", Lines[^1]);
    }

    [Fact]
    public async Task Every_problem_is_told_with_file_line_and_column_and_the_exit_code_is_1()
    {
        await WriteAsync(("grounds.cedar", "permit (principal, action, resource);\n  permit ("), ("sets.json", PolicyFiles.OfThisRelease.Texts["sets.json"]));

        Assert.Equal(1, await RunAsync(folder.File("policies")));
        Assert.Contains(Lines, line => line.StartsWith("grounds.cedar:2:", StringComparison.Ordinal));
        Assert.Matches("^[0-9]+ problems?: refused$", Lines[^1]);
    }

    [Fact]
    public async Task With_json_the_problems_are_one_document()
    {
        await WriteAsync(("grounds.cedar", "permit (principal, action == Action::\"know\", resource);"));

        Assert.Equal(1, await RunAsync(folder.File("policies"), json: true));
        var problems = JsonNode.Parse(output.ToString())!["problems"]!.AsArray();
        Assert.Contains(problems, problem => (string?)problem!["file"] == "grounds.cedar" && (int?)problem["line"] == 1 && (int?)problem["column"] == 1);
    }

    [Fact]
    public async Task A_rule_with_an_obligation_that_nobody_can_keep_is_said_to_permit_nothing()
    {
        var text = PolicyFiles.OfThisRelease.Texts["grounds.cedar"];
        await WriteAsync(("grounds.cedar", text.Replace("@id(\"child-in-need\")", "@id(\"child-in-need\") @obligation(\"read-aloud\")", StringComparison.Ordinal)));

        Assert.Equal(0, await RunAsync(folder.File("policies")));
        Assert.Single(Lines, line => line.StartsWith("child-in-need permits nothing: its obligation read-aloud is not one of ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scenario_that_cannot_be_read_is_named_and_the_exit_code_is_1()
    {
        await WriteAsync(("grounds.cedar", PolicyFiles.OfThisRelease.Texts["grounds.cedar"]));
        System.IO.Directory.CreateDirectory(folder.File("policies", "scenarios"));
        await File.WriteAllTextAsync(folder.File("policies", "scenarios", "mine.json"), "[ {", TestContext.Current.CancellationToken);

        Assert.Equal(1, await RunAsync(folder.File("policies")));
        Assert.Contains(Lines, line => line.StartsWith("mine.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_one_line_and_exit_1()
    {
        Assert.Equal(1, await RunAsync(folder.File("none")));
        Assert.EndsWith("none: there is no such folder", Lines[0], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }

    private string[] Lines => output.ToString().TrimEnd().Split('\n');

    private Task<int> RunAsync(string? policies, bool json = false) => new PolicyCheckRun(output).RunAsync(new(policies, json), TestContext.Current.CancellationToken);

    /// <summary>The policies of this release, with some files of other text.</summary>
    private async Task WriteAsync(params (string Name, string Text)[] others)
    {
        System.IO.Directory.CreateDirectory(folder.File("policies"));
        var texts = new Dictionary<string, string>(PolicyFiles.OfThisRelease.Texts);
        foreach (var (name, text) in others)
            texts[name] = text;
        foreach (var (name, text) in texts)
            await File.WriteAllTextAsync(folder.File("policies", name), text);
    }
}
