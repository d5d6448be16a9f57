using System.Diagnostics;
using System.Diagnostics.Metrics;
using InfoShare.Broker;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Intake;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Telemetry;

/// <summary>
/// Counts, times and spans for whoever listens; nobody does unless telemetry is set. Participants, types and codes only: a message is
/// named by a keyed hash of its id, which an agency chose, and that hash is the trace in which all its spans are, whenever and wherever
/// they come about.
/// </summary>
internal static class RoutingSignals
{
    private const string Name = "InfoShare.Routing";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("infoshare.messages", description: "Messages taken, by outcome and type");
    private static readonly Counter<long> Receipts = Meter.CreateCounter<long>("infoshare.receipts", description: "What adapters said of deliveries");
    private static readonly Histogram<double> IntakeTime = Meter.CreateHistogram<double>("infoshare.intake.duration", "s", "From a message's coming to its being on record");
    private static readonly Histogram<double> DispatchTime = Meter.CreateHistogram<double>("infoshare.dispatch.duration", "s", "From looking for what is due to its being on its way");
    private static readonly Histogram<double> CriticalTime = Meter.CreateHistogram<double>("infoshare.critical_time", "s", "From the decision to the agency's system");

    /// <summary>Takes a message, and tells what came of it and how long that took.</summary>
    public static async Task<Reply> MeasureAsync(RoutingContext routing, Incoming message, Func<Incoming, Task<Reply>> take)
    {
        var (began, type) = (routing.Clock.GetTimestamp(), TypeOf(message.Envelope.Type));
        using var span = Start(routing, "intake", ActivityKind.Consumer, message.Sender, message.Envelope.Id)?.SetTag("infoshare.sender", message.Sender).SetTag("infoshare.type", type);
        var reply = await take(message);
        var outcome = reply.Outcome.ToString().ToLowerInvariant();
        span?.SetTag("infoshare.outcome", outcome);
        Messages.Add(1, new("outcome", outcome), new("type", type));
        IntakeTime.Record(routing.Clock.GetElapsedTime(began).TotalSeconds);
        return reply;
    }

    public static Activity? Decision(RoutingContext routing, Arrival arrival) =>
        Start(routing, "decision", ActivityKind.Internal, arrival.Sender, arrival.Envelope.Id)?.SetTag("infoshare.type", arrival.TypeName);

    public static Activity? Dispatch(RoutingContext routing, DeliveryRow delivery, string participant) =>
        Start(routing, "dispatch", ActivityKind.Producer, delivery.Sender, delivery.MessageId)?.SetTag("infoshare.recipient", participant).SetTag("infoshare.delivery", delivery.DeliveryId);

    public static void Left(Activity? dispatch, PublishOutcome outcome) => dispatch?.SetTag("infoshare.outcome", outcome.ToString().ToLowerInvariant());

    /// <summary>A message that nobody can read.</summary>
    public static void Quarantined() => Messages.Add(1, new("outcome", "quarantined"), new("type", "unknown"));

    public static void Received(string outcome) => Receipts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Dispatched(TimeSpan took) => DispatchTime.Record(took.TotalSeconds);

    public static void HandedOver(string participant, TimeSpan took) => CriticalTime.Record(took.TotalSeconds, new KeyValuePair<string, object?>("participant", participant));

    private static Activity? Start(RoutingContext routing, string name, ActivityKind kind, string sender, string messageId)
    {
        if (!Source.HasListeners())
            return null;
        var trace = routing.Store.Ids.Of("trace", sender, messageId);
        return Source.StartActivity(name, kind, new ActivityContext(
            ActivityTraceId.CreateFromString(trace), ActivitySpanId.CreateFromString(trace.AsSpan(0, 16)), ActivityTraceFlags.Recorded, isRemote: true));
    }

    /// <summary>A type that is not known is whatever somebody wrote.</summary>
    private static string TypeOf(string type) => MessageTypes.Find(type)?.Name ?? "unknown";
}
