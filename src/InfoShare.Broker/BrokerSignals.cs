using System.Diagnostics.Metrics;

namespace InfoShare.Broker;

/// <summary>Counts for whoever listens; nobody does unless telemetry is set. No ids.</summary>
internal static class BrokerSignals
{
    private static readonly Meter Meter = new("InfoShare.Broker");
    private static readonly Counter<long> Published = Meter.CreateCounter<long>("infoshare.broker.publishes", description: "Publishes, by what the broker said of them");

    public static PublishOutcome Counted(PublishOutcome outcome)
    {
        if (Published.Enabled)
            Published.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));
        return outcome;
    }
}
