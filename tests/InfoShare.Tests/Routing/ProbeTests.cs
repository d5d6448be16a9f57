using InfoShare.Contracts.Deliveries;
using InfoShare.Routing;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Probes;

namespace InfoShare.Tests.Routing;

/// <summary>Probes go to every adapter that reads, and their answers say how long the way there and back takes.</summary>
public sealed class ProbeTests
{
    private const string Care = "social-care-cumberland";

    [Fact]
    public async Task An_adapter_that_reads_is_probed_and_one_that_does_not_is_not()
    {
        await using var routing = await ReadingAsync();
        await routing.Service.ProbeAsync(TestContext.Current.CancellationToken);

        var row = Assert.Single(routing.Store.Read(scope => scope.Probes()));
        Assert.Equal((Care, 1, 0), (row.Participant, row.Number, row.Answered));
        var probe = await ProbeAsync(routing, 1);
        Assert.Equal("probe", probe.Reason);
    }

    [Fact]
    public async Task The_answer_tells_how_long_it_took_and_leaves_no_other_trace()
    {
        await using var routing = await ReadingAsync();
        await routing.Service.ProbeAsync(TestContext.Current.CancellationToken);
        var probe = await ProbeAsync(routing, 1);
        routing.Clock.Advance(TimeSpan.FromSeconds(2));
        await routing.ReportAsync(Care, probe.DeliveryId, ReceiptOutcome.Recalled);
        routing.Clock.Advance(TimeSpan.FromSeconds(2));
        await routing.ReportAsync(Care, probe.DeliveryId, ReceiptOutcome.Recalled);

        var row = RowOf(routing);
        Assert.Equal((1, 2_000_000), (row.Answered, row.Took!.Value));
        Assert.Empty(routing.Deliveries);
        Assert.Empty(routing.Store.Read(scope => scope.LatestAudit(null, "receipt-ignored", null, 10)));
    }

    [Fact]
    public async Task Another_participant_cannot_answer_for_it()
    {
        await using var routing = await ReadingAsync();
        await routing.Service.ProbeAsync(TestContext.Current.CancellationToken);
        await routing.ReportAsync("police-suffolk", (await ProbeAsync(routing, 1)).DeliveryId, ReceiptOutcome.Recalled);

        Assert.Equal(0, RowOf(routing).Answered);
    }

    [Fact]
    public async Task The_next_comes_after_its_time_and_three_that_are_missed_are_an_alarm()
    {
        await using var routing = await ReadingAsync();
        for (var sent = 1; sent <= 4; sent++)
        {
            Assert.False(sent > 1 && RowOf(routing).IsAlarm);
            await routing.Service.ProbeAsync(TestContext.Current.CancellationToken);
            await ProbeAsync(routing, sent);
            routing.Clock.Advance(TimeSpan.FromMinutes(4));
            await routing.Service.ProbeAsync(TestContext.Current.CancellationToken);
            Assert.Equal(sent, RowOf(routing).Number);
            routing.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.True(RowOf(routing).IsAlarm);
        await routing.ReportAsync(Care, (await ProbeAsync(routing, 4)).DeliveryId, ReceiptOutcome.Recalled);
        Assert.False(RowOf(routing).IsAlarm);
    }

    private static ProbeRow RowOf(RoutingFixture routing) => routing.Store.Read(scope => scope.FindProbe(Care))!;

    private static async Task<RoutingFixture> ReadingAsync()
    {
        var routing = await RoutingFixture.StartAsync(new RoutingSettings { ProbeEvery = TimeSpan.FromMinutes(5) });
        routing.StartReading(Care);
        while (!routing.Broker.Routing.HasConsumer(Care))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        return routing;
    }

    private static async Task<DeliveryRecalled> ProbeAsync(RoutingFixture routing, int number)
    {
        while (true)
        {
            lock (routing.Read)
            {
                if (routing.Read[Care].Count >= number)
                    return (DeliveryRecalled)routing.Read[Care][number - 1].Data;
            }

            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
