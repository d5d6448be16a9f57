using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Flow;

namespace InfoShare.Tests.Routing;

public sealed class FlowTests
{
    [Theory]
    [InlineData(DeliveryStates.Sent, 1)]
    [InlineData(DeliveryStates.Received, 1)]
    [InlineData(DeliveryStates.HandedOver, 0)]
    public async Task A_delivery_waits_until_the_recipients_system_has_it_also_in_its_adapter(string state, int waiting)
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(Messages.School, Messages.From(Messages.Concern(level: 3), 1));
        await routing.DrainAsync();
        var delivery = routing.Store.Read(scope => scope.AllDeliveries()).First(row => row.Participant == "social-care-cumberland");

        await routing.Store.WriteAsync(scope => scope.SetState(delivery.DeliveryId, state, 0, null));

        Assert.Equal(waiting, routing.Store.Read(scope => scope.Waiting()).Where(row => row.Participant == delivery.Participant).Sum(row => row.Count));
    }
}
