using InfoShare.Broker;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Telemetry;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>
/// Sends what waits in the store. Marks a delivery as sending before it can leave and as sent after the broker's confirm;
/// holds at most a window per participant in the broker, and only while its adapter reads. Participants that come to the store
/// at the same time are served together.
/// </summary>
internal sealed class Dispatcher
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <summary>A queue that is not there is missing until somebody provisions it.</summary>
    private static readonly TimeSpan UntilProvisioned = TimeSpan.FromSeconds(30);

    /// <summary>Longer than a publish takes. What is sending still was marked by a router that has died, or whose mark came late.</summary>
    private static readonly TimeSpan LongestPublish = TimeSpan.FromSeconds(11);

    private readonly RoutingContext routing;
    private readonly IRoutingLink link;
    private readonly SendingDecision sending;
    private readonly Gathered<string, bool> looking;
    private readonly Gathered<string, List<Leaving>> choosing;
    private readonly Gathered<(List<Leaving> Leaving, PublishOutcome[] Outcomes), bool> noting;

    public Dispatcher(RoutingContext routing, IRoutingLink link)
    {
        (this.routing, this.link, sending) = (routing, link, new(routing));
        looking = new(participants => Task.Run(() => routing.Store.Read(scope => AnythingDue(scope, participants))));
        choosing = new(participants => routing.Store.WriteAsync(scope => Choose(scope, participants)));
        noting = new(published => routing.Store.WriteAsync(scope => Note(scope, published)));
    }

    /// <summary>Sends what is due to one participant; returns how many left.</summary>
    public async Task<int> DispatchAsync(string participant, CancellationToken cancellationToken)
    {
        var (leaveBefore, began) = (routing.Now + (routing.Settings.Lease / 2), routing.Clock.GetTimestamp());
        if (!link.HasConsumer(participant) || !await looking.AddAsync(participant))
            return 0;

        var leaving = await choosing.AddAsync(participant);
        var outcomes = await Task.WhenAll(leaving.Select(item => PublishAsync(participant, item, leaveBefore, cancellationToken)));
        if (outcomes.Length > 0)
        {
            await noting.AddAsync((leaving, outcomes));
            RoutingSignals.Dispatched(routing.Clock.GetElapsedTime(began));
        }

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

    private bool[] AnythingDue(ReadScope scope, IReadOnlyList<string> participants)
    {
        var now = routing.Now.ToMicroseconds();
        var asked = participants.Select(participant => scope.AnythingDue(participant, now)).ToList();
        return [.. asked.Select(one => one.Rows[0] == 1)];
    }

    /// <summary>What leaves for each of the participants.</summary>
    private List<Leaving>[] Choose(WriteScope scope, IReadOnlyList<string> participants)
    {
        var now = routing.Now.ToMicroseconds();
        var recalls = participants.Select(participant => scope.RecallsDue(participant, now, routing.Settings.Window)).ToList();
        var due = DueNow(scope, participants, now);
        var leaving = recalls.Select(some => some.Rows.Select(row => Recall(scope, row)).ToList()).ToArray();
        if (due.All(rows => rows.Count == 0))
            return leaving;

        var material = new SendingMaterial(scope, [.. due.SelectMany(rows => rows)]);
        foreach (var (rows, leavingHere) in due.Zip(leaving))
            leavingHere.AddRange(rows.Select(row => Prepare(scope, row, material)).OfType<Leaving>());
        Mark(scope, [.. leaving.SelectMany(items => items).Where(item => !item.IsRecall).Select(item => item.Row)]);
        return leaving;
    }

    /// <summary>As many as there is room for in the broker: urgent ones first, which have room of their own.</summary>
    private List<List<DeliveryRow>> DueNow(WriteScope scope, IReadOnlyList<string> participants, long now)
    {
        var lease = (routing.Now + routing.Settings.Lease - LongestPublish).ToMicroseconds();
        var inBroker = participants.Select(participant => scope.InBroker(participant, now, lease)).ToList();
        DueDeliveries Ask(string participant, bool urgent, long already) =>
            scope.Due(participant, urgent, now, routing.Settings.Window - (int)already, scope.LockRows);
        var asked = participants.Zip(inBroker.Select(one => one.Rows[0])).Select(of => (
            Urgent: Ask(of.First, true, of.Second.Urgent), Ordinary: Ask(of.First, false, of.Second.Ordinary))).ToList();
        return [.. asked.Select(one => one.Urgent.Rows.Concat(one.Ordinary.Rows).ToList())];
    }

    private Leaving? Prepare(WriteScope scope, DeliveryRow row, SendingMaterial material)
    {
        // What came back has not been with its recipient: it has not failed there.
        if (row.Attempts < routing.Settings.MostAttempts || row.Cause == FailureCauses.Unroutable)
            return sending.ContentFor(scope, row, material) is { } outgoing ? new(row, row.DeliveryId, outgoing.Body, IsRecall: false, outgoing.Before) : null;
        Fail(scope, row);
        return null;
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
        scope.SetState(row.DeliveryId, DeliveryStates.Failed, routing.Now.ToMicroseconds(), FailureCauses.Attempts);
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-failed", row.DeliveryId, $"after {row.Attempts} attempts");
        SenderNotices.Tell(scope, routing, row, WithheldCodes.Undeliverable);
    }

    /// <summary>
    /// Only while the lease is surely still ours: a process that hung after marking it may wake when another has sent it, or when it
    /// may not leave any more. Half the lease is left for clocks that differ and for the broker's answer. Nor after the end of what it
    /// may rest on: then it is decided again.
    /// </summary>
    private async Task<PublishOutcome> PublishAsync(string participant, Leaving item, DateTimeOffset leaveBefore, CancellationToken cancellationToken)
    {
        using var activity = RoutingSignals.Dispatch(routing, item.Row, participant);
        var outcome = routing.Now < leaveBefore && !(routing.Now >= item.Before)
            ? await link.PublishAsync(participant, new BrokerMessage(item.Id, item.Body), routing.Settings.TimeToLive, cancellationToken)
            : PublishOutcome.Unknown;
        RoutingSignals.Left(activity, outcome);
        return outcome;
    }

    /// <summary>What became of those that should leave. Nobody needs an answer.</summary>
    private bool[] Note(WriteScope scope, IReadOnlyList<(List<Leaving> Leaving, PublishOutcome[] Outcomes)> all)
    {
        // Confirmed recalls are asked again until the adapter confirms; unknown ones when their lease ends.
        var published = all.SelectMany(some => some.Leaving.Zip(some.Outcomes)).Where(pair => !pair.First.IsRecall).ToList();
        var ours = StillOurs(scope, [.. published.Select(pair => pair.First.Row)]);
        List<DeliveryRow> Ours(PublishOutcome which) => [.. published.Where(pair => pair.Second == which).Select(pair => pair.First.Row).Where(ours.Contains)];
        Sent(scope, Ours(PublishOutcome.Confirmed));
        var again = (routing.Now + TryAgain).ToMicroseconds();
        if (Ours(PublishOutcome.Refused) is { Count: > 0 } refused)
            scope.MarkNotSent([.. refused.Select(row => row.DeliveryId)], again, cause: null);
        if (Ours(PublishOutcome.Unroutable) is { Count: > 0 } cameBack)
            scope.MarkNotSent([.. cameBack.Select(row => row.DeliveryId)], (routing.Now + UntilProvisioned).ToMicroseconds(), FailureCauses.Unroutable);
        if (Ours(PublishOutcome.Unknown) is { Count: > 0 } unknown)
            scope.MarkUnknown([.. unknown.Select(row => row.DeliveryId)], again);
        return new bool[all.Count];
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

    private sealed record Leaving(DeliveryRow Row, string Id, byte[] Body, bool IsRecall, DateTimeOffset? Before = null);
}
