using System.Diagnostics;
using InfoShare.Adapters;
using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Translation;
using InfoShare.Broker;
using InfoShare.Broker.InMemory;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Adapters;

/// <summary>The whole adapter on the in-memory broker and the real clock.</summary>
public sealed class RunningAdapterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_running_adapter_sends_files_and_hands_over_deliveries()
    {
        await using var running = new Running();
        running.Drop("a.json", Canonical.List(Enumerable.Range(0, 20).Select(i => Canonical.Concern($"{i}", child: $"pupil-{i % 3}"))));
        await running.DeliverAsync(Arrivals.Delivery("d1"));
        await running.UntilAsync(s => s.Accepted == 20 && s.Inbox.GetValueOrDefault("handed-over") == 1);
        await running.UntilAsync(_ => running.Routing.Reports.ContainsKey(("d1", ReceiptOutcome.HandedOver)));
        Assert.Equal(20, running.Routing.Effects.Count);
    }

    [Fact]
    public async Task A_loop_that_fails_goes_on_and_the_others_with_it()
    {
        await using var running = new Running();
        System.IO.Directory.Move(running.Folder("in"), running.Folder("in-away"));
        await running.DeliverAsync(Arrivals.Delivery("d1"));
        await running.UntilAsync(s => s.Inbox.GetValueOrDefault("handed-over") == 1);
        System.IO.Directory.Move(running.Folder("in-away"), running.Folder("in"));
        running.Drop("a.json", Canonical.Concern());
        await running.UntilAsync(s => s.Accepted == 1);
    }

    /// <summary>Prints how fast it is. Run with <c>-explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [InlineData("1,000 files of one record, 1,000 children", 1000, 1, 1000)]
    [InlineData("one file of 1,000 records, 1,000 children", 1, 1000, 1000)]
    [InlineData("one file of 1,000 records, 10 children", 1, 1000, 10)]
    public async Task Measure(string what, int files, int records, int children)
    {
        await using var running = new Running(start: false);
        for (var file = 0; file < files; file++)
            running.Drop($"{file:D4}.json", Canonical.List(Enumerable.Range(0, records).Select(r => Canonical.Concern($"{file}-{r}", child: $"pupil-{(file * records + r) % children}"))));
        var watch = Stopwatch.StartNew();
        running.Start();
        await running.UntilAsync(s => s.Accepted == files * records);
        var rate = files * records / watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:F2} s, {rate:F0} messages/s from folder to receipt");
        Assert.Equal(files * records, running.Routing.Effects.Count);
    }

    /// <summary>As <see cref="Measure"/>, for the way out.</summary>
    [Fact(Explicit = true)]
    public async Task Measure_hand_over()
    {
        const int Deliveries = 1000;
        await using var running = new Running();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Deliveries; i++)
            await running.DeliverAsync(Arrivals.Delivery($"d{i}"));
        await running.UntilAsync(s => s.Inbox.GetValueOrDefault("handed-over") == Deliveries);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Deliveries} deliveries: {watch.Elapsed.TotalSeconds:F2} s, {Deliveries / watch.Elapsed.TotalSeconds:F0}/s from queue to file");
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly InMemoryBroker broker = new(TimeProvider.System);
        private readonly AgencyUnderTest names = new();
        private readonly AgencyAdapter adapter;
        private readonly List<Task> tasks = [];

        public Running(bool start = true)
        {
            adapter = AgencyAdapter.Open(
                names.Settings, broker.LinkFor(names.Settings.Participant), [new CanonicalTranslator()], new JsonDeliveryFormat(), TimeProvider.System, names.Log);
            if (start)
                Start();
        }

        public SimpleRouting Routing { get; } = new();

        public string Folder(string name) => Path.Combine(names.Settings.Folder, name);

        public void Drop(string name, string content) => File.WriteAllText(names.In(name), content);

        public void Start()
        {
            tasks.Add(adapter.RunAsync(stop.Token));
            foreach (var urgent in new[] { true, false })
                tasks.Add(broker.Routing.ConsumeAsync(urgent, AnswerAsync, stop.Token));
        }

        public Task<PublishOutcome> DeliverAsync(Delivery delivery) => broker.Routing.PublishAsync(
            names.Settings.Participant,
            new("e-" + delivery.DeliveryId, WireWriter.Write(new Envelope<Delivery>
            {
                SpecVersion = "1.0",
                Id = "e-" + delivery.DeliveryId,
                Source = "https://infoshare.local/agency/police",
                Type = MessageTypes.Delivery.CloudEventType,
                Time = Canonical.Time,
                Data = delivery,
            })),
            TimeSpan.FromMinutes(5), stop.Token);

        public async Task UntilAsync(Func<AdapterStatus, bool> condition)
        {
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < Patience)
            {
                if (condition(adapter.Status()))
                    return;
                await Task.Delay(20);
            }

            Assert.Fail("it did not happen in time: " + adapter.Status());
        }

        private async Task<Settlement> AnswerAsync(string participant, BrokerMessage message, CancellationToken token)
        {
            if (Routing.Take(message) is { } receipt)
                await broker.Routing.PublishAsync(participant, SimpleRouting.Message(receipt), TimeSpan.FromMinutes(5), token);
            return Settlement.Acknowledge;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await Task.WhenAll(tasks);
            await adapter.DisposeAsync();
            await names.DisposeAsync();
            stop.Dispose();
        }
    }
}
