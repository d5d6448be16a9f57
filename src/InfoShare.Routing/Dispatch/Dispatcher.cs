using InfoShare.Broker;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>
/// Sends what waits in the store. Marks a delivery as sending before it can leave and as sent after the broker's confirm;
/// holds at most a window per participant in the broker, and only while its adapter reads.
/// </summary>
internal sealed class Dispatcher(RoutingContext routing, IRoutingLink link)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a publish takes. What is sending still was marked by a router that has died, or whose mark came late.</summary>
    private static readonly TimeSpan LongestPublish = TimeSpan.FromSeconds(11);

    private readonly SendingDecision sending = new(routing);

    /// <summary>Sends what is due to one participant; returns how many left.</summary>
    public async Task<int> DispatchAsync(string participant, CancellationToken cancellationToken)
    {
        if (!link.HasConsumer(participant) || !AnythingDue(participant))
            return 0;

        var leaveBefore = routing.Now + (routing.Settings.Lease / 2);
        var leaving = await routing.Store.WriteAsync(scope => Choose(scope, participant));
        var outcomes = await Task.WhenAll(leaving.Select(item => PublishAsync(participant, item, leaveBefore, cancellationToken)));
        if (outcomes.Length > 0)
            await routing.Store.WriteAsync(scope => Note(scope, leaving, outcomes));
        return outcomes.Count(o => o is PublishOutcome.Confirmed);
    }

    /// <summary>A dead letter came back unread: the delivery is due again.</summary>
    public Task ReturnedAsync(string participant, BrokerMessage message) => routing.Store.WriteAsync(scope =>
    {
        if (scope.FindDelivery(message.Id) is not { State: DeliveryStates.Sent } delivery || delivery.Participant != participant)
            return;
        scope.SetState(delivery.DeliveryId, delivery.State, routing.Now.ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-returned", delivery.DeliveryId, $"attempt {delivery.Attempts}");
    });

    private bool AnythingDue(string participant) => routing.Store.Read(scope => scope.AnythingDue(participant, routing.Now.ToMicroseconds()));

    private List<Leaving> Choose(WriteScope scope, string participant)
    {
        var now = routing.Now.ToMicroseconds();
        var leaving = scope.RecallsDue(participant, now, routing.Settings.Window).Select(row => Recall(scope, row)).ToList();
        var due = DueNow(scope, participant, now);
        if (due.Count == 0)
            return leaving;

        var material = new SendingMaterial(scope, due);
        foreach (var row in due)
        {
            if (row.Attempts >= routing.Settings.MostAttempts)
                Fail(scope, row);
            else if (sending.ContentFor(scope, row, material) is { } body)
                leaving.Add(new(row, row.DeliveryId, body, IsRecall: false));
        }

        Mark(scope, [.. leaving.Where(item => !item.IsRecall).Select(item => item.Row)]);
        return leaving;
    }

    /// <summary>As many as there is room for in the broker: urgent ones first, which have room of their own.</summary>
    private List<DeliveryRow> DueNow(WriteScope scope, string participant, long now)
    {
        var (ordinary, urgent) = scope.InBroker(participant, now, (routing.Now + routing.Settings.Lease - LongestPublish).ToMicroseconds());
        return
        [
            .. scope.Due(participant, true, now, routing.Settings.Window - urgent, scope.LockRows),
            .. scope.Due(participant, false, now, routing.Settings.Window - ordinary, scope.LockRows),
        ];
    }

    private void Mark(WriteScope scope, IReadOnlyList<DeliveryRow> rows)
    {
        if (rows.Count == 0)
            return;
        scope.MarkSending([.. rows.Select(row => row.DeliveryId)], (routing.Now + routing.Settings.Lease).ToMicroseconds());
        foreach (var row in rows)
            scope.Audit(routing.Settings.Writer, routing.Now, "delivery-sending", row.DeliveryId, $"attempt {row.Attempts + 1}");
    }

    private Leaving Recall(WriteScope scope, DeliveryRow row)
    {
        var id = routing.Store.Ids.Of("recall", row.DeliveryId);
        scope.MarkRecall(row.DeliveryId, "sent", (routing.Now + routing.Settings.Lease).ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, "recall-sending", row.DeliveryId, row.RecallReason ?? "");
        return new(row, id, WireWriter.Write(DeliveryContent.Recall(row, id, routing.Now)), IsRecall: true);
    }

    private void Fail(WriteScope scope, DeliveryRow row)
    {
        scope.SetState(row.DeliveryId, DeliveryStates.Failed, routing.Now.ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-failed", row.DeliveryId, $"after {row.Attempts} attempts");
        SenderNotices.Tell(scope, routing, row, WithheldCodes.Undeliverable);
    }

    /// <summary>
    /// Only while the lease is surely still ours: a process that hung after marking it may wake when another has sent it, or when it
    /// may not leave any more. Half the lease is left for clocks that differ and for the broker's answer.
    /// </summary>
    private Task<PublishOutcome> PublishAsync(string participant, Leaving item, DateTimeOffset leaveBefore, CancellationToken cancellationToken) =>
        routing.Now < leaveBefore
            ? link.PublishAsync(participant, new BrokerMessage(item.Id, item.Body), routing.Settings.TimeToLive, cancellationToken)
            : Task.FromResult(PublishOutcome.Unknown);

    private void Note(WriteScope scope, List<Leaving> leaving, PublishOutcome[] outcomes)
    {
        // Confirmed recalls are asked again until the adapter confirms; unknown ones when their lease ends.
        var published = leaving.Zip(outcomes).Where(pair => !pair.First.IsRecall).ToList();
        var ours = StillOurs(scope, [.. published.Select(pair => pair.First.Row)]);
        List<DeliveryRow> Ours(params PublishOutcome[] which) => [.. published.Where(pair => which.Contains(pair.Second)).Select(pair => pair.First.Row).Where(ours.Contains)];
        Sent(scope, Ours(PublishOutcome.Confirmed));
        var again = (routing.Now + TryAgain).ToMicroseconds();
        if (Ours(PublishOutcome.Refused, PublishOutcome.Unroutable) is { Count: > 0 } refused)
            scope.MarkNotSent([.. refused.Select(row => row.DeliveryId)], again);
        if (Ours(PublishOutcome.Unknown) is { Count: > 0 } unknown)
            scope.MarkUnknown([.. unknown.Select(row => row.DeliveryId)], again);
    }

    /// <summary>Without those that a receipt has overtaken, or another router took over when the lease ended.</summary>
    private static HashSet<DeliveryRow> StillOurs(WriteScope scope, IReadOnlyList<DeliveryRow> rows)
    {
        if (rows.Count == 0)
            return [];
        var now = scope.FindDeliveries([.. rows.Select(row => row.DeliveryId)]).ToDictionary(row => row.DeliveryId);
        return [.. rows.Where(row => now.TryGetValue(row.DeliveryId, out var current)
            && current.Attempts == row.Attempts + 1 && current.State is DeliveryStates.Sending or DeliveryStates.Received)];
    }

    private void Sent(WriteScope scope, IReadOnlyList<DeliveryRow> rows)
    {
        foreach (var alike in rows.GroupBy(row => row.State == DeliveryStates.Received))
            scope.MarkSent([.. alike.Select(row => row.DeliveryId)], routing.Now.ToMicroseconds(), Repeat(wasReceived: alike.Key));
        foreach (var row in rows)
            scope.Audit(routing.Settings.Writer, routing.Now, "delivery-sent", row.DeliveryId, row.Participant!);
    }

    /// <summary>When to send again if nothing is heard: the time-to-live and a minute.</summary>
    private long Repeat(bool wasReceived) => (routing.Now + (wasReceived
        ? routing.Settings.AskAgain
        : routing.Settings.TimeToLive + TimeSpan.FromMinutes(1))).ToMicroseconds();

    private sealed record Leaving(DeliveryRow Row, string Id, byte[] Body, bool IsRecall);
}
