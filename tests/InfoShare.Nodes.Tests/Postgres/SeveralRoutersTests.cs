using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Nodes.Tests.Postgres;

/// <summary>What holds with one router holds with several on one store.</summary>
public sealed class SeveralRoutersTests
{
    private const string Care = "social-care-cumberland";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_reaches_two_routers_at_once_has_one_effect()
    {
        await using var routers = await SeveralRouters.StartAsync(2);
        var messages = Enumerable.Range(1, 40).Select(i => Bytes(i)).ToList();

        await Task.WhenAll(messages.SelectMany(message => routers.Services.Select(router => Task.Run(() => HandleAsync(router, message), Token))));

        var outcomes = (await routers.ReceiptsToAsync(School)).CountBy(receipt => receipt.Outcome).ToDictionary();
        Assert.Equal(40, outcomes[ReceiptOutcome.Accepted]);
        Assert.Equal(40, outcomes[ReceiptOutcome.Duplicate]);
        Assert.Equal(40, routers.Stores[0].Read(scope => scope.First<long>("select count(*) from message where outcome = 'accepted'")));
    }

    [Theory]
    [InlineData("routing-1")]
    [InlineData("routing-2")]
    public async Task Each_routers_audit_holds_to_its_last_record_and_betrays_one_that_was_cut_off(string writer)
    {
        await using var routers = await SeveralRouters.StartAsync(2);
        await Task.WhenAll(Enumerable.Range(1, 30).Select(i => HandleAsync(routers.Services[i % 2], Bytes(i))));
        var store = routers.Stores[0];

        var found = store.Read(scope => scope.Verify(store.AuditAnchor));
        Assert.True(found.Holds, found.Reason);
        Assert.Equal(2, found.Writers);

        await store.WriteAsync(scope => scope.Execute(
            "delete from audit where writer = @writer and n = (select max(n) from audit where writer = @writer)", new { writer }));
        Assert.Equal(writer, store.Read(scope => scope.Verify(store.AuditAnchor)).BrokenAt?.Split(':')[0]);
    }

    [Fact]
    public async Task Two_dispatchers_at_once_send_each_delivery_once_and_no_more_than_a_window()
    {
        await using var routers = await SeveralRouters.StartAsync(2);
        for (var i = 1; i <= 60; i++)
            await HandleAsync(routers.Services[i % 2], Bytes(i));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reading = routers.ReadAsync(Care, stop.Token);

        await Task.WhenAll(routers.Services.Select(router => Task.Run(() => router.DispatchAsync(Token), Token)));

        var sent = routers.Stores[0].Read(scope => scope.AllDeliveries()).Count(d => d.State is DeliveryStates.Sent);
        Assert.Equal(16, sent);
        while (routers.Broker.WaitingFor(Care) > 0)
            await Task.Delay(1, Token);
        Assert.Equal(routers.Read.Distinct().Count(), routers.Read.Count);
        await stop.CancelAsync();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task A_router_that_hangs_in_its_turn_loses_it_and_what_it_wrote_is_not_kept()
    {
        await using var routers = await SeveralRouters.StartAsync(2);
        using var wakeUp = new ManualResetEventSlim();
        var hasTheTurn = new TaskCompletionSource();

        var hanging = routers.Stores[0].WriteAsync(scope =>
        {
            scope.Audit("routing-1", routers.Clock.GetUtcNow(), "half", "x", "y");
            hasTheTurn.TrySetResult();
            wakeUp.Wait(Token);
        });
        await hasTheTurn.Task;
        await routers.Stores[1].WriteAsync(scope => scope.Audit("routing-2", routers.Clock.GetUtcNow(), "other", "x", "y"));
        wakeUp.Set();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => hanging);
        var kinds = routers.Stores[0].Read(scope => scope.Query<string>("select kind from audit"));
        Assert.Contains("other", kinds);
        Assert.DoesNotContain("half", kinds);
        await routers.Stores[0].WriteAsync(scope => scope.Audit("routing-1", routers.Clock.GetUtcNow(), "again", "x", "y"));
        Assert.True(routers.Stores[1].Read(scope => scope.Verify(routers.Stores[1].AuditAnchor)).Holds);
    }

    [Fact]
    public async Task Emergency_access_that_one_router_has_started_or_stopped_holds_in_the_other()
    {
        await using var routers = await SeveralRouters.StartAsync(2);
        await HandleAsync(routers.Services[0], EarlyHelp(1));
        var withheld = ToEarlyHelp().Single();

        var started = await routers.Services[0].Desks.Emergencies.StartAsync(new("r1", withheld.DeliveryId, "child-missing", "Invented.", "duty manager", 4));
        await HandleAsync(routers.Services[1], EarlyHelp(2));
        Assert.All(ToEarlyHelp(), delivery => Assert.Equal(DeliveryStates.Decided, delivery.State));
        await routers.Services[1].Desks.Emergencies.StopAsync(new(started.Id!, "head of service"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reading = routers.ReadAsync(Care, stop.Token);
        await routers.Services[0].DispatchAsync(Token);

        Assert.Empty(routers.Read);
        Assert.All(ToEarlyHelp(), delivery => Assert.Equal(DeliveryStates.Withheld, delivery.State));
        Assert.True(routers.Stores[0].Read(scope => scope.Verify(routers.Stores[0].AuditAnchor)).Holds);
        await stop.CancelAsync();
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);

        IEnumerable<DeliveryRow> ToEarlyHelp() => routers.Stores[0].Read(scope => scope.AllDeliveries()).Where(d => d.Role == Roles.EarlyHelpCoordinator);
        static byte[] EarlyHelp(int n) => WireWriter.Write(From(Concern(level: 2, id: $"concern-{n}"), n));
    }

    private static Task<Settlement> HandleAsync(InfoShare.Routing.RoutingService router, byte[] message) =>
        router.HandleAsync(School, new BrokerMessage("test", message), Token);

    /// <summary>A concern about a child of its own.</summary>
    private static byte[] Bytes(int i) =>
        WireWriter.Write(From(Concern(level: 3, id: $"concern-{i}", parts: Robin($"P-{i}", nhs: "")), 1, key: $"key-{i}"));
}
