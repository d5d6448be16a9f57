using System.Text.Json.Nodes;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Deliveries;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Tests.Commands;

public sealed class DeliveriesListRunTests : IDisposable
{
    private const string Lead = "urn/999998#designated-safeguarding-lead";

    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeliveriesListOptions Any = new(null, null, null, null, null, 50, new(null, null, Json: true));

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Fact]
    public async Task The_latest_come_first_with_what_was_withheld_and_why()
    {
        await AddAsync(Delivery("d1", minute: 1), Delivery("d2", minute: 2) with { State = DeliveryStates.Withheld, Code = "no-agreement", WithheldParts = "incident:no-agreement,plan:no-agreement" });

        Assert.Equal(0, await RunAsync(Any, json: false));
        Assert.Equal(
            [
                "d2  withheld (no-agreement), decided 2026-11-20 12:02 UTC",
                $"  original of concern.raised from health-north to {Lead}",
                "  without incident:no-agreement, plan:no-agreement",
                "d1  sent, decided 2026-11-20 12:01 UTC",
                $"  original of concern.raised from health-north to {Lead}",
                "2 shown",
            ],
            output.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Each_condition_leaves_out_what_does_not_meet_it()
    {
        await AddAsync(Delivery("d1", 1), Delivery("d2", 2) with { State = DeliveryStates.Withheld }, Delivery("d3", 3) with { Sender = "police-north", MessageId = "m3" }, Delivery("d4", 4) with { Organisation = "ods/X99", Role = "named-nurse" });

        Assert.Equal(["d2"], await IdsAsync(Any with { State = DeliveryStates.Withheld }));
        Assert.Equal(["d3"], await IdsAsync(Any with { Sender = "police-north" }));
        Assert.Equal(["d3"], await IdsAsync(Any with { Message = "m3" }));
        Assert.Equal(["d4"], await IdsAsync(Any with { Recipient = "ods/X99" }));
        Assert.Equal(["d3", "d2", "d1"], await IdsAsync(Any with { Recipient = Lead }));
        Assert.Equal(["d4", "d3"], await IdsAsync(Any with { Since = Noon.AddMinutes(3) }));
    }

    [Fact]
    public async Task What_waits_behind_a_failed_one_is_found_as_held_as_people_see_it()
    {
        await AddAsync(Delivery("d1", 1) with { State = DeliveryStates.Failed }, Delivery("d2", 2) with { State = DeliveryStates.Decided, OrderNo = "2" });

        Assert.Equal(["d2"], await IdsAsync(Any with { State = DeliveryStates.Held }));
        Assert.Empty(await IdsAsync(Any with { State = DeliveryStates.Decided }));
    }

    [Fact]
    public async Task It_says_how_many_there_are_when_it_shows_only_some()
    {
        await AddAsync(Delivery("d1", 1), Delivery("d2", 2), Delivery("d3", 3));

        Assert.Equal(["d3", "d2"], await IdsAsync(Any with { Most = 2 }));
        await RunAsync(Any with { Most = 2 }, json: false);
        Assert.EndsWith("the latest 2 of 3 shown\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_no_records_it_is_one_line_and_exit_1()
    {
        Assert.Equal(1, await RunAsync(Any, json: false));
        Assert.StartsWith("there are no records in ", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private static DeliveryRow Delivery(string id, int minute) => new()
    {
        DeliveryId = id,
        Sender = "health-north",
        MessageId = "m1",
        MessageType = "concern.raised",
        Kind = "original",
        Participant = "education-north",
        Organisation = "urn/999998",
        Role = "designated-safeguarding-lead",
        Relationship = "Area",
        PartitionKey = "k",
        OrderNo = "1",
        State = DeliveryStates.Sent,
        Because = "harm",
        DecidedAt = Noon.AddMinutes(minute).ToMicroseconds(),
    };

    private async Task AddAsync(params DeliveryRow[] deliveries)
    {
        await using var store = RoutingStore.Open(folder.File("data", "routing"), folder.File("data.keys", "routing"));
        await store.WriteAsync(scope =>
        {
            foreach (var delivery in deliveries)
                scope.Add(delivery);
        });
    }

    private async Task<string[]> IdsAsync(DeliveriesListOptions options)
    {
        output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync(options, json: true));
        return [.. JsonNode.Parse(output.ToString())!["deliveries"]!.AsArray().Select(delivery => (string)delivery!["deliveryId"]!)];
    }

    private Task<int> RunAsync(DeliveriesListOptions options, bool json) =>
        new DeliveriesListRun(output, error).RunAsync(options with { Place = new(folder.File("data"), null, json) }, TestContext.Current.CancellationToken);
}
