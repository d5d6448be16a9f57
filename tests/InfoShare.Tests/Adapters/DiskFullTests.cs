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
        var waiting = System.IO.Directory.GetFiles(agency.In("")).Length;
        Assert.InRange(waiting, 15, 20);
        Assert.InRange(agency.Log.Lines.Count(l => l.Contains("stays in the folder", StringComparison.Ordinal)), 1, 3);

        await DiskFull.FreeAsync(agency.Adapter.Database);
        await agency.PickUpAsync();
        Assert.Empty(System.IO.Directory.GetFiles(agency.In("")));
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

    [Fact]
    public async Task On_a_disk_that_is_really_full_nothing_is_lost_and_everything_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(agency.Settings.Folder);
        agency.Drop("a.json", Canonical.Concern("1", facts: new string('x', 10_000)));
        await agency.ReceiveAsync(Arrivals.Delivery("d1"));
        disk.Fill();
        Assert.Equal(InfoShare.Broker.Settlement.Requeue, await agency.ReceiveAsync(Arrivals.Delivery("d2", text: new string('x', 20_000))));
        await agency.PickUpAsync();
        await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.True(File.Exists(agency.In("a.json")));
        Assert.Empty(System.IO.Directory.GetFiles(agency.Out("")));

        disk.Free();
        agency.Clock.Advance(TimeSpan.FromMinutes(1));
        await agency.PickUpAsync();
        await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
        Assert.Equal(1, agency.Summary("a.json").GetProperty("messages").GetInt32());
        Assert.Equal(["d1.json"], System.IO.Directory.GetFiles(agency.Out("")).Select(Path.GetFileName));
        await agency.CloseAsync();
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
