using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Routing;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class DispatchTests
{
    private const string Care = "social-care-cumberland";

    [Fact]
    public async Task Nothing_is_sent_to_an_adapter_that_does_not_read()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));

        Assert.Equal(0, await routing.Service.DispatchAsync(CancellationToken.None));
        Assert.Equal(DeliveryStates.Decided, routing.To(Roles.FrontDoor).State);
    }

    [Fact]
    public async Task A_recipient_away_for_a_weekend_has_a_windowful_waiting_no_copies_and_consent_withdrawn_meanwhile_is_respected()
    {
        await using var routing = await RoutingFixture.StartAsync(new RoutingSettings { Window = 4 });
        for (var i = 1; i <= 12; i++)
        {
            await routing.SendAsync(School, From(Agreement(id: $"consent-{i}") with { Parts = new() { Identity = Robin($"P-{i}", nhs: "").Identity } }, 1, key: $"key-{i}"));
            await routing.SendAsync(School, From(Concern(level: 2, id: $"concern-{i}", parts: Robin($"P-{i}", nhs: "")), 2, key: $"key-{i}"));
        }

        // The adapter is there at the moment of sending, and gone before it reads anything.
        var gone = new TaskCompletionSource();
        using var cut = new CancellationTokenSource();
        var reader = routing.Broker.LinkFor(Care).ConsumeAsync((_, _) => gone.Task.ContinueWith(_ => Settlement.Requeue, TaskScheduler.Default), cut.Token);
        while (!routing.Broker.Routing.HasConsumer(Care))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await routing.Service.DispatchAsync(CancellationToken.None);
        await cut.CancelAsync();
        gone.SetResult();
        await reader.ContinueWith(_ => { }, TaskScheduler.Default);

        for (var hour = 0; hour < 62; hour++)
        {
            routing.Clock.Advance(TimeSpan.FromHours(1));
            await routing.Service.DispatchAsync(CancellationToken.None);
            Assert.InRange(routing.Broker.WaitingFor(Care), 0, 4);
        }

        await routing.SendAsync(School, From(new ConsentWithdrawn
        {
            ConsentId = "consent-1",
            WithdrawnAt = Morning,
            WithdrawnBy = ConsentGivenBy.Parent,
            Parts = new() { Identity = Robin("P-1", nhs: "").Identity },
        }, 3, key: "key-1"));
        routing.StartReading(Care);
        await routing.DrainAsync();

        var read = routing.DeliveredTo(Care).Where(d => d.Recipient.Role == Roles.EarlyHelpCoordinator).ToList();
        Assert.Equal(11, read.Select(d => d.DeliveryId).Distinct().Count());
        Assert.DoesNotContain(read, d => d.About == "concern-1");
        Assert.Equal(read.Count, read.Select(d => d.DeliveryId).Distinct().Count());
    }

    [Fact]
    public async Task No_more_than_a_window_is_in_the_broker_and_urgent_ones_have_slots_of_their_own()
    {
        await using var routing = await RoutingFixture.StartAsync(new RoutingSettings { Window = 3 });
        for (var i = 1; i <= 8; i++)
        {
            await routing.SendAsync(School, From(Concern(level: 3, id: $"ordinary-{i}", parts: Robin($"P-{i}", "")), 1, key: $"key-{i}"));
            await routing.SendAsync(School, From(Concern(level: 5, id: $"urgent-{i}", parts: Robin($"P-{i}", "")), 2, key: $"key-{i}"));
        }

        routing.StartReading(Care);
        await routing.Service.DispatchAsync(CancellationToken.None);
        await routing.Service.DispatchAsync(CancellationToken.None);

        var inBroker = routing.Deliveries.Where(d => d.Participant == Care && d.State is DeliveryStates.Sending or DeliveryStates.Sent).ToList();
        Assert.Equal((3, 3), (inBroker.Count(d => d.Urgent == 1 && d.Participant == Care), inBroker.Count(d => d.Urgent == 0 && d.Participant == Care)));
    }

    [Fact]
    public async Task Ordinary_deliveries_of_one_key_go_in_order_one_at_a_time_and_urgent_ones_are_not_held_up()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "second"), 2));
        await routing.SendAsync(School, From(Concern(level: 5, id: "urgent"), 3));

        await routing.DrainAsync(report: false);
        Assert.Equal(["first", "urgent"], routing.DeliveredTo(Care).Where(d => d.Recipient.Role == Roles.FrontDoor).Select(d => d.About!).Order());

        await routing.DrainAsync();
        await routing.ReportAsync(Care, routing.Deliveries.Single(d => d.About == "first" && d.Role == Roles.FrontDoor).DeliveryId, ReceiptOutcome.Received);
        await routing.DrainAsync();
        Assert.Contains(routing.DeliveredTo(Care), d => d.About == "second");
    }

    [Fact]
    public async Task A_failed_delivery_holds_the_later_ordinary_ones_of_its_key_and_no_others()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        await routing.Service.DispatchAsync(CancellationToken.None);
        await routing.ReportAsync(Care, routing.To(Roles.FrontDoor).DeliveryId, ReceiptOutcome.Failed);

        await routing.SendAsync(School, From(Concern(level: 3, id: "second"), 2));
        await routing.SendAsync(School, From(Concern(level: 3, id: "other", parts: Maya("P-2")), 1, key: "key-2"));
        await routing.DrainAsync();

        Assert.DoesNotContain(routing.DeliveredTo(Care), d => d.About == "second");
        Assert.Equal("held", routing.Deliveries.Single(d => d.About == "second" && d.Role == Roles.FrontDoor).Shown);
        Assert.Contains(routing.DeliveredTo(Care), d => d.About == "other");
    }

    [Fact]
    public async Task A_lease_that_ends_sends_again_under_the_same_delivery_id()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync(report: false);

        routing.Clock.Advance(routing.Settings.TimeToLive + TimeSpan.FromMinutes(2));
        await routing.DrainAsync(report: false);

        var door = routing.DeliveredTo(Care).Where(d => d.Recipient.Role == Roles.FrontDoor).ToList();
        Assert.Equal(2, door.Count);
        Assert.Single(door.Select(d => d.DeliveryId).Distinct());
    }

    [Fact]
    public async Task After_a_restart_that_forgot_the_broker_everything_that_may_have_left_goes_again_under_its_own_id()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync(report: false);
        var before = routing.DeliveredTo(Care).Select(d => d.DeliveryId).ToHashSet();

        await routing.RestartAsync();
        routing.Read.Clear();
        routing.StartReading(Care);
        await routing.DrainAsync();

        Assert.Equal(before, routing.DeliveredTo(Care).Select(d => d.DeliveryId).ToHashSet());
        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.FrontDoor).State);
    }

    [Fact]
    public async Task A_recalled_delivery_is_not_sent_again()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync(report: false);
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.SentInError }, 2));
        var sent = routing.DeliveredTo(Care).Count;

        routing.Clock.Advance(TimeSpan.FromDays(1));
        await routing.DrainAsync(report: false);

        Assert.Equal(sent, routing.DeliveredTo(Care).Count);
    }

    [Fact]
    public async Task A_delivery_that_is_late_is_told_once_and_still_tried()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        var notices = routing.Deliveries.Count(d => d.Kind == "sender-notice");

        routing.Clock.Advance(TimeSpan.FromHours(2));
        await routing.Service.KeepHouseAsync();
        await routing.Service.KeepHouseAsync();

        var late = routing.Deliveries.Where(d => d.Kind == "sender-notice" && d.Detail!.Contains("\"late\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(routing.Shared.Count(d => d.State == DeliveryStates.Decided), late.Count);
        Assert.Equal(notices + late.Count, routing.Deliveries.Count(d => d.Kind == "sender-notice"));
    }

    [Fact]
    public async Task What_nobody_received_for_five_weeks_is_given_up_and_told()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));

        routing.Clock.Advance(TimeSpan.FromDays(36));
        await routing.Service.KeepHouseAsync();

        Assert.Equal(DeliveryStates.Expired, routing.To(Roles.FrontDoor).State);
        Assert.Contains(routing.Deliveries, d => d.Kind == "sender-notice" && d.Detail!.Contains("undeliverable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_settled_message_is_erased_after_its_time_and_the_record_says_so()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await routing.SendAsync(School, From(Concern(parts: new() { Identity = Robin().Identity }), 1));
        await routing.DrainAsync();

        routing.Clock.Advance(TimeSpan.FromDays(43));
        await routing.Service.KeepHouseAsync();

        Assert.Contains("message-erased", routing.Store.Read(s => s.Query<string>("select kind from audit")));
        Assert.Equal(0, routing.Store.Read(s => s.First<long>("select length(body) from message")));
        Assert.True(routing.Store.Read(s => s.Verify(routing.Store.AuditAnchor)).Holds);
    }
}
