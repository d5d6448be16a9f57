using System.Text.Json.Nodes;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Policies;
using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Tests.Policy;
using Xunit;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Commands;

public sealed class PolicyReplayRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private string Data => folder.File("data");

    [Fact]
    public async Task All_as_recorded_exits_0()
    {
        await DecideAsync();

        Assert.Equal(0, await RunAsync());
        Assert.Equal(["2 decisions on record; decided again with the set that is recorded for each:", "2 the same, 0 different"], Lines());
    }

    [Fact]
    public async Task A_changed_record_exits_1_and_is_named()
    {
        await DecideAsync(change: "update decision set outcome = replace(outcome, 'household', 'plan') where id = 1");

        Assert.Equal(1, await RunAsync());
        Assert.Contains("1 the same, 1 different", Lines());
        Assert.Contains(Lines(), line => line.StartsWith("  household newly released", StringComparison.Ordinal) && line.EndsWith("such as d-school-nurse", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_named_candidate_exits_0_and_says_what_it_would_change()
    {
        await DecideAsync();

        Assert.Equal(0, await RunAsync(set: "duty-to-disclose"));
        Assert.Contains("duty-to-disclose (sha256:", Lines()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_a_candidate_and_json_is_one_document()
    {
        await DecideAsync();
        foreach (var (name, text) in TestPolicies.Changed("parts.cedar", "Part::\"household\", Part::\"medical\", Part::\"education\", Part::\"plan\"", "Part::\"medical\"").Texts)
        {
            System.IO.Directory.CreateDirectory(folder.File("candidates"));
            await File.WriteAllTextAsync(folder.File("candidates", name), text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await RunAsync(policies: folder.File("candidates"), json: true));
        var report = JsonNode.Parse(output.ToString())!["report"]!;
        Assert.Equal(
            ["household part-withheld 1", "education part-withheld 1", "plan part-withheld 1"],
            report["differences"]!.AsArray().Select(d => $"{d!["part"]} {d["change"]} {d["decisions"]!["count"]}"));
        Assert.All(report["differences"]!.AsArray(), d => Assert.Equal("school-nurse", (string?)d!["role"]));
    }

    [Theory]
    [InlineData("nothing", null, "there is no set nothing; there are 2026, duty-to-disclose")]
    [InlineData(null, "none", "there is no such folder")]
    public async Task A_candidate_that_is_not_there_is_said_and_exits_1(string? set, string? policies, string says)
    {
        await DecideAsync();

        Assert.Equal(1, await RunAsync(set, policies is null ? null : folder.File(policies)));
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task Where_there_are_no_records_it_is_one_line_and_exit_1()
    {
        Assert.Equal(1, await RunAsync());
        Assert.Contains("there are no records", Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(string? set = null, string? policies = null, bool json = false) =>
        new PolicyReplayRun(output, error).RunAsync(new(null, set, policies, Data, null, json), TestContext.Current.CancellationToken);

    private string[] Lines() => output.ToString().TrimEnd().Split('\n');

    /// <summary>A concern of level four to a school nurse and to the police.</summary>
    private async Task DecideAsync(string? change = null)
    {
        await using var store = RoutingStore.Open(Path.Combine(Data, "routing"), Path.Combine(Data + ".keys", "routing"));
        var policy = SharingPolicies.OfThisRelease.At(Noon);
        await store.WriteAsync(scope =>
        {
            scope.Keep(SharingPolicies.OfThisRelease, Noon);
            foreach (var role in (string[])[Roles.SchoolNurse, Roles.PoliceSafeguardingOfficer])
            {
                var facts = new SharingFacts(LevelFour, At(role, AgencyKind.Health), [], Noon);
                scope.Record("education-cumberland", "m1", $"d-{role}", "first", policy.Version, "d1", facts, policy.Decide(facts));
            }
        });
        if (change is not null)
            await store.WriteAsync(scope => scope.Execute(change));
    }
}
