using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class RecallTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task A_recall_before_the_arrival_is_remembered()
    {
        await agency.ReceiveAsync(Arrivals.Recall());
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.HandOverAsync();
        Assert.Empty(agency.InOut());
        Assert.Equal(ReceiptOutcome.Recalled, agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task A_recall_between_arrival_and_hand_over_stops_it()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.ReceiveAsync(Arrivals.Recall());
        await agency.HandOverAsync();
        Assert.Empty(agency.InOut());
        Assert.Equal(1, agency.Adapter.Status().Inbox["recalled"]);
    }

    [Fact]
    public async Task A_recall_of_a_staged_file_takes_it_back()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.HandOverAsync();
        await agency.StepBackToStagedAsync();
        File.Move(agency.Out("d1.json"), agency.Out(".staging/d1.json"));
        await agency.ReceiveAsync(Arrivals.Recall());
        await agency.HandOverAsync();
        Assert.Empty(agency.InOut());
        Assert.Empty(System.IO.Directory.GetFiles(agency.Out(".staging")));
    }

    [Fact]
    public async Task An_original_that_comes_after_its_correction_is_not_handed_over()
    {
        await agency.ReceiveAsync(Arrivals.Delivery("d2", text: "right", kind: DeliveryKind.Correction, about: "c1"), order: "00000000000000000002");
        await agency.HandOverAsync();
        await agency.ReceiveAsync(Arrivals.Delivery("d1", text: "wrong", about: "c1"), order: "00000000000000000001");
        await agency.ReceiveAsync(Arrivals.Delivery("d3", text: "another matter", about: "c2"), order: "00000000000000000001");
        await agency.HandOverAsync();
        Assert.Equal(["d2.json", "d3.json"], agency.InOut());
    }

    [Fact]
    public async Task An_original_and_its_correction_that_wait_together_are_handed_over_in_the_order_in_which_they_came()
    {
        var format = new FailingFormat("none");
        agency.Format = format;
        await agency.ReceiveAsync(Arrivals.Delivery("d1", text: "wrong", about: "c1"), order: "00000000000000000001");
        await agency.ReceiveAsync(Arrivals.Delivery("d2", text: "right", kind: DeliveryKind.Correction, about: "c1"), order: "00000000000000000002");
        await agency.HandOverAsync();
        Assert.Equal(["d1", "d2"], format.Written);
    }

    [Fact]
    public async Task An_original_that_waits_behind_its_correction_is_not_handed_over()
    {
        await agency.ReceiveAsync(Arrivals.Delivery("d2", text: "right", kind: DeliveryKind.Correction, about: "c1"), order: "00000000000000000002");
        await agency.ReceiveAsync(Arrivals.Delivery("d1", text: "wrong", about: "c1"), order: "00000000000000000001");
        await agency.ReceiveAsync(Arrivals.Delivery("d0", text: "an answer", kind: DeliveryKind.Answer, about: "c1"), order: "00000000000000000001");
        await agency.HandOverAsync();
        Assert.Equal(["d0.json", "d2.json"], agency.InOut());
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
