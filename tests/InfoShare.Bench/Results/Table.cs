using System.Globalization;
using System.Text;

namespace InfoShare.Bench.Results;

/// <summary>The figures for people.</summary>
internal static class Table
{
    public static string Of(BenchResult result)
    {
        var text = new StringBuilder();
        Row("raw hop", result.RawHopPerSecond, "/s");
        Row("MassTransit hop", result.MassTransitHopPerSecond, "/s");
        Row("routed to one recipient", result.RoutedToOnePerSecond, "/s");
        Row("routed to five recipients", result.RoutedPerSecond, "/s");
        Row("  of a MassTransit hop", result.RoutedToMassTransitRatio, "");
        Row("backlog drained", result.DrainPerSecond, "/s");
        Row("  out of order", result.DrainOutOfOrder, $" of {result.DrainDeliveries}");
        Row("  urgent through it", result.UrgentThroughBacklogSeconds, " s");
        Row("end to end", result.EndToEndPerSecond, "/s");
        Row("HTTP accepted", result.HttpAcceptedPerSecond, "/s");
        Row("  p50", result.HttpP50Ms, " ms");
        Row("  p99", result.HttpP99Ms, " ms");
        foreach (var (process, milliseconds) in result.ProcessorMsPerDelivery)
            Row($"core of {process}", milliseconds, " ms a delivery");
        foreach (var (process, mebibytes) in result.PeakMemoryMiB)
            Row($"memory of {process}", mebibytes, " MiB");
        return text.ToString().TrimEnd();

        void Row(string name, double? figure, string unit)
        {
            if (figure is { } known)
                text.AppendLine(CultureInfo.InvariantCulture, $"{name,-28}{known,12:0.###}{unit}");
        }
    }
}
