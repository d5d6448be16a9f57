using System.Text.Json.Nodes;
using InfoShare.Cli.Audits;
using InfoShare.Cli.Commands;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Messages;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class AuditExportRunTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly SharingFacts Facts = new(
        new("concern.raised", AgencyKind.Health, 2, false, false, null, false, [], [], [], false, false, null, [PartName.Identity, PartName.Address], []),
        new("urn/999999", AgencyKind.Education, Roles.DesignatedSafeguardingLead, [], Relationship.OwnSchool),
        [new(AgreementTo.Share, ConsentAnswer.Given, [], [], Morning.AddDays(-9), null, null)],
        Morning);

    private static readonly SharingDecision Permitted = new(
        true, null, ["early-help-with-agreement"], ["agreement"], [],
        [new(PartName.Identity, PartEffect.Release, [], null, []), new(PartName.Address, PartEffect.Withhold, [], WithheldCodes.NotNeededForRole, [])], []);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private string Data => folder.File("data");

    [Fact]
    public async Task Every_decision_from_the_day_on_is_an_audit_event_of_one_line()
    {
        await DecideAsync((Morning.AddDays(-1), Facts), (Morning, Facts), (Morning.AddHours(1), Facts with { Consents = [] }));

        Assert.Equal(0, await RunAsync(new(2026, 11, 20)));

        var events = output.ToString().TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["AuthZ-Consent", "AuthZ-Role"], events.Select(e => (string?)e["subtype"]![0]!["code"]));
        Assert.Equal("share given", (string?)events[0]["entity"]![1]!["what"]!["display"]);
        Assert.Equal(
            "permitted; withhold: address; release: identity; because: early-help-with-agreement; policy: p1; directory: d1; decided: first",
            (string?)events[0]["outcomeDesc"]);
        Assert.All(events, e => Assert.Equal("token-1", (string?)e["entity"]![0]!["what"]!["identifier"]!["value"]));
    }

    [Fact]
    public async Task With_a_folder_they_are_in_a_file_and_the_count_is_said()
    {
        await DecideAsync((Morning, Facts));

        Assert.Equal(0, await RunAsync(new(2026, 1, 1), folder.File("out")));

        var file = folder.File("out", "AuditEvent.ndjson");
        Assert.Single(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal($"1 decision in {file}", output.ToString().TrimEnd());
    }

    [Fact]
    public async Task Where_there_are_no_records_it_is_one_line_and_exit_1()
    {
        Assert.Equal(1, await RunAsync(new(2026, 1, 1), folder.File("out")));

        Assert.Empty(output.ToString());
        Assert.Contains("there are no records", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(System.IO.Directory.GetFiles(folder.File("out")));
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(DateOnly since, string? to = null) =>
        new AuditExportRun(output, error).RunAsync(new(since, to, Data, null), TestContext.Current.CancellationToken);

    private async Task DecideAsync(params (DateTimeOffset At, SharingFacts Facts)[] decisions)
    {
        await using var store = RoutingStore.Open(Path.Combine(Data, "routing"), Path.Combine(Data + ".keys", "routing"));
        await store.WriteAsync(scope =>
        {
            scope.Insert(new MessageRow { Sender = "health-cumberland", Id = "m1", Type = "concern.raised", ChildToken = "token-1", ContentHash = "", Outcome = "accepted" }, "{}"u8);
            foreach (var (at, facts) in decisions)
                scope.Record("health-cumberland", "m1", "delivery-1", "first", "p1", "d1", facts with { At = at }, Permitted);
        });
    }
}
