using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Flow;
using Microsoft.Extensions.Logging.Abstractions;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What was marked as leaving, and whether it left nobody knows.</summary>
public sealed class LeaseTests
{
    private const string Care = "social-care-cumberland";

    [Fact]
    public async Task What_was_marked_too_long_ago_does_not_leave_until_its_lease_has_ended()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(), 1));
        using var wakeUp = new ManualResetEventSlim();

        var hanging = routing.Store.WriteAsync(_ => wakeUp.Wait(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken));
        var sending = routing.Service.DispatchAsync(CancellationToken.None); // Waits for the store behind the one that hangs.
        routing.Clock.Advance(routing.Settings.Lease / 2);
        wakeUp.Set();
        await hanging;
        Assert.Equal(0, await sending);
        Assert.Empty(routing.DeliveredTo(Care));

        routing.Clock.Advance(routing.Settings.Lease * 2);
        await routing.DrainAsync();
        Assert.Equal(routing.DeliveredTo(Care).Select(d => d.DeliveryId).Distinct().Count(), routing.DeliveredTo(Care).Count);
        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.FrontDoor).State);
    }

    [Fact]
    public async Task What_the_broker_did_not_confirm_goes_again_within_seconds()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(), 1));

        Assert.Equal(0, await routing.Service.DispatchAsync(new CancellationToken(canceled: true)));
        Assert.Equal(DeliveryStates.Sending, routing.To(Roles.FrontDoor).State);
        routing.Clock.Advance(TimeSpan.FromSeconds(6));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.FrontDoor).State);
    }

    [Fact]
    public async Task What_comes_back_from_the_broker_waits_for_as_long_as_it_does_is_counted_and_has_not_failed()
    {
        await using var routing = await RoutingFixture.StartAsync(new RoutingSettings { MostAttempts = 2 });
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(), 1));
        var unbound = new RoutingService(routing.Store, routing.Directory, SharingPolicies.OfThisRelease, routing.Settings, new ReturningLink(routing.Broker.Routing), routing.Clock, NullLogger.Instance);

        for (var tried = 0; tried < 4; tried++)
        {
            await unbound.DispatchAsync(CancellationToken.None);
            routing.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        Assert.Equal((DeliveryStates.Decided, FailureCauses.Unroutable, 4), (routing.To(Roles.FrontDoor).State, routing.To(Roles.FrontDoor).Cause, routing.To(Roles.FrontDoor).Attempts));
        Assert.Equal(routing.Shared.Count(d => d.Participant == Care), routing.Store.Read(scope => scope.Waiting()).Where(row => row.Participant == Care).Sum(row => row.CameBack));
        await routing.DrainAsync();
        Assert.Equal((DeliveryStates.HandedOver, null), (routing.To(Roles.FrontDoor).State, routing.To(Roles.FrontDoor).Cause));
    }

    [Fact]
    public async Task What_a_router_marked_before_it_died_takes_no_room_for_longer_than_a_publish()
    {
        await using var routing = await RoutingFixture.StartAsync(new RoutingSettings { Window = 2 });
        routing.StartReading(Care);
        for (var i = 1; i <= 2; i++)
            await routing.SendAsync(School, From(Concern(level: 5, id: $"marked-{i}", parts: Robin($"P-{i}", "")), 1, key: $"key-{i}"));
        string[] marked = [.. routing.Deliveries.Where(d => d.Participant == Care).Select(d => d.DeliveryId)];
        await routing.Store.WriteAsync(scope => scope.MarkSending(marked, (routing.Clock.GetUtcNow() + routing.Settings.Lease).ToMicroseconds()));
        await routing.SendAsync(School, From(Concern(level: 5, id: "new", parts: Maya("P-3")), 1, key: "key-3"));

        await routing.DrainAsync(report: false);
        Assert.Empty(routing.DeliveredTo(Care));
        routing.Clock.Advance(TimeSpan.FromSeconds(12));
        await routing.DrainAsync(report: false);
        Assert.All(routing.DeliveredTo(Care), d => Assert.Equal("new", d.About));
        Assert.NotEmpty(routing.DeliveredTo(Care));
    }
}
