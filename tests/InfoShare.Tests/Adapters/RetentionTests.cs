using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class RetentionTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task Done_files_go_after_thirty_days_and_quarantine_after_ninety_counted_from_the_move()
    {
        agency.Drop("a.json", Canonical.Concern());
        File.SetLastWriteTimeUtc(agency.In("a.json"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        agency.Drop("b.json", "{");
        await agency.PickUpAsync();
        File.SetLastWriteTimeUtc(agency.Done("a.json.summary.json"), agency.Clock.GetUtcNow().UtcDateTime);
        await PassAsync(29);
        Assert.True(File.Exists(agency.Done("a.json")));
        await PassAsync(2);
        Assert.False(File.Exists(agency.Done("a.json")));
        Assert.True(File.Exists(agency.Quarantine("b.json")));
        await PassAsync(60);
        Assert.False(File.Exists(agency.Quarantine("b.json")));
    }

    [Fact]
    public async Task A_message_without_a_receipt_is_never_deleted_and_one_with_it_after_thirty_five_days()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern("1")));
        await agency.ReceiptAsync(first.Id);
        await agency.SendAsync("b.json", Canonical.Concern("2"));
        await PassAsync(34);
        Assert.NotNull(agency.Adapter.Find(first.Id));
        await PassAsync(2);
        Assert.Null(agency.Adapter.Find(first.Id));
        Assert.Equal(1, agency.Adapter.Status().Waiting);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Concern("1")).ContinueWith(t => t.Result.Where(m => m.Id == first.Id), TaskScheduler.Default));
    }

    [Fact]
    public async Task A_file_handed_over_goes_after_thirty_days_and_its_id_still_has_no_second_effect()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await PassAsync(40);
        Assert.Equal(1, agency.Adapter.Status().Inbox["received"]);
        await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
        await PassAsync(29);
        Assert.True(File.Exists(agency.Out("d1.json")));
        await PassAsync(2);
        Assert.False(File.Exists(agency.Out("d1.json")));
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
        Assert.False(File.Exists(agency.Out("d1.json")));
    }

    private Task PassAsync(int days)
    {
        agency.Clock.Advance(TimeSpan.FromDays(days));
        return agency.Adapter.RetainAsync();
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
