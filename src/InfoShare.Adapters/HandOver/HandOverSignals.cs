using System.Diagnostics;
using System.Diagnostics.Metrics;
using InfoShare.Adapters.Arrival;

namespace InfoShare.Adapters.HandOver;

/// <summary>A count and a span of each hand-over, for whoever listens; nobody does unless telemetry is set. Ids here are routing's own.</summary>
internal static class HandOverSignals
{
    private const string Name = "InfoShare.Adapters";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Time = Meter.CreateHistogram<double>("infoshare.handover.duration", "s", "From an arrival to the agency's system");

    public static void HandedOver(InboxRow row, DateTimeOffset now)
    {
        if (row.ReceivedAt <= 0)
            return;
        var received = DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt);
        Time.Record((now - received).TotalSeconds);
        using var span = Source.StartActivity("hand-over", ActivityKind.Consumer, default(ActivityContext), startTime: received);
        span?.SetTag("infoshare.delivery", row.Id).SetEndTime(now.UtcDateTime);
    }
}
