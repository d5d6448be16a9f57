using InfoShare.Adapters.HandOver;
using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class HandOverTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task A_crash_while_the_file_is_written_leaves_nothing_half_written_in_out()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        File.WriteAllText(agency.Out(".staging/d1.json"), "{ half");
        await agency.ReopenAsync();
        await agency.HandOverAsync();
        Assert.NotNull(WireReader.Read(File.ReadAllBytes(agency.Out("d1.json"))).Value);
    }

    [Fact]
    public async Task A_crash_before_the_renaming_renames_afterwards()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.HandOverAsync();
        await agency.StepBackToStagedAsync();
        File.Move(agency.Out("d1.json"), agency.Out(".staging/d1.json"));
        await agency.ReopenAsync();
        await agency.HandOverAsync();
        Assert.True(File.Exists(agency.Out("d1.json")));
        Assert.Equal(ReceiptOutcome.HandedOver, agency.Link.Receipts[^1].Outcome);
    }

    [Fact]
    public async Task A_crash_after_the_renaming_makes_no_second_file_even_if_the_first_was_taken_away()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.HandOverAsync();
        await agency.StepBackToStagedAsync();
        File.Delete(agency.Out("d1.json"));
        await agency.ReopenAsync();
        agency.Link.Published.Clear();
        await agency.HandOverAsync();
        Assert.False(File.Exists(agency.Out("d1.json")));
        Assert.Equal(1, agency.Adapter.Status().Inbox["handed-over"]);
    }

    [Fact]
    public async Task What_became_of_many_is_told_by_one_message_for_each_outcome()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        await agency.ReceiveAsync(Arrivals.Delivery("d2"));
        await agency.HandOverAsync();
        Assert.Equal(
            [("d1", ReceiptOutcome.Received), ("d2", ReceiptOutcome.Received), ("d1", ReceiptOutcome.HandedOver), ("d2", ReceiptOutcome.HandedOver)],
            agency.Link.Receipts.Select(r => (r.About, r.Outcome)));
        Assert.Equal(2, agency.Link.Published.Count);
    }

    [Fact]
    public async Task A_report_that_the_broker_did_not_take_is_made_again()
    {
        await agency.ReceiveAsync(Arrivals.Delivery());
        agency.Link.Answer = PublishOutcome.Refused;
        await agency.HandOverAsync();
        agency.Link.Answer = PublishOutcome.Confirmed;
        await agency.Adapter.ReportDueAsync(AgencyUnderTest.Token);
        Assert.Equal([ReceiptOutcome.Received, ReceiptOutcome.HandedOver], agency.Link.Receipts.Select(r => r.Outcome));
        await agency.Adapter.ReportDueAsync(AgencyUnderTest.Token);
        Assert.Equal(2, agency.Link.Receipts.Count);
    }

    [Fact]
    public async Task A_delivery_id_cannot_name_a_file_elsewhere()
    {
        await agency.ReceiveAsync(Arrivals.Delivery("../../escaped"));
        await agency.HandOverAsync();
        Assert.Matches("^[0-9a-f]{32}\\.json$", Assert.Single(agency.InOut()));
        Assert.Empty(System.IO.Directory.GetFiles(agency.Root, "escaped*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_cannot_be_read_goes_to_the_dead_letters()
    {
        Assert.Equal(Settlement.DeadLetter, await agency.Adapter.HandleAsync(new("x", "not json"u8.ToArray()), AgencyUnderTest.Token));
        Assert.Equal(Settlement.DeadLetter, await agency.ReceiveAsync(Canonical.Data()));
    }

    [Fact]
    public async Task A_delivery_is_handed_over_with_the_fields_of_this_release_and_no_others()
    {
        var body = System.Text.Encoding.UTF8.GetString(WireWriter.Write(new Envelope<Delivery>
        {
            SpecVersion = "1.0",
            Id = "e1",
            Source = "https://infoshare.local/agency/police",
            Type = MessageTypes.Delivery.CloudEventType,
            Time = Canonical.Time,
            Data = Arrivals.Delivery(),
        })).Replace("\"kind\":", "\"unheardOf\":\"canary\",\"kind\":", StringComparison.Ordinal);
        await agency.Adapter.HandleAsync(new("e1", System.Text.Encoding.UTF8.GetBytes(body)), AgencyUnderTest.Token);
        await agency.HandOverAsync();
        Assert.DoesNotContain("canary", File.ReadAllText(agency.Out("d1.json")));
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
