using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class SendingTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task Of_each_child_one_ordinary_message_is_under_way()
    {
        var sent = await agency.SendAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2"), Canonical.Concern("3", child: "pupil-2")));
        Assert.Equal(2, sent.Select(m => m.PartitionKey).Distinct().Count());
        Assert.Equal(2, sent.Count);
        Assert.All(sent, m => Assert.Equal((1, 1), (m.Epoch, m.Sequence)));
    }

    [Fact]
    public async Task Messages_of_one_child_go_in_the_order_of_the_file_each_after_the_receipt_of_the_one_before()
    {
        agency.Drop("a.json", Canonical.List(Enumerable.Range(1, 5).Select(i => Canonical.Concern($"{i}", facts: $"fact {i}"))));
        await agency.PickUpAsync();
        var (facts, sequences, orders) = (new List<string>(), new List<int?>(), new List<string>());
        for (var i = 0; i < 5; i++)
        {
            agency.Link.Published.Clear();
            await agency.SendAsync();
            var message = Assert.Single(agency.Link.Messages);
            facts.Add(((InfoShare.Contracts.Concerns.ConcernRaised)message.Data).Parts.Incident!.Facts!);
            sequences.Add(message.Sequence);
            orders.Add(message.Order!);
            await agency.ReceiptAsync(message.Id);
        }

        Assert.Equal(["fact 1", "fact 2", "fact 3", "fact 4", "fact 5"], facts);
        Assert.Equal([1, 2, 3, 4, 5], sequences);
        Assert.Equal(orders.Distinct().Order(StringComparer.Ordinal), orders);
    }

    [Fact]
    public async Task An_urgent_message_does_not_wait_for_the_ordinary_ones_before_it()
    {
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2"), Canonical.Concern("3", level: 5), Canonical.Move(restricted: true)));
        await agency.PickUpAsync();
        await agency.SendAsync();
        Assert.Equal([true, true, false], agency.Link.Published.Select(p => p.Urgent));
        Assert.All(agency.Link.Messages.Take(2), m => Assert.Null(m.Sequence));
        Assert.Equal(1, agency.Link.Messages[2].Sequence);
    }

    [Fact]
    public async Task An_ordinary_message_waits_for_what_was_urgent_before_it()
    {
        agency.Drop("a.json", Canonical.List(Canonical.Concern("1", level: 5), Canonical.Concern("2")));
        await agency.PickUpAsync();
        await agency.SendAsync();
        var urgent = Assert.Single(agency.Link.Published);
        Assert.True(urgent.Urgent);

        await agency.ReceiptAsync(agency.Link.Messages[0].Id);
        await agency.SendAsync();
        Assert.Equal([true, false], agency.Link.Published.Select(p => p.Urgent));
    }

    [Fact]
    public async Task Without_a_receipt_it_is_sent_again_after_thirty_seconds_under_the_same_id_and_then_less_often()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern()));
        var at = new List<double>();
        for (var second = 1; second <= 3600; second++)
        {
            agency.Clock.Advance(TimeSpan.FromSeconds(1));
            agency.Link.Published.Clear();
            await agency.SendAsync();
            if (agency.Link.Published.Count == 0)
                continue;
            Assert.Equal(first.Id, Assert.Single(agency.Link.Messages).Id);
            at.Add(second);
        }

        Assert.Equal([30, 90, 210, 450, 930, 1530, 2130, 2730, 3330], at);
    }

    [Theory]
    [InlineData(PublishOutcome.Refused)]
    [InlineData(PublishOutcome.Unroutable)]
    [InlineData(PublishOutcome.Unknown)]
    public async Task When_the_broker_does_not_take_it_the_spool_keeps_it_and_says_so(PublishOutcome outcome)
    {
        agency.Link.Answer = outcome;
        Assert.Empty(await agency.SendAsync("a.json", Canonical.Concern()));
        Assert.Equal("accepting into the spool", agency.Adapter.Status().Broker);
        Assert.Equal(1, agency.Adapter.Status().Waiting);

        agency.Link.Answer = PublishOutcome.Confirmed;
        agency.Clock.Advance(TimeSpan.FromSeconds(1));
        await agency.SendAsync();
        Assert.Single(agency.Link.Messages);
        Assert.Equal("sending", agency.Adapter.Status().Broker);
    }

    [Fact]
    public async Task Nothing_is_forgotten_when_the_adapter_dies_before_it_sends()
    {
        agency.Drop("a.json", Canonical.Concern());
        await agency.PickUpAsync();
        await agency.ReopenAsync();
        await agency.SendAsync();
        Assert.Single(agency.Link.Messages);
    }

    [Fact]
    public async Task A_known_message_that_routing_knows_already_frees_its_key()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2"))));
        await agency.ReceiptAsync(first.Id, ReceiptOutcome.Duplicate);
        agency.Link.Published.Clear();
        await agency.SendAsync();
        Assert.Equal(2, Assert.Single(agency.Link.Messages).Sequence);
        Assert.Equal(1, agency.Adapter.Status().Duplicates);
    }

    [Fact]
    public async Task What_routing_refused_can_be_handed_in_again_as_it_is()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern()));
        await agency.ReceiptAsync(first.Id, ReceiptOutcome.Refused);

        var again = Assert.Single(await agency.SendAsync("b.json", Canonical.Concern()));
        await agency.ReceiptAsync(again.Id, ReceiptOutcome.Accepted);

        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(first.Type, again.Type);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Concern()));
    }

    [Theory]
    [InlineData(ReceiptOutcome.Refused, "refused")]
    [InlineData(ReceiptOutcome.Quarantined, "quarantined")]
    public async Task A_refusal_frees_the_key_and_is_shown_with_its_reasons(ReceiptOutcome outcome, string state)
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2"))));
        await agency.ReceiptAsync(first.Id, outcome, codes: "invalid-field");
        await agency.Adapter.ReportDueAsync(AgencyUnderTest.Token);

        var found = agency.Adapter.Find(first.Id)!;
        Assert.Equal((state, "invalid-field"), (found.State, Assert.Single(found.Reasons).Code));
        Assert.Contains("data.x", File.ReadAllText(agency.Quarantine(first.Id + ".reason.json")));
        agency.Link.Published.Clear();
        await agency.SendAsync();
        Assert.Single(agency.Link.Messages);
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
