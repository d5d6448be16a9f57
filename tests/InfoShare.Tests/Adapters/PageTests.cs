using InfoShare.Adapters.HandOver;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>A delivery with a page for people beside its file.</summary>
public sealed class PageTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new() { Format = new WithPage() };

    [Fact]
    public async Task The_file_is_in_out_once_and_its_page_in_the_folder_for_pages()
    {
        await ReceiveAndHandOverAsync();

        Assert.Equal(["d1.json"], agency.InOut());
        Assert.Equal("<p>d1</p>", File.ReadAllText(Page));
        Assert.Empty(System.IO.Directory.GetFiles(agency.Out(".staging")));
    }

    [Fact]
    public async Task A_crash_between_the_file_and_its_page_shows_the_page_afterwards_and_no_second_file()
    {
        await ReceiveAndHandOverAsync();
        await agency.StepBackToStagedAsync();
        File.Delete(agency.Out("d1.json"));
        File.Move(Page, agency.Out(".staging/d1.html"));

        await agency.ReopenAsync();
        await agency.HandOverAsync();

        Assert.Empty(agency.InOut());
        Assert.True(File.Exists(Page));
    }

    [Fact]
    public async Task A_page_that_was_taken_away_does_not_come_back()
    {
        await ReceiveAndHandOverAsync();
        File.Delete(Page);

        await ReceiveAndHandOverAsync();

        Assert.False(File.Exists(Page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recall_takes_back_a_page_that_was_not_shown_yet(bool fileWasShown)
    {
        await ReceiveAndHandOverAsync();
        await agency.StepBackToStagedAsync();
        File.Move(Page, agency.Out(".staging/d1.html"));
        if (!fileWasShown)
            File.Move(agency.Out("d1.json"), agency.Out(".staging/d1.json"));

        await agency.ReceiveAsync(Arrivals.Recall());
        await agency.HandOverAsync();

        Assert.Equal(fileWasShown ? ["d1.json", "d1.recalled.json"] : [], agency.InOut());
        Assert.False(File.Exists(Page));
        Assert.Empty(System.IO.Directory.GetFiles(agency.Out(".staging")));
    }

    [Fact]
    public async Task A_page_goes_when_its_file_goes()
    {
        await ReceiveAndHandOverAsync();
        agency.Clock.Advance(TimeSpan.FromDays(31));

        await agency.Adapter.RetainAsync();

        Assert.Empty(agency.InOut());
        Assert.False(File.Exists(Page));
    }

    private string Page => agency.Out("pages/d1.html");

    private async Task ReceiveAndHandOverAsync()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.HandOverAsync();
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();

    private sealed class WithPage : IDeliveryFormat
    {
        public OutputFile Write(Envelope<Delivery> delivery) =>
            new(".json", WireWriter.Write(delivery), System.Text.Encoding.UTF8.GetBytes($"<p>{delivery.Data.DeliveryId}</p>"));
    }
}
