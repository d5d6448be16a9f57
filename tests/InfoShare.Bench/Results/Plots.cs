namespace InfoShare.Bench.Results;

/// <summary>The pictures of docs/performance.md.</summary>
internal static class Plots
{
    /// <summary>Writes those whose parts were run.</summary>
    public static void Write(string folder, BenchResult result)
    {
        System.IO.Directory.CreateDirectory(folder);
        Write(folder, "performance-rates.svg", "Per second, best of the rounds",
            ("raw RabbitMQ hop", result.RawHopPerSecond), ("MassTransit hop", result.MassTransitHopPerSecond),
            ("InfoShare, routed to five", result.RoutedPerSecond), ("InfoShare, routed to one", result.RoutedToOnePerSecond),
            ("backlog drained", result.DrainPerSecond), ("HTTP accepted, on disk", result.HttpAcceptedPerSecond), ("end to end, adapters too", result.EndToEndPerSecond));
        Write(folder, "performance-memory.svg", "Most memory, MiB", [.. result.PeakMemoryMiB.Select(p => (p.Key, (double?)p.Value))]);
    }

    private static void Write(string folder, string file, string title, params (string Name, double? Value)[] bars)
    {
        var known = bars.Where(b => b.Value is not null).Select(b => new Bar(b.Name, b.Value!.Value)).ToList();
        if (known.Count > 0)
            File.WriteAllText(Path.Combine(folder, file), BarChart.Svg(title, known));
    }
}
