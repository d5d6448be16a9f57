using System.Text.Json;

namespace InfoShare.Bench.Results;

/// <summary>What one run of the bench measured: of each figure the best of its rounds; null where the part was not run.</summary>
internal sealed record BenchResult
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Hops per second, plain client.</summary>
    public double? RawHopPerSecond { get; init; }

    /// <summary>Hops per second, plain MassTransit.</summary>
    public double? MassTransitHopPerSecond { get; init; }

    /// <summary>Deliveries with five recipients per message, counted when the recipient's receipt is stored.</summary>
    public double? RoutedPerSecond { get; init; }

    /// <summary>The same with one recipient per message.</summary>
    public double? RoutedToOnePerSecond { get; init; }

    /// <summary>Deliveries routed for each message that MassTransit alone hops.</summary>
    public double? RoutedToMassTransitRatio => Ratio(RoutedPerSecond, MassTransitHopPerSecond);

    /// <summary>Requests accepted, each on disk before its answer; the times are of the round with the most.</summary>
    public double? HttpAcceptedPerSecond { get; init; }
    public double? HttpP50Ms { get; init; }
    public double? HttpP99Ms { get; init; }

    /// <summary>Deliveries of the backlog per second; the backlog is drained once.</summary>
    public double? DrainPerSecond { get; init; }
    public double? DrainSeconds { get; init; }
    public int? DrainDeliveries { get; init; }
    public int? DrainOutOfOrder { get; init; }

    /// <summary>An urgent concern in the middle of the drain: seconds until the last of its recipients had it.</summary>
    public double? UrgentThroughBacklogSeconds { get; init; }

    /// <summary>Deliveries per second from HTTP to the recipients' folders, adapters, routing and load on one machine.</summary>
    public double? EndToEndPerSecond { get; init; }

    /// <summary>Processor time for one delivery to one of five, milliseconds, mean of the rounds, by process.</summary>
    public IReadOnlyDictionary<string, double> ProcessorMsPerDelivery { get; init; } = new Dictionary<string, double>();

    /// <summary>Processor time of the adapter for one request, sending on included, milliseconds, mean of the rounds.</summary>
    public double? AdapterProcessorMsPerRequest { get; init; }

    /// <summary>By process.</summary>
    public IReadOnlyDictionary<string, double> PeakMemoryMiB { get; init; } = new Dictionary<string, double>();

    /// <summary>Every round's figure.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Rounds { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    /// <summary>What it ran on.</summary>
    public required Machine Machine { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    private static double? Ratio(double? part, double? whole) => part is { } p && whole is { } w ? Math.Round(p / w, 3) : null;
}

/// <summary>The machine, and how busy it was with other things.</summary>
/// <param name="Processors">Cores.</param>
/// <param name="MemoryGiB">Memory.</param>
/// <param name="LoadBefore">Processes that wanted a core in the minute before the bench; on an idle machine about 0.</param>
/// <param name="Seconds">How long the bench took.</param>
internal sealed record Machine(int Processors, double MemoryGiB, double LoadBefore, double Seconds)
{
    /// <summary>Now, before the bench has begun.</summary>
    public static Machine Here() => new(
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024), 1),
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture),
        0);
}
