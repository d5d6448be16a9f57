using System.Text.Json.Nodes;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Moves;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Moves;
using InfoShare.Storage.Transfers;
using InfoShare.Tests.Clock;

namespace InfoShare.Tests.Commands;

public sealed class MovesRunTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Fact]
    public async Task Moves_come_with_all_that_told_of_them()
    {
        await WriteAsync(scope =>
        {
            scope.Save(Signal("school", "a", "school-leaver", "E06000063", null, 1));
            scope.Save(Signal("health", "b", "gp-registration", null, "E10000029", 2));
        });

        var move = Assert.Single((await JsonAsync(run => run.ListAsync))["moves"]!.AsArray())!;
        Assert.Equal(("E06000063", "E10000029", 2), ((string?)move["from"], (string?)move["to"], move["shownBy"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_restricted_destination_is_shown_as_that_and_who_told_of_it_only_by_kind()
    {
        await WriteAsync(scope =>
        {
            scope.Save(Signal("health", "b", "gp-registration", "E06000063", "E10000029", 2));
            scope.SetRestriction("record", "child", "1", restricted: true);
            scope.Add(new LostRow { Sender = "care", About = "l", Record = "r", ChildToken = "child", MessageId = "m", Source = "la/E06000063", Since = "2026-11-01" });
            scope.MarkSeen(new LostRow { Sender = "care", About = "l", Record = "r", ChildToken = "child", MessageId = "m", Source = "la/E06000063", Since = "2026-11-01", SeenAt = Noon.ToMicroseconds(), SeenBy = "urn/999999", SeenMessage = "x" });
            scope.Save(Transfer("requested"));
        });

        foreach (var name in new Func<MovesRun, Func<MovesOptions, CancellationToken, Task<int>>>[] { run => run.ListAsync, run => run.LostAsync, run => run.TransfersAsync })
        {
            var text = (await JsonAsync(name)).ToJsonString();
            Assert.Contains("restricted", text, StringComparison.Ordinal);
            Assert.DoesNotContain("E10000029", text, StringComparison.Ordinal);
            Assert.DoesNotContain("999999", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_transfer_past_its_conference_is_overdue_and_one_that_is_done_is_not_listed()
    {
        await WriteAsync(scope =>
        {
            scope.Save(Transfer("accepted") with { ConferenceBy = Noon.AddDays(-1).ToMicroseconds() });
            scope.Save(Transfer("responsibility-passed") with { TransferId = "done" });
            scope.SetInvolvement("care", "case", "record", "other-child", "la/E06000063", null, "2026-11-03", "RC5", "[]");
        });

        var found = await JsonAsync(run => run.TransfersAsync);
        Assert.True((bool)Assert.Single(found["open"]!.AsArray())!["isOverdue"]!);
        Assert.Equal("la/E06000063", (string?)Assert.Single(found["closedWithoutAcceptance"]!.AsArray())!["organisation"]);
        Assert.Equal(0, await RunAsync(run => run.TransfersAsync, json: false));
        Assert.EndsWith("1 open, 1 closed without acceptance\n", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private static MoveSignalRow Signal(string sender, string about, string signal, string? from, string? to, long at) => new()
    {
        Sender = sender,
        About = about,
        Record = about,
        ChildToken = "child",
        OrderNo = "1",
        MessageId = "m",
        Signal = signal,
        Kind = "permanent",
        Source = "urn/999999",
        FromArea = from,
        ToArea = to,
        Day = "2026-11-16",
        ReceivedAt = at,
    };

    private static TransferRow Transfer(string state) => new()
    {
        Sender = "care",
        TransferId = "t",
        Record = "record",
        ChildToken = "child",
        OrderNo = "1",
        Kind = "authority",
        FromOrganisation = "la/E06000063",
        ToOrganisation = "la/E10000029",
        State = state,
        RequestedAt = Noon.ToMicroseconds(),
    };

    private async Task WriteAsync(Action<InfoShare.Vault.WriteScope> write)
    {
        await using var store = RoutingStore.Open(folder.File("data", "routing"), folder.File("data.keys", "routing"));
        await store.WriteAsync(write);
    }

    private Task<int> RunAsync(Func<MovesRun, Func<MovesOptions, CancellationToken, Task<int>>> name, bool json) =>
        name(new(new ManualClock(Noon), output, error))(new(50, new(folder.File("data"), null, json)), TestContext.Current.CancellationToken);

    private async Task<JsonNode> JsonAsync(Func<MovesRun, Func<MovesOptions, CancellationToken, Task<int>>> name)
    {
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync(name, json: true));
        return JsonNode.Parse(output.ToString())!;
    }
}
