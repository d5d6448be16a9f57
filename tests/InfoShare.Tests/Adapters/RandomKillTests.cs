using InfoShare.Contracts.Concerns;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>Files, receipts, deliveries and deaths in any order: nothing is lost, nothing happens twice, order is kept.</summary>
public sealed class RandomKillTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();
    private readonly SimpleRouting routing = new();
    private readonly Dictionary<string, int> handedOver = [];
    private Random random = new(0);
    private int files;
    private int deliveries;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_dies_when_everything_settles_once(int seed)
    {
        random = new(seed);
        for (var step = 0; step < 250; step++)
            await StepAsync(random.Next(10));
        for (var i = 0; i < 400 && !Settled(); i++)
            await SettleAsync();

        Assert.True(Settled());
        Assert.Equal(Enumerable.Range(0, files).Select(i => $"fact {i}").Order(), Facts().Order());
        foreach (var child in routing.Effects.Where(e => e.Sequence is not null).GroupBy(e => e.PartitionKey))
            Assert.Equal(child.Select(e => e.Order).Order(StringComparer.Ordinal), child.Select(e => e.Order));
        Assert.Equal(deliveries, handedOver.Count);
        Assert.All(handedOver.Values, times => Assert.Equal(1, times));
    }

    private async Task StepAsync(int what)
    {
        switch (what)
        {
            case 0 or 1:
                agency.Drop($"{files:D4}.json", Canonical.Concern($"{files}", random.Next(6), $"fact {files}", $"pupil-{random.Next(4)}"));
                files++;
                break;
            case 2:
                // The folder for finished files is gone, as if the process died between the spool and the move.
                if (random.Next(2) == 0 && System.IO.Directory.Exists(agency.Done("")))
                    System.IO.Directory.Delete(agency.Done(""), recursive: true);
                await agency.PickUpAsync();
                await agency.ReopenAsync();
                break;
            case 3:
                await agency.PickUpAsync();
                break;
            case 4:
                await agency.SendAsync();
                break;
            case 5:
                await AnswerAsync();
                break;
            case 6:
                await agency.ReceiveAsync(Arrivals.Delivery($"d{deliveries++}"), partition: $"k{random.Next(3)}");
                break;
            case 7:
                await agency.ReceiveAsync(Arrivals.Delivery($"d{random.Next(Math.Max(1, deliveries))}"));
                deliveries = Math.Max(1, deliveries);
                break;
            case 8:
                await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
                TakeAway();
                if (random.Next(3) == 0)
                    await agency.Adapter.Database.WriteAsync(write => { write.Execute("update inbox set state = 'staged', told = '' where state = 'handed-over'"); });
                break;
            case 9:
                await agency.ReopenAsync();
                agency.Clock.Advance(TimeSpan.FromSeconds(random.Next(60)));
                break;
        }
    }

    /// <summary>Routing takes what was sent, some of it twice; some of its receipts are lost.</summary>
    private async Task AnswerAsync()
    {
        var sent = agency.Link.Published.Select(p => p.Message).ToList();
        agency.Link.Published.Clear();
        foreach (var message in sent)
        {
            if (random.Next(4) == 0)
                routing.Take(message);
            if (routing.Take(message) is { } receipt && random.Next(3) > 0)
                await agency.ReceiveAsync(receipt);
        }
    }

    private async Task SettleAsync()
    {
        await agency.PickUpAsync();
        await agency.SendAsync();
        await AnswerAsync();
        await agency.Adapter.HandOverDueAsync(AgencyUnderTest.Token);
        TakeAway();
        agency.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private void TakeAway()
    {
        foreach (var path in System.IO.Directory.GetFiles(agency.Out("")))
        {
            handedOver[Path.GetFileName(path)] = handedOver.GetValueOrDefault(Path.GetFileName(path)) + 1;
            File.Delete(path);
        }
    }

    private bool Settled()
    {
        var status = agency.Adapter.Status();
        return status is { Waiting: 0, FilesPending: 0 } && !status.Inbox.ContainsKey("received") && !status.Inbox.ContainsKey("staged");
    }

    private IEnumerable<string> Facts() => routing.Effects.Select(e => ((ConcernRaised)e.Data).Parts.Incident!.Facts!);

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
