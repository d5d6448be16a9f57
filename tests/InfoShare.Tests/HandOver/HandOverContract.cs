using InfoShare.Contracts.Deliveries;
using InfoShare.Tests.Adapters;

namespace InfoShare.Tests.HandOver;

/// <summary>What every way into an agency's system must do. A way's tests inherit these and say how its system takes.</summary>
public abstract class HandOverContract : IAsyncLifetime
{
    private readonly IAgencySystem system;

    private protected HandOverContract(IAgencySystem system) => this.system = system;

    private protected AgencyUnderTest Agency { get; } = new();

    public async ValueTask InitializeAsync() => Agency.Settings = Agency.Settings with { HandOver = await system.StartAsync() };

    [Fact]
    public async Task A_delivery_reaches_the_system_once_and_that_is_told()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        await HandOverAsync();

        var got = Assert.Single(system.Got);
        Assert.Equal(("d1", "delivery"), (got.Id, got.Kind));
        Assert.Contains("seen hungry", got.Text, StringComparison.Ordinal);
        Assert.Equal([("d1", ReceiptOutcome.Received), ("d1", ReceiptOutcome.HandedOver)], Agency.Link.Receipts.Select(r => (r.About, r.Outcome)));
    }

    [Fact]
    public async Task One_that_arrives_again_reaches_it_no_second_time_and_its_state_is_told_again()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        Agency.Link.Published.Clear();

        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();

        Assert.Single(system.Got);
        Assert.Equal(ReceiptOutcome.HandedOver, Agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task What_had_arrived_before_a_crash_is_handed_over_after_it()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await Agency.ReopenAsync();
        await HandOverAsync();
        Assert.Single(system.Got);
    }

    [Fact]
    public async Task A_crash_before_the_hand_over_was_noted_has_no_second_effect()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        await Agency.Adapter.Database.WriteAsync(write =>
        {
            write.Execute("update inbox set state = @State, told = 'received', handedOverAt = 0", new { State = system.StateBeforeTheNote });
        });

        await Agency.ReopenAsync();
        await HandOverAsync();

        Assert.Single(system.Got);
        Assert.Equal(1, Agency.Adapter.Status().Inbox["handed-over"]);
    }

    [Fact]
    public async Task One_that_cannot_be_written_holds_the_later_ordinary_ones_of_its_child_and_no_others()
    {
        var format = new FailingFormat("bad");
        Agency.Format = format;
        await Agency.ReceiveAsync(Arrivals.Delivery("bad"), partition: "k1");
        await Agency.ReceiveAsync(Arrivals.Delivery("behind"), partition: "k1");
        await Agency.ReceiveAsync(Arrivals.Delivery("urgent", level: 5), partition: "k1");
        await Agency.ReceiveAsync(Arrivals.Delivery("other"), partition: "k2");
        await HandOverAsync();
        Assert.Equal(["other", "urgent"], Ids("delivery").Order());

        format.Fails = false;
        Agency.Clock.Advance(TimeSpan.FromSeconds(2));
        await HandOverAsync();
        Assert.Equal(["bad", "behind"], Ids("delivery").Skip(2));
    }

    [Fact]
    public async Task A_recall_before_the_hand_over_stops_it()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await Agency.ReceiveAsync(Arrivals.Recall());
        await HandOverAsync();
        Assert.Empty(system.Got);
        Assert.Equal(ReceiptOutcome.Recalled, Agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task A_recall_after_the_hand_over_reaches_the_system_once()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery());
        await HandOverAsync();
        await Agency.ReceiveAsync(Arrivals.Recall());
        await HandOverAsync();
        await Agency.ReceiveAsync(Arrivals.Recall());
        await HandOverAsync();

        Assert.Equal([("d1", "delivery"), ("d1", "recall")], system.Got.Select(g => (g.Id, g.Kind)));
        Assert.Contains("withdrawn-by-sender", system.Got[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Agency.Link.Receipts, r => r.About != "d1");
    }

    [Fact]
    public async Task What_was_not_shared_of_the_agencys_own_is_told_to_its_system()
    {
        await Agency.ReceiveAsync(new SharingWithheld { MessageId = "m1", Withheld = [new() { Code = "no-agreement" }] }, id: "w1");
        await HandOverAsync();
        var got = Assert.Single(system.Got);
        Assert.Equal(("w1", "withheld"), (got.Id, got.Kind));
        Assert.Contains("no-agreement", got.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_original_that_comes_after_its_correction_is_not_handed_over()
    {
        await Agency.ReceiveAsync(Arrivals.Delivery("d2", text: "right", kind: DeliveryKind.Correction, about: "c1"), order: "00000000000000000002");
        await HandOverAsync();
        await Agency.ReceiveAsync(Arrivals.Delivery("d1", text: "wrong", about: "c1"), order: "00000000000000000001");
        await HandOverAsync();
        Assert.Equal(["d2"], Ids("delivery"));
        Assert.Equal(1, Agency.Adapter.Status().Inbox["superseded"]);
    }

    public async ValueTask DisposeAsync()
    {
        await Agency.DisposeAsync();
        await system.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Hands over, lets the system take, and tells routing, until nothing waits that may go.</summary>
    private protected async Task HandOverAsync()
    {
        for (var round = 0; round < 4; round++)
        {
            await Agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
            await system.TakeAsync(Agency);
        }

        await Agency.Adapter.ReportDueAsync(AgencyUnderTest.Token);
    }

    private IEnumerable<string> Ids(string kind) => system.Got.Where(g => g.Kind == kind).Select(g => g.Id);
}
