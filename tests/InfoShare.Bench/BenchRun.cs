using System.Diagnostics;
using InfoShare.Bench.Drain;
using InfoShare.Bench.EndToEnd;
using InfoShare.Bench.Hops;
using InfoShare.Bench.Http;
using InfoShare.Bench.Load;
using InfoShare.Bench.Results;
using InfoShare.Bench.Routed;
using InfoShare.Bench.Running;

namespace InfoShare.Bench;

/// <summary>Runs the parts one after the other on the same nodes.</summary>
internal sealed class BenchRun(BenchOptions options, CancellationToken stop)
{
    private const int InFlight = 500;
    private const int BodyBytes = 1200;
    private static readonly string[] EveryAdapter = ["education-suffolk", "health-suffolk", "police-suffolk", "social-care-suffolk"];

    private readonly Dictionary<string, IReadOnlyList<double>> rounds = [];

    /// <summary>What runs it and says the figures; or what is wrong with the arguments.</summary>
    public static (Func<CancellationToken, Task<string>>? Run, string? Problem) Asked(string[] arguments)
    {
        var (options, problem) = BenchOptions.Read(arguments);
        return (options is null ? null : stop => SayAsync(options, stop), problem);
    }

    private static async Task<string> SayAsync(BenchOptions options, CancellationToken stop)
    {
        var result = await new BenchRun(options, stop).RunAsync();
        if (options.Plots is { } folder)
            Plots.Write(folder, result);
        return options.Json ? result.ToJson() : Table.Of(result);
    }

    private async Task<BenchResult> RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var result = new BenchResult { Machine = Machine.Here(), Rounds = rounds };
        Progress.Say("starting RabbitMQ and PostgreSQL …");
        await using var nodes = await Nodes.StartAsync(stop);
        await using var watch = new ProcessWatch();
        watch.Add("rabbitmq", nodes.Brokers.Nodes[0].ProcessId!.Value);
        watch.Add("postgresql", nodes.Postgres.ProcessId!.Value);
        watch.Add("bench", Environment.ProcessId);
        var broker = new BrokerAccess(nodes.Certificates, nodes.Brokers.Nodes[0].Ports.Amqp);

        if (Wants(Part.Hops))
            result = await HopsAsync(result, broker);
        if (Wants(Part.Routed | Part.Drain | Part.EndToEnd))
            result = await WithRoutingAsync(result, nodes, broker, watch);
        if (Wants(Part.Http))
            result = await HttpAsync(result, nodes, watch);
        return result with
        {
            PeakMemoryMiB = watch.PeakMebibytes,
            Machine = result.Machine with { Seconds = Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds) },
        };
    }

    private async Task<BenchResult> HopsAsync(BenchResult result, BrokerAccess broker)
    {
        var body = new byte[BodyBytes];
        Array.Fill(body, (byte)'x');
        return result with
        {
            RawHopPerSecond = await BestAsync("raw hop", () => RawHop.RunAsync(broker, options.Hops, InFlight, body)),
            MassTransitHopPerSecond = await BestAsync("MassTransit hop", () => MassTransitHop.RunAsync(broker, options.Hops, InFlight, body)),
        };
    }

    private async Task<BenchResult> WithRoutingAsync(BenchResult result, Nodes nodes, BrokerAccess broker, ProcessWatch watch)
    {
        await using var routing = await PartProcess.StartAsync(nodes, "routing", "run");
        watch.Add("routing", routing.Id);
        await using var records = new Records(nodes.Records);
        if (Wants(Part.Routed))
            result = await RoutedAsync(result, broker, records, watch);
        if (Wants(Part.Drain))
            result = Noted(result, await DrainPart.RunAsync(broker, records, options.DrainDeliveries).WaitAsync(stop));
        if (Wants(Part.EndToEnd))
            result = await EndToEndAsync(result, nodes, records, watch);
        return result;
    }

    private async Task<BenchResult> RoutedAsync(BenchResult result, BrokerAccess broker, Records records, ProcessWatch watch)
    {
        var toOne = await BestAsync("routed to one", () => RoutedPart.RunAsync(broker, records, SendingAgency.ToOne, options.RoutedDeliveries / 2));
        var before = watch.ProcessorTime;
        var toFive = await BestAsync("routed to five", () => RoutedPart.RunAsync(broker, records, SendingAgency.ToMany, options.RoutedDeliveries / SendingAgency.ManyRecipients));
        return result with
        {
            RoutedToOnePerSecond = toOne,
            RoutedPerSecond = toFive,
            ProcessorMsPerDelivery = watch.ProcessorTime.ToDictionary(one => one.Key, one => Each(one.Value - before[one.Key], options.RoutedDeliveries)),
        };
    }

    private static BenchResult Noted(BenchResult result, Drained drained)
    {
        Progress.Say($"  drained {drained.PerSecond:0}/s, {drained.OutOfOrder} out of order, urgent through it in {drained.UrgentSeconds:0.00} s");
        return result with
        {
            DrainPerSecond = Math.Round(drained.PerSecond),
            DrainSeconds = Math.Round(drained.Seconds, 1),
            DrainDeliveries = drained.Deliveries,
            DrainOutOfOrder = drained.OutOfOrder,
            UrgentThroughBacklogSeconds = Math.Round(drained.UrgentSeconds, 2),
        };
    }

    private async Task<BenchResult> EndToEndAsync(BenchResult result, Nodes nodes, Records records, ProcessWatch watch)
    {
        await using var adapters = await PartProcess.StartAsync(nodes, ["adapter", "run", .. EveryAdapter]);
        watch.Add("adapters (four)", adapters.Id);
        return result with { EndToEndPerSecond = await BestAsync("end to end", () => EndToEndPart.RunAsync(adapters.Address, records, options.EndToEndMessages)) };
    }

    private async Task<BenchResult> HttpAsync(BenchResult result, Nodes nodes, ProcessWatch watch)
    {
        await using var adapter = await PartProcess.StartAsync(nodes, "adapter", "run", EveryAdapter[0]);
        const string Adapter = "adapter (one)";
        watch.Add(Adapter, adapter.Id);
        var (best, before) = (new Accepted(0, 0, 0), watch.ProcessorTime[Adapter]);
        var perSecond = await BestAsync("HTTP accepted", async () =>
        {
            var accepted = await HttpPart.RunAsync(adapter.Address, options.HttpRequests);
            if (accepted.PerSecond > best.PerSecond)
                best = accepted;
            return accepted.PerSecond;
        });
        return result with
        {
            HttpAcceptedPerSecond = perSecond,
            HttpP50Ms = Math.Round(best.P50Ms, 1),
            HttpP99Ms = Math.Round(best.P99Ms, 1),
            AdapterProcessorMsPerRequest = Each(watch.ProcessorTime[Adapter] - before, options.HttpRequests),
        };
    }

    private double Each(TimeSpan time, int perRound) => Math.Round(time.TotalMilliseconds / perRound / (options.Quick ? 1 : options.Rounds + 1), 3);

    private async Task<double> BestAsync(string what, Func<Task<double>> round)
    {
        var figures = new List<double>();
        if (!options.Quick)
            Progress.Say($"  {what}: {await round().WaitAsync(stop):0}/s to warm up");
        for (var nth = 1; nth <= options.Rounds; nth++)
        {
            figures.Add(Math.Round(await round().WaitAsync(stop)));
            Progress.Say($"  {what}: {figures[^1]:0}/s");
        }

        rounds[what] = figures;
        return figures.Max();
    }

    private bool Wants(Part part) => (options.Parts & part) != 0;
}
