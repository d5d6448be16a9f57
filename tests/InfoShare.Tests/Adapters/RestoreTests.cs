using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>When routing's store, or the spool, was restored from a backup, or the two disagree on numbers.</summary>
public sealed class RestoreTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task A_new_incarnation_of_the_store_is_offered_everything_kept_in_order()
    {
        var ids = await SendThreeAsync("store-1");
        await DropAsync("b.json", Canonical.Concern("4"));
        var fourth = Assert.Single(agency.Link.Messages);
        await agency.ReceiptAsync(fourth.Id, incarnation: "store-2");

        Assert.Equal(3, agency.Adapter.Status().Waiting);
        var offered = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            agency.Link.Published.Clear();
            await agency.SendAsync();
            offered.Add(Assert.Single(agency.Link.Messages).Id);
            await agency.ReceiptAsync(offered[^1], ReceiptOutcome.Duplicate, "store-2");
        }

        Assert.Equal(ids, offered);
        Assert.Equal(0, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task The_first_incarnation_heard_of_is_not_a_restored_one()
    {
        await SendThreeAsync("store-1");
        Assert.Equal(0, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task A_late_receipt_of_the_old_store_settles_nothing_and_is_not_yet_another_restore()
    {
        var ids = await SendThreeAsync("store-1");
        await DropAsync("b.json", Canonical.Concern("4", child: "pupil-2"));
        await agency.ReceiptAsync(agency.Link.Messages[0].Id, incarnation: "store-2");
        Assert.Equal(3, agency.Adapter.Status().Waiting);

        await agency.ReceiptAsync(ids[0], incarnation: "store-1");
        Assert.Equal(3, agency.Adapter.Status().Waiting);
        await agency.ReceiptAsync(ids[0], ReceiptOutcome.Duplicate, "store-2");
        Assert.Equal(2, agency.Adapter.Status().Waiting);
    }

    [Fact]
    public async Task A_gap_is_closed_by_offering_what_routing_misses()
    {
        var ids = await SendThreeAsync("store-1");
        await DropAsync("b.json", Canonical.Concern("4"));
        var fourth = Assert.Single(agency.Link.Messages);
        await agency.ReceiptAsync(fourth.Id, ReceiptOutcome.Refused, epoch: 1, highest: 1, codes: "sequence-gap");

        var offered = new List<(string, int?)>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            agency.Link.Published.Clear();
            await agency.SendAsync();
            var message = Assert.Single(agency.Link.Messages);
            offered.Add((message.Id, message.Sequence));
            await agency.ReceiptAsync(message.Id, epoch: 1, highest: message.Sequence);
        }

        Assert.Equal([(ids[1], 2), (ids[2], 3), (fourth.Id, 4)], offered);
        Assert.Equal(0, agency.Adapter.Status().Waiting);
        Assert.Empty(System.IO.Directory.GetFiles(agency.Quarantine("")));
    }

    [Fact]
    public async Task A_gap_whose_messages_are_no_longer_kept_begins_a_new_epoch()
    {
        await SendThreeAsync("store-1");
        agency.Clock.Advance(TimeSpan.FromDays(36));
        await agency.Adapter.RetainAsync();
        await DropAsync("b.json", Canonical.Concern("4"));
        await agency.ReceiptAsync(Assert.Single(agency.Link.Messages).Id, ReceiptOutcome.Refused, epoch: 1, highest: 1, codes: "sequence-gap");
        agency.Link.Published.Clear();
        await agency.SendAsync();
        var again = Assert.Single(agency.Link.Messages);
        Assert.Equal((2, 1), (again.Epoch, again.Sequence));
    }

    [Fact]
    public async Task A_gap_left_by_a_message_that_routing_refused_for_good_begins_a_new_epoch()
    {
        await DropAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2")));
        await agency.ReceiptAsync(agency.Link.Messages[0].Id, ReceiptOutcome.Refused, epoch: 1, highest: 0, codes: "invalid-field");
        agency.Link.Published.Clear();
        await agency.SendAsync();
        await agency.ReceiptAsync(agency.Link.Messages[0].Id, ReceiptOutcome.Refused, epoch: 1, highest: 0, codes: "sequence-gap");
        agency.Link.Published.Clear();
        await agency.SendAsync();
        var again = Assert.Single(agency.Link.Messages);
        Assert.Equal((2, 1), (again.Epoch, again.Sequence));
    }

    [Fact]
    public async Task A_used_sequence_begins_a_new_epoch_and_renumbers_what_waits()
    {
        await DropAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2"), Canonical.Concern("3")));
        await agency.ReceiptAsync(Assert.Single(agency.Link.Messages).Id, ReceiptOutcome.Refused, epoch: 4, highest: 9, codes: "sequence-used");
        var numbers = new List<(int?, int?)>();
        for (var i = 0; i < 3; i++)
        {
            agency.Link.Published.Clear();
            await agency.SendAsync();
            var message = Assert.Single(agency.Link.Messages);
            numbers.Add((message.Epoch, message.Sequence));
            await agency.ReceiptAsync(message.Id, epoch: message.Epoch, highest: message.Sequence);
        }

        Assert.Equal([(5, 1), (5, 2), (5, 3)], numbers);
        Assert.Contains(agency.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("3 messages renumbered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_copy_of_the_refusal_does_not_begin_yet_another_epoch()
    {
        await DropAsync("a.json", Canonical.Concern("1"));
        var id = Assert.Single(agency.Link.Messages).Id;
        await agency.ReceiptAsync(id, ReceiptOutcome.Refused, epoch: 1, highest: 9, codes: "sequence-used");
        await agency.ReceiptAsync(id, ReceiptOutcome.Refused, epoch: 1, highest: 9, codes: "sequence-used");
        agency.Link.Published.Clear();
        await agency.SendAsync();
        Assert.Equal(2, Assert.Single(agency.Link.Messages).Epoch);
    }

    [Fact]
    public async Task Two_sides_that_never_agree_do_not_spin()
    {
        await DropAsync("a.json", Canonical.Concern("1"));
        var sent = 1;
        for (var second = 0; second < 600; second++)
        {
            agency.Clock.Advance(TimeSpan.FromSeconds(1));
            var message = agency.Link.Messages is [.., var last] ? last : null;
            agency.Link.Published.Clear();
            if (message is not null)
                await agency.ReceiptAsync(message.Id, ReceiptOutcome.Refused, epoch: message.Epoch, highest: 99, codes: "sequence-used");
            await agency.SendAsync();
            sent += agency.Link.Published.Count;
        }

        Assert.InRange(sent, 4, 8);
    }

    [Fact]
    public async Task A_restored_spool_begins_a_new_epoch_when_routing_knows_higher_numbers()
    {
        await SendThreeAsync("store-1");
        await agency.CloseAsync();
        var spool = Path.Combine(agency.Settings.Folder, "spool.db");
        var backup = File.ReadAllBytes(spool);
        var later = Assert.Single(await agency.SendAsync("b.json", Canonical.Concern("4")));
        Assert.Equal(4, later.Sequence);
        await agency.ReceiptAsync(later.Id, epoch: 1, highest: 4);
        await agency.CloseAsync();
        File.WriteAllBytes(spool, backup);

        var fifth = Assert.Single(await agency.SendAsync("c.json", Canonical.Concern("5")));
        Assert.Equal((1, 4), (fifth.Epoch, fifth.Sequence));
        await agency.ReceiptAsync(fifth.Id, ReceiptOutcome.Refused, epoch: 1, highest: 4, codes: "sequence-used");
        agency.Link.Published.Clear();
        await agency.SendAsync();
        Assert.Equal((2, 1, fifth.Id), Assert.Single(agency.Link.Messages) is var m ? (m.Epoch, m.Sequence, m.Id) : default);
        Assert.Contains(agency.Log.Lines, line => line.Contains("restored from a backup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Higher_numbers_in_an_ordinary_receipt_betray_a_restored_spool_too()
    {
        await DropAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2")));
        await agency.ReceiptAsync(Assert.Single(agency.Link.Messages).Id, ReceiptOutcome.Duplicate, epoch: 1, highest: 40);
        agency.Link.Published.Clear();
        await agency.SendAsync();
        Assert.Equal((2, 1), Assert.Single(agency.Link.Messages) is var m ? (m.Epoch, m.Sequence) : default);
    }

    private async Task<List<string>> SendThreeAsync(string incarnation)
    {
        await DropAsync("a.json", Canonical.List(Canonical.Concern("1"), Canonical.Concern("2"), Canonical.Concern("3")));
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(Assert.Single(agency.Link.Messages).Id);
            await agency.ReceiptAsync(ids[^1], incarnation: incarnation, epoch: 1, highest: i + 1);
            agency.Link.Published.Clear();
            await agency.SendAsync();
        }

        return ids;
    }

    private Task<IReadOnlyList<Envelope<object>>> DropAsync(string name, string content) => agency.SendAsync(name, content);

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
