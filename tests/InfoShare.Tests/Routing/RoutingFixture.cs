using InfoShare.Broker;
using InfoShare.Broker.InMemory;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing;
using InfoShare.Routing.Emergency;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Tests.Clock;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Routing;

/// <summary>Routing with a real store, the in-memory broker, the sample directory and a clock that the test moves.</summary>
internal sealed class RoutingFixture : IAsyncDisposable
{
    private readonly TestStore stored;
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> readers = [];
    private readonly Dictionary<string, CancellationTokenSource> reading = [];

    private RoutingFixture(TestStore stored, string? directory)
    {
        this.stored = stored;
        Directory = DirectoryFile.Read(directory ?? SampleDirectory.Yaml).Directory!;
        Broker = new InMemoryBroker(Clock);
        foreach (var participant in Directory.Participants)
            Broker.Declare(participant.Id);
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public InMemoryBroker Broker { get; private set; }

    public SharingDirectory Directory { get; }

    public RoutingStore Store { get; private set; } = null!;

    public RoutingService Service { get; private set; } = null!;

    public RoutingSettings Settings { get; private set; } = new();

    /// <summary>What each participant's adapter has read, in order.</summary>
    public Dictionary<string, List<Envelope<object>>> Read { get; } = [];

    public static async Task<RoutingFixture> StartAsync(RoutingSettings? settings = null, SharingPolicies? policies = null, string? directory = null)
    {
        var fixture = new RoutingFixture(await TestStore.CreateAsync(), directory) { Settings = settings ?? new() };
        await fixture.OpenAsync(policies ?? SharingPolicies.OfThisRelease);
        return fixture;
    }

    /// <summary>All files in which the store keeps anything.</summary>
    public Task<IReadOnlyList<string>> StoredFilesAsync() => stored.FilesAsync();

    /// <summary>The process ends and starts again; the in-memory broker forgets.</summary>
    public async Task RestartAsync(Func<TestStore, Task>? whileDown = null, SharingPolicies? policies = null)
    {
        await StopReadingAsync();
        await Store.DisposeAsync();
        if (whileDown is not null)
            await whileDown(stored);
        Broker = new InMemoryBroker(Clock);
        foreach (var participant in Directory.Participants)
            Broker.Declare(participant.Id);
        await OpenAsync(policies ?? SharingPolicies.OfThisRelease);
    }

    /// <summary>Sends one message as a participant's adapter would, and returns routing's receipt.</summary>
    public async Task<Receipt?> SendAsync(string participant, byte[] body)
    {
        var inQueue = Broker.WaitingFor(participant);
        await Service.HandleAsync(participant, new BrokerMessage("test", body), CancellationToken.None);
        return Broker.WaitingFor(participant) > inQueue || Read.ContainsKey(participant) ? await ReceiptAsync(participant) : null;
    }

    public Task<Receipt?> SendAsync<T>(string participant, Envelope<T> message) => SendAsync(participant, WireWriter.Write(message));

    /// <summary>Somebody asks for emergency access of a delivery's recipient to its child.</summary>
    public Task<EmergencyAnswer> BreakGlassAsync(DeliveryRow delivery, string request = "r1", int hours = 4) =>
        Service.Desks.Emergencies.StartAsync(new(request, delivery.DeliveryId, "immediate-danger", "Invented for a test.", "duty manager", hours));

    /// <summary>The adapter says what became of a delivery.</summary>
    public Task ReportAsync(string participant, string deliveryId, ReceiptOutcome outcome, params string[] alsoAbout) =>
        Service.HandleAsync(participant, new BrokerMessage("test", WireWriter.Write(new Envelope<Receipt>
        {
            SpecVersion = "1.0",
            Id = $"{deliveryId}-{outcome}",
            Source = "https://infoshare.local/agency/urn/999998",
            Type = MessageTypes.Receipt.CloudEventType,
            Time = Clock.GetUtcNow(),
            Data = new() { About = deliveryId, AlsoAbout = alsoAbout, Outcome = outcome },
        })), CancellationToken.None);

    /// <summary>The adapters of these participants read from now on.</summary>
    public void StartReading(params IEnumerable<string> participants)
    {
        foreach (var participant in participants)
        {
            if (reading.ContainsKey(participant))
                continue;
            Read.TryAdd(participant, []);
            var cancel = reading[participant] = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            readers.Add(Broker.LinkFor(participant).ConsumeAsync((message, _) =>
            {
                lock (Read)
                    Read[participant].Add(WireReader.Read(message.Body.Span).Value!);
                return Task.FromResult(Settlement.Acknowledge);
            }, cancel.Token));
        }
    }

    public void StartReadingEverywhere() => StartReading(Directory.Participants.Select(p => p.Id));

    public async Task StopReadingAsync()
    {
        foreach (var cancel in reading.Values)
            await cancel.CancelAsync();
        reading.Clear();
        await Task.WhenAll(readers).ContinueWith(_ => { }, TaskScheduler.Default);
        readers.Clear();
    }

    /// <summary>Dispatches until nothing more is due, and waits until it was read. Each is received and handed over if asked.</summary>
    public async Task DrainAsync(bool report = true)
    {
        while (await Service.DispatchAsync(CancellationToken.None) > 0)
        {
            await Settle();
            if (report)
                await ReportAllAsync();
        }
    }

    public IReadOnlyList<DeliveryRow> Deliveries => Store.Read(scope => scope.AllDeliveries());

    public IReadOnlyList<DeliveryRow> Shared => [.. Deliveries.Where(d => d.Kind is "original" or "correction" or "notice")];

    public DeliveryRow To(string role, string kind = "original") => Deliveries.Single(d => d.Role == role && d.Kind == kind);

    /// <summary>Deliveries that a participant's adapter has read.</summary>
    public IReadOnlyList<Delivery> DeliveredTo(string participant) =>
        Read.TryGetValue(participant, out var messages) ? [.. messages.ToList().Select(m => m.Data).OfType<Delivery>()] : [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await StopReadingAsync();
        await Store.DisposeAsync();
        stop.Dispose();
        await stored.DisposeAsync();
    }

    private async Task ReportAllAsync()
    {
        foreach (var row in Deliveries.Where(d => d.State is DeliveryStates.Sent or DeliveryStates.Sending && Read.ContainsKey(d.Participant!)))
        {
            await ReportAsync(row.Participant!, row.DeliveryId, ReceiptOutcome.Received);
            await ReportAsync(row.Participant!, row.DeliveryId, ReceiptOutcome.HandedOver);
        }
    }

    private async Task Settle()
    {
        foreach (var participant in reading.Keys)
        {
            while (Broker.WaitingFor(participant) > 0)
                await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Receipt?> ReceiptAsync(string participant)
    {
        if (Read.TryGetValue(participant, out var read))
        {
            await Settle();
            return read.Select(m => m.Data).OfType<Receipt>().LastOrDefault();
        }

        Receipt? receipt = null;
        using var once = new CancellationTokenSource();
        await Broker.LinkFor(participant).ConsumeAsync(async (message, _) =>
        {
            receipt = WireReader.Read(message.Body.Span).Value!.Data as Receipt ?? receipt;
            if (Broker.WaitingFor(participant) <= 1)
                await once.CancelAsync();
            return Settlement.Acknowledge;
        }, once.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return receipt;
    }

    private async Task OpenAsync(SharingPolicies policies)
    {
        Store = await stored.OpenAsync();
        Service = new RoutingService(Store, Directory, policies, Settings, Broker.Routing, Clock, NullLogger.Instance);
        await Service.StartAsync();
    }
}
