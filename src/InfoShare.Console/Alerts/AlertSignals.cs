using System.Diagnostics.Metrics;
using InfoShare.Storage.Alerts;

namespace InfoShare.Console.Alerts;

/// <summary>How many alerts stand, for whoever listens; nobody does unless telemetry is set.</summary>
internal static class AlertSignals
{
    private static readonly Meter Meter = new("InfoShare.Console");
    private static readonly Gauge<long> Standing = Meter.CreateGauge<long>("infoshare.alerts", description: "Alerts that stand");

    public static void Stand(IReadOnlyList<AlertRow> alerts, DateTimeOffset now)
    {
        if (!Standing.Enabled)
            return;
        foreach (var urgent in (long[])[0, 1])
            Standing.Record(alerts.Count(alert => alert.Urgent == urgent && alert.EndedAt(now) is null), new KeyValuePair<string, object?>("urgent", urgent == 1));
    }
}
