using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Routing;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Routing at work: what may leave does so with the transaction that decides it.</summary>
public sealed class AtOnceTests
{
    private const string Care = "social-care-cumberland";
    private const int Tries = 200;

    [Fact]
    public async Task What_is_decided_leaves_with_the_transaction_that_decides_it_and_comes_once()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await using var work = new Work(routing);
        await OpenAsync(routing);

        await SendAsync(routing, From(Concern(id: "at once", parts: Robin("P-1", "")), 1));

        Assert.True(LeftAtOnce(routing, "at once"));
        var left = About(routing, "at once");
        await UntilAsync(() => left.All(d => routing.DeliveredTo(d.Participant!).Any(read => read.DeliveryId == d.DeliveryId)));
        Assert.All(left, d => Assert.Equal(1, d.Attempts));
        Assert.All(left, d => Assert.Single(routing.DeliveredTo(d.Participant!), read => read.DeliveryId == d.DeliveryId));
    }

    [Fact]
    public async Task It_waits_for_those_who_do_not_read()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(School, Care);
        await using var work = new Work(routing);
        await OpenAsync(routing, Care);

        await SendAsync(routing, From(Concern(id: "some read", parts: Robin("P-1", "")), 1));

        Assert.Contains(About(routing, "some read"), d => d.Participant != Care);
        Assert.All(About(routing, "some read"), d => Assert.Equal(d.Participant == Care ? 1 : 0, d.Attempts));
    }

    [Fact]
    public async Task It_waits_while_an_earlier_one_of_its_child_was_not_received()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await using var work = new Work(routing);
        await OpenAsync(routing);

        await SendAsync(routing, From(Concern(level: 3, id: "first", parts: Robin("P-1", "")), 1));
        await SendAsync(routing, From(Concern(level: 3, id: "second", parts: Robin("P-1", "")), 2));
        var (first, second) = (FrontDoor(routing, "first"), FrontDoor(routing, "second"));

        Assert.Equal((1, 0), (first.Attempts, second.Attempts));
        await routing.ReportAsync(Care, first.DeliveryId, ReceiptOutcome.Received);
        await UntilAsync(() => routing.DeliveredTo(Care).Any(read => read.DeliveryId == second.DeliveryId));
    }

    [Fact]
    public async Task No_more_than_a_window_leaves()
    {
        await using var routing = await RoutingFixture.StartAsync(new RoutingSettings { Window = 4 });
        routing.StartReadingEverywhere();
        await using var work = new Work(routing);
        await OpenAsync(routing, Care);

        for (var i = 1; i <= 8; i++)
            await SendAsync(routing, From(Concern(level: 3, id: $"ordinary {i}", parts: Robin($"P-{i}", "")), 1, key: $"key-{i}"));

        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0], Enumerable.Range(1, 8).Select(i => FrontDoor(routing, $"ordinary {i}").Attempts));
    }

    [Fact]
    public async Task Where_an_address_is_restricted_each_is_decided_once_more_before_it_leaves()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await using var work = new Work(routing);
        await OpenAsync(routing);

        var parts = Robin("P-1", "") with { Address = new() { Restricted = true, Addresses = [new() { Lines = ["14 Canary Wharf Road"], Postcode = "CA99 9ZZ" }] } };
        await SendAsync(routing, From(Concern(id: "restricted", parts: parts), 1));
        await UntilAsync(() => About(routing, "restricted").All(d => routing.DeliveredTo(d.Participant!).Any(read => read.DeliveryId == d.DeliveryId)));

        Assert.False(LeftAtOnce(routing, "restricted"));
        Assert.All(routing.DeliveredTo("education-cumberland"), d => Assert.Null(d.Parts.Address));
    }

    /// <summary>Until somebody has looked whether anything waits, nothing leaves at once.</summary>
    private static async Task OpenAsync(RoutingFixture routing, string? to = null)
    {
        for (var i = 1; i <= Tries; i++)
        {
            var about = $"is it open {i}";
            await SendAsync(routing, From(Concern(id: about, parts: Maya($"M-{i}")), 1, key: $"open-{i}"));
            var open = to is null ? About(routing, about).All(d => d.Attempts == 1) : About(routing, about).All(d => d.Participant != to || d.Attempts == 1);
            foreach (var delivery in About(routing, about).Where(d => d.Attempts > 0))
                await routing.ReportAsync(delivery.Participant!, delivery.DeliveryId, ReceiptOutcome.Received);
            if (open && (to is not null || LeftAtOnce(routing, about)))
                return;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Fail("nothing left at once");
    }

    private static Task<Settlement> SendAsync<T>(RoutingFixture routing, Envelope<T> message) =>
        routing.Service.HandleAsync(School, new BrokerMessage("test", WireWriter.Write(message)), CancellationToken.None);

    private static List<DeliveryRow> About(RoutingFixture routing, string about) => [.. routing.Shared.Where(d => d.About == about && d.State is not DeliveryStates.Withheld)];

    private static DeliveryRow FrontDoor(RoutingFixture routing, string about) => About(routing, about).Single(d => d.Role == Roles.FrontDoor);

    /// <summary>The first was on its way before the last was decided.</summary>
    private static bool LeftAtOnce(RoutingFixture routing, string about)
    {
        var ids = About(routing, about).Select(d => d.DeliveryId).ToHashSet();
        var kinds = routing.Store.Read(scope => scope.Query<AuditRow>("select * from audit order by n")).Where(entry => ids.Contains(entry.About)).Select(entry => entry.Kind).ToList();
        return kinds.Contains("delivery-sending") && kinds.IndexOf("delivery-sending") < kinds.LastIndexOf("decided");
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < Tries && !holds(); i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(holds());
    }

    private sealed class Work : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;

        public Work(RoutingFixture routing) => running = routing.Service.RunAsync(stop.Token);

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running;
            stop.Dispose();
        }
    }
}
