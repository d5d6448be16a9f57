using System.Text.Json.Nodes;
using InfoShare.Cli.Policies;
using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Tests.Policy;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Commands;

public sealed class PolicyExplainRunTests : IDisposable
{
    private static readonly SharingPolicy Policy = SharingPolicies.OfThisRelease.At(Noon);
    private static readonly SharingFacts EarlyHelp = new(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), [], Noon);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private string Data => folder.File("data");

    [Fact]
    public async Task The_latest_decision_about_a_delivery_is_explained_in_lines_that_people_read()
    {
        await RecordAsync(Policy.Version, EarlyHelp with { Consents = [] }, EarlyHelp.At.AddDays(-1));
        await RecordAsync(Policy.Version, EarlyHelp, EarlyHelp.At);

        Assert.Equal(0, await RunAsync(Audience.Governance));

        Assert.Equal(
            $"""
            About: d1 to la/E06000063#early-help-coordinator
            decided 2026-11-20 12:00:00 UTC by the set 2026, version {Policy.Version}
            about concern.raised from education: level of need 2; categories NEG
            agreements: none recorded

            WITHHELD (no-agreement): the recipient may not know that the message exists.
              because no-agreement-to-share: with an agreement to share that covers this kind of agency it could go; there is none
              the rules that came nearest, and what they need:
                early-help-with-agreement ({Place("early-help-with-agreement")})
                  there is an agreement to share that covers this kind of agency
            """,
            string.Join('\n', Lines.Take(10)));
        Assert.Equal("  it would go if there is an agreement to share that covers this kind of agency (early-help-with-agreement)", Lines.Single(line => line.Contains("it would go if", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Parts_that_fare_alike_are_told_together()
    {
        await RecordAsync(Policy.Version, EarlyHelp with { Message = LevelFour, Recipient = At(Roles.ConferenceChair) }, Noon);

        Assert.Equal(0, await RunAsync(Audience.Operator));

        Assert.Contains("SHARED: the recipient may know of the message.", Lines);
        Assert.Contains("  identity, incident, childVoice, contact: shared", Lines);
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync(Audience.Sender));
        Assert.Contains("  address, household, education, intelligence, thirdParty: withheld (not-needed-for-role)", Lines);
    }

    [Fact]
    public async Task An_audience_is_told_no_more_than_it_may_know()
    {
        await RecordAsync(Policy.Version, EarlyHelp, Noon);

        Assert.Equal(0, await RunAsync(Audience.Sender));
        Assert.DoesNotContain("early", output.ToString(), StringComparison.Ordinal);
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync(Audience.Recipient));
        Assert.Equal(["Nothing: this audience may not know that there was a decision."], Lines);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_document()
    {
        await RecordAsync(Policy.Version, EarlyHelp, Noon);

        Assert.Equal(0, await RunAsync(Audience.Sender, json: true));

        var told = JsonNode.Parse(output.ToString())!;
        Assert.Equal("sender", (string?)told["audience"]);
        Assert.Equal("no-agreement", (string?)told["explanation"]!["whole"]!["code"]);
        Assert.Equal("agreement", (string?)told["explanation"]!["whole"]!["changes"]![0]!["changes"]![0]!["kind"]);
    }

    [Fact]
    public async Task A_decision_of_a_policy_that_is_not_here_cannot_be_explained()
    {
        await RecordAsync("sha256:other", EarlyHelp, Noon);

        Assert.Equal(1, await RunAsync(Audience.Governance));
        Assert.Contains("sha256:other", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_the_policy_would_not_have_made_is_not_explained_away()
    {
        await RecordAsync(Policy.Version, EarlyHelp, Noon, Policy.Decide(EarlyHelp) with { MayKnow = true });

        Assert.Equal(1, await RunAsync(Audience.Governance));
        Assert.Contains("this release does not decide these facts as the record says", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_facts_were_erased_that_is_said()
    {
        await RecordAsync(Policy.Version, EarlyHelp, Noon);
        await using (var store = RoutingStore.Open(Path.Combine(Data, "routing"), Path.Combine(Data + ".keys", "routing")))
            await store.WriteAsync(scope => scope.Later("update decision set facts = ''", new { }));

        Assert.Equal(1, await RunAsync(Audience.Governance));
        Assert.Contains("the facts of its decision have been erased", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_on_record_is_one_line_and_exit_1()
    {
        Assert.Equal(1, await RunAsync(Audience.Governance, json: true));
        Assert.Equal(error.ToString().Trim(), (string?)JsonNode.Parse(output.ToString())!["error"]);
        Assert.Contains("there are no records", error.ToString(), StringComparison.Ordinal);

        await RecordAsync(Policy.Version, EarlyHelp, Noon);
        Assert.Equal(1, await RunAsync(Audience.Governance, delivery: "d2"));
        Assert.Contains("no decision is recorded about the delivery d2", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private static string Place(string rule) => Policy.Rules.Where(one => one.Id == rule).Select(one => $"{one.File}:{one.Policy.Span.Line}").Single();

    private string[] Lines => output.ToString().TrimEnd().Split('\n');

    private Task<int> RunAsync(Audience audience, bool json = false, string delivery = "d1") =>
        new PolicyExplainRun(SharingPolicies.OfThisRelease, output, error).RunAsync(new(delivery, audience, Data, null, json), TestContext.Current.CancellationToken);

    private async Task RecordAsync(string version, SharingFacts facts, DateTimeOffset at, SharingDecision? decision = null)
    {
        await using var store = RoutingStore.Open(Path.Combine(Data, "routing"), Path.Combine(Data + ".keys", "routing"));
        var then = facts with { At = at };
        await store.WriteAsync(scope => { scope.Record("health-cumberland", "m1", "d1", "first", version, "d1", then, decision ?? Policy.Decide(then)); });
    }
}
