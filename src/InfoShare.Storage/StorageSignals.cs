using System.Diagnostics.Metrics;
using InfoShare.Policy;

namespace InfoShare.Storage;

/// <summary>Counts of what is put on record, for whoever listens; nobody does unless telemetry is set. Codes only. What a transaction takes back is counted again when it is tried again.</summary>
internal static class StorageSignals
{
    private static readonly Meter Meter = new("InfoShare.Storage");
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>("infoshare.decisions", description: "Decisions, by effect: whole, reduced, withheld");
    private static readonly Counter<long> Records = Meter.CreateCounter<long>("infoshare.records", description: "Records of the audit, by kind: each change of a delivery or message is one");

    /// <param name="kind">first or recheck.</param>
    public static void Decided(string kind, SharingDecision decision)
    {
        if (Decisions.Enabled)
        {
            Decisions.Add(1, new("kind", kind), new("effect",
                !decision.MayKnow ? "withheld" : decision.Parts.All(part => part.Effect is PartEffect.Release) ? "whole" : "reduced"));
        }
    }

    public static void Recorded(string kind)
    {
        if (Records.Enabled)
            Records.Add(1, new KeyValuePair<string, object?>("kind", kind));
    }
}
