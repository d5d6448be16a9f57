using InfoShare.Contracts.Deliveries;

namespace InfoShare.Tests.Routing;

public sealed class RestoredStoreTests
{
    [Fact]
    public async Task Every_adapter_is_told_of_a_restored_store_at_its_start()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(Messages.School, Messages.From(Messages.Concern(), 1));
        var before = routing.Store.Incarnation;
        await routing.RestartAsync(stored => stored.LoseDataAsync());

        using var stop = new CancellationTokenSource();
        routing.StartReadingEverywhere();
        var running = routing.Service.RunAsync(stop.Token);
        while (routing.Directory.Participants.Any(p => IncarnationsToldTo(routing, p.Id).Length == 0))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await running;

        Assert.True(routing.Store.Restored);
        Assert.NotEqual(before, routing.Store.Incarnation);
        Assert.All(routing.Directory.Participants, p => Assert.Equal([routing.Store.Incarnation], IncarnationsToldTo(routing, p.Id)));
    }

    private static string[] IncarnationsToldTo(RoutingFixture routing, string participant)
    {
        lock (routing.Read)
            return [.. routing.Read[participant].Select(m => m.Data).OfType<Receipt>().Where(r => r.About == "store").Select(r => r.Incarnation!)];
    }
}
