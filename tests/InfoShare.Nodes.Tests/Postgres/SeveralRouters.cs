using InfoShare.Broker;
using InfoShare.Broker.InMemory;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Storage;
using InfoShare.Tests.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Nodes.Tests.Postgres;

/// <summary>Routers as several processes would be: each with connections of its own to one store, all on one broker.</summary>
internal sealed class SeveralRouters : IAsyncDisposable
{
    private readonly PostgresPair pair;
    private readonly List<string> read = [];

    private SeveralRouters(PostgresPair pair) => this.pair = pair;

    public ManualClock Clock { get; } = new();

    public InMemoryBroker Broker { get; private set; } = null!;

    public List<RoutingStore> Stores { get; } = [];

    public List<RoutingService> Services { get; } = [];

    /// <summary>The ids of the deliveries that were read from a participant's queue, in order.</summary>
    public IReadOnlyList<string> Read
    {
        get
        {
            lock (read)
                return [.. read];
        }
    }

    public static async Task<SeveralRouters> StartAsync(int count)
    {
        var routers = new SeveralRouters(await PostgresPair.CreateAsync());
        var directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
        routers.Broker = new InMemoryBroker(routers.Clock);
        foreach (var participant in directory.Participants)
            routers.Broker.Declare(participant.Id);
        for (var i = 1; i <= count; i++)
        {
            var store = await routers.pair.OpenAsync();
            routers.Stores.Add(store);
            var settings = new RoutingSettings { Writer = $"routing-{i}", TransportForgets = false };
            routers.Services.Add(new(store, directory, SharingPolicies.OfThisRelease, settings, routers.Broker.Routing, routers.Clock, NullLogger.Instance));
        }

        await Task.WhenAll(routers.Services.Select(service => service.StartAsync()));
        return routers;
    }

    /// <summary>A participant's adapter reads until the token is cancelled.</summary>
    public Task ReadAsync(string participant, CancellationToken cancellationToken) =>
        Broker.LinkFor(participant).ConsumeAsync((message, _) =>
        {
            lock (read)
            {
                if (WireReader.Read(message.Body.Span).Value!.Data is Delivery delivery)
                    read.Add(delivery.DeliveryId);
            }

            return Task.FromResult(Settlement.Acknowledge);
        }, cancellationToken);

    /// <summary>What the receipts to a participant say so far, in order.</summary>
    public async Task<IReadOnlyList<Receipt>> ReceiptsToAsync(string participant)
    {
        var receipts = new List<Receipt>();
        using var emptied = new CancellationTokenSource();
        await Broker.LinkFor(participant).ConsumeAsync(async (message, _) =>
        {
            if (WireReader.Read(message.Body.Span).Value!.Data is Receipt receipt)
                receipts.Add(receipt);
            if (Broker.WaitingFor(participant) <= 1)
                await emptied.CancelAsync();
            return Settlement.Acknowledge;
        }, emptied.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return receipts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in Stores)
            await store.DisposeAsync();
        await pair.DisposeAsync();
    }
}
