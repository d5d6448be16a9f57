using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>An adapter says that its agency's system did not get a delivery.</summary>
public sealed class NotHandedOverTests
{
    private const string Care = "social-care-cumberland";

    [Fact]
    public async Task What_a_carrier_lost_after_it_was_handed_over_is_told_once_to_the_sender_and_can_still_be_mended()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        routing.StartReading(School);
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        await routing.DrainAsync();
        var door = routing.To(Roles.FrontDoor);
        Assert.Equal(DeliveryStates.HandedOver, door.State);

        for (var times = 0; times < 2; times++)
        {
            await routing.ReportAsync(Care, door.DeliveryId, ReceiptOutcome.Failed);
            Assert.Equal(DeliveryStates.Failed, routing.To(Roles.FrontDoor).State);
            await routing.ReportAsync(Care, door.DeliveryId, ReceiptOutcome.HandedOver);
            Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.FrontDoor).State);
        }

        await routing.DrainAsync();
        Assert.Single(routing.Read[School].Select(e => e.Data).OfType<SharingWithheld>(), notice => notice.Withheld.Any(w => w.Code == WithheldCodes.Undeliverable));
    }

    [Fact]
    public async Task A_notice_that_its_senders_system_will_not_have_is_not_told_by_another_notice()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(School);
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        await routing.Service.DispatchAsync(CancellationToken.None);
        var notices = routing.Deliveries.Where(d => d.Kind == "sender-notice").ToList();
        Assert.NotEmpty(notices);

        foreach (var notice in notices)
            await routing.ReportAsync(School, notice.DeliveryId, ReceiptOutcome.Failed);

        Assert.Equal(notices.Count, routing.Deliveries.Count(d => d.Kind == "sender-notice"));
        Assert.All(routing.Deliveries.Where(d => d.Kind == "sender-notice"), d => Assert.Equal(DeliveryStates.Failed, d.State));
    }
}
