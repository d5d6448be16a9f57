using System.Text;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_message_sent_twice_has_one_effect_and_two_receipts()
    {
        await using var routing = await RoutingFixture.StartAsync();

        var first = await routing.SendAsync(School, From(Concern(), 1));
        var count = routing.Deliveries.Count;
        var second = await routing.SendAsync(School, From(Concern(), 1));

        Assert.Equal((ReceiptOutcome.Accepted, ReceiptOutcome.Duplicate), (first!.Outcome, second!.Outcome));
        Assert.Equal(count, routing.Deliveries.Count);
    }

    [Fact]
    public async Task Messages_that_are_taken_together_each_know_what_those_before_them_said()
    {
        await using var routing = await RoutingFixture.StartAsync();
        using var free = new ManualResetEventSlim();
        var busy = routing.Store.WriteAsync(_ => free.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        (string Sender, byte[] Body)[] messages =
        [
            (School, WireWriter.Write(From(Concern(level: 3, id: "alone", parts: Maya("P-9")), 1, key: "another child"))),
            (School, WireWriter.Write(From(Concern(level: 3, id: "first"), 1))),
            (School, WireWriter.Write(From(Concern(level: 3, id: "second"), 2))),
            (School, WireWriter.Write(From(Concern(level: 3, id: "first"), 1))),
            (School, WireWriter.Write(From(Concern(level: 3, id: "by number"), 1, key: "another key"))),
        ];
        var taken = messages.Select(m => routing.Service.HandleAsync(m.Sender, new("test", m.Body), CancellationToken.None)).ToList();

        free.Set();
        await busy;
        await Task.WhenAll(taken);

        var children = routing.Shared.GroupBy(d => d.About!).ToDictionary(about => about.Key, about => about.Select(d => d.ChildToken).Distinct().Single());
        Assert.Equal(["alone", "by number", "first", "second"], children.Keys.Order());
        Assert.Equal(children["first"], children["second"]);
        Assert.Equal(children["first"], children["by number"]);
        Assert.NotEqual(children["first"], children["alone"]);
        Assert.Single(routing.Shared.Where(d => d.About == "first"), d => d.Role == Roles.FrontDoor);
    }

    [Fact]
    public async Task An_id_used_again_with_other_content_is_refused_and_reported()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1, id: "same"));

        var receipt = await routing.SendAsync(School, From(Concern(level: 5), 1, id: "same"));

        Assert.Equal(ReceiptOutcome.Refused, receipt!.Outcome);
        Assert.Equal("reused-id", receipt.Reasons.Single().Code);
        Assert.All(routing.Shared, d => Assert.Equal("same", d.MessageId));
    }

    [Fact]
    public async Task A_participant_speaks_only_for_the_organisations_it_serves()
    {
        await using var routing = await RoutingFixture.StartAsync();

        var receipt = await routing.SendAsync(School, From(Concern(), 1, source: new OrganisationSource("police", "03").Uri));

        Assert.Equal("not-your-organisation", receipt!.Reasons.Single().Code);
        Assert.Empty(routing.Deliveries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"s\",\"type\":\"uk.infoshare.concern.raised.v9\",\"time\":\"2026-11-20T08:00:00Z\",\"data\":{}}")]
    public async Task What_cannot_be_read_is_quarantined_and_the_next_message_is_unharmed(string body)
    {
        await using var routing = await RoutingFixture.StartAsync();

        var receipt = await routing.SendAsync(School, Encoding.UTF8.GetBytes(body));
        var next = await routing.SendAsync(School, From(Concern(), 1));

        Assert.Equal(ReceiptOutcome.Quarantined, receipt!.Outcome);
        Assert.NotEmpty(receipt.Reasons);
        Assert.Equal(ReceiptOutcome.Accepted, next!.Outcome);
    }

    [Fact]
    public async Task A_quarantined_ordinary_message_does_not_stop_its_key()
    {
        await using var routing = await RoutingFixture.StartAsync();
        const string Bad = """{"specversion":"1.0","id":"bad","source":"s","type":"uk.infoshare.concern.raised.v1","time":"2026-11-20T08:00:00Z","partitionkey":"key-1","order":"00000000000000000001","sequence":1,"epoch":1,"data":{}}""";

        await routing.SendAsync(School, Encoding.UTF8.GetBytes(Bad));
        var next = await routing.SendAsync(School, From(Concern(level: 3), 2));

        Assert.Equal(ReceiptOutcome.Accepted, next!.Outcome);
    }

    [Fact]
    public async Task An_ordinary_message_out_of_sequence_is_refused_with_what_is_known()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "a"), 1));

        var gap = await routing.SendAsync(School, From(Concern(level: 3, id: "c"), 3));
        var used = await routing.SendAsync(School, From(Concern(level: 3, id: "x"), 1, id: "another"));
        var next = await routing.SendAsync(School, From(Concern(level: 3, id: "b"), 2));

        Assert.Equal(("sequence-gap", 1), (gap!.Reasons.Single().Code, gap.HighestSequence));
        Assert.Equal(("sequence-used", 1), (used!.Reasons.Single().Code, used.HighestSequence));
        Assert.Equal(ReceiptOutcome.Accepted, next!.Outcome);
    }

    [Fact]
    public async Task A_new_epoch_begins_again_at_one()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "a"), 1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "b"), 2));

        var receipt = await routing.SendAsync(School, From(Concern(level: 3, id: "c"), 3) with { Sequence = 1, Epoch = 2 });
        var old = await routing.SendAsync(School, From(Concern(level: 3, id: "d"), 4) with { Sequence = 3, Epoch = 1 });

        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
        Assert.Equal("sequence-used", old!.Reasons.Single().Code);
    }

    [Fact]
    public async Task Urgent_messages_need_no_sequence()
    {
        await using var routing = await RoutingFixture.StartAsync();

        var receipt = await routing.SendAsync(School, From(Concern(level: 5), 9));

        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
    }

    [Fact]
    public async Task A_receipt_for_somebody_elses_delivery_has_no_effect()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        var door = routing.To(Roles.FrontDoor);

        await routing.ReportAsync("police-suffolk", door.DeliveryId, ReceiptOutcome.HandedOver);

        Assert.Equal(DeliveryStates.Decided, routing.To(Roles.FrontDoor).State);
    }

    [Fact]
    public async Task A_receipt_about_several_deliveries_counts_for_each_that_is_its_senders_own()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        var door = routing.To(Roles.FrontDoor);
        await routing.SendAsync(School, From(Concern(id: "second"), 2));
        var own = routing.Deliveries.Where(d => d.Role == Roles.FrontDoor && d.State == DeliveryStates.Decided).Select(d => d.DeliveryId).ToList();
        var other = routing.Deliveries.First(d => d.Participant is { } participant && participant != door.Participant && d.State == DeliveryStates.Decided);
        Assert.Equal(2, own.Count);

        await routing.ReportAsync(door.Participant!, own[0], ReceiptOutcome.Received, own[1], other.DeliveryId, "unknown");

        Assert.All(own, id => Assert.Equal(DeliveryStates.Received, routing.Deliveries.Single(d => d.DeliveryId == id).State));
        Assert.Equal(DeliveryStates.Decided, routing.Deliveries.Single(d => d.DeliveryId == other.DeliveryId).State);
        Assert.Equal([other.DeliveryId, "unknown"], routing.Store.Read(s => s.Query<string>("select about from audit where kind = 'receipt-ignored' order by about")));
    }

    [Fact]
    public async Task The_audit_chain_holds_and_betrays_a_changed_a_missing_and_a_cut_off_record()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        var anchor = routing.Store.AuditAnchor;

        Assert.True(Verify(routing, anchor).Holds);

        await routing.Store.WriteAsync(s => s.Execute("update audit set detail = detail || ' ' where n = 3"));
        Assert.Equal("routing:3", Verify(routing, anchor).BrokenAt);
        await routing.Store.WriteAsync(s => s.Execute("delete from audit where n = 2"));
        Assert.Equal("routing:3", Verify(routing, anchor).BrokenAt);
        await routing.Store.WriteAsync(s => s.Execute("delete from audit where n >= 2"));
        Assert.False(Verify(routing, anchor).Holds);
    }

    [Theory]
    [InlineData("update decision set outcome = replace(outcome, 'true', 'false') where id = 1")]
    [InlineData("delete from decision where id = 2")]
    public async Task The_audit_betrays_a_changed_or_missing_decision(string sql)
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        Assert.True(Verify(routing, routing.Store.AuditAnchor).Holds);

        await routing.Store.WriteAsync(s => s.Execute(sql));

        Assert.False(Verify(routing, routing.Store.AuditAnchor).Holds);
    }

    private static AuditVerification Verify(RoutingFixture routing, string anchor) => routing.Store.Read(s => s.Verify(anchor));
}
