using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class DiskFullTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task Files_stay_in_the_folder_until_the_spool_can_write_again()
    {
        _ = agency.Adapter;
        await DiskFull.FillAsync(agency.Adapter.Database);
        for (var i = 0; i < 20; i++)
            agency.Drop($"{i:D2}.json", Canonical.Concern($"{i}", facts: new string('x', 19_000), child: $"pupil-{i}"));
        await agency.PickUpAsync();
        await agency.PickUpAsync();
        var waiting = Directory.GetFiles(agency.In("")).Length;
        Assert.InRange(waiting, 15, 20);
        Assert.InRange(agency.Log.Lines.Count(l => l.Contains("stays in the folder", StringComparison.Ordinal)), 1, 3);

        await DiskFull.FreeAsync(agency.Adapter.Database);
        await agency.PickUpAsync();
        Assert.Empty(Directory.GetFiles(agency.In("")));
        Assert.Equal(20, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task Arrivals_stay_on_the_queue_while_the_inbox_cannot_write()
    {
        await DiskFull.FillAsync(agency.Adapter.Database);
        var settlement = await agency.ReceiveAsync(Arrivals.Delivery(text: new string('x', 20_000)));
        Assert.Equal(InfoShare.Broker.Settlement.Requeue, settlement);
        await DiskFull.FreeAsync(agency.Adapter.Database);
        Assert.Equal(InfoShare.Broker.Settlement.Acknowledge, await agency.ReceiveAsync(Arrivals.Delivery(text: new string('x', 20_000))));
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
