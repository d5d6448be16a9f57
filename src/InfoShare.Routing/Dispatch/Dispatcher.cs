using System.Collections.Concurrent;
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
    internal static readonly TimeSpan LongestPublish = TimeSpan.FromSeconds(11);

    private readonly RoutingContext routing;
    private readonly IRoutingLink link;
    private readonly SendingDecision sending;
    private readonly Gathered<string, bool> looking;
    private readonly Gathered<(string Participant, DateTimeOffset Began), Chosen> choosing;
    private readonly ConcurrentQueue<(Leaving Leaving, PublishOutcome Outcome)> published = new();

    public Dispatcher(RoutingContext routing, IRoutingLink link)
    {
        (this.routing, this.link, sending) = (routing, link, new(routing));
        looking = new(participants => Task.Run(() => routing.Store.Read(scope => AnythingDue(scope, participants))));
        choosing = new(asked => routing.Store.WriteAsync(scope => Choose(scope, asked)));
    }

    /// <summary>Sends what is due to one participant. What came of it waits to be noted.</summary>
    public async Task<Sent> SendAsync(string participant, CancellationToken cancellationToken)
    {
        if (!link.HasConsumer(participant))
            return new(0, NothingMore: false);
        var (now, began) = (routing.Now, routing.Clock.GetTimestamp());
        if (!await looking.AddAsync(participant))
            return new(0, NothingMore: true);

        var chosen = await choosing.AddAsync((participant, now));
        var confirmed = await PublishAsync(chosen.Leaving, cancellationToken);
        if (chosen.Leaving.Count > 0)
            RoutingSignals.Dispatched(routing.Clock.GetElapsedTime(began));
        return new(confirmed, chosen.NothingMore);
    }

    /// <summary>Publishes what is on record as sending; how many the broker has. What came of it waits to be noted.</summary>
    public async Task<int> PublishAsync(IReadOnlyList<Leaving> leaving, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(leaving.Select(item => PublishAsync(item, cancellationToken)));
        return outcomes.Count(outcome => outcome is PublishOutcome.Confirmed);
    }

    /// <summary>
    /// Puts on record what came of what was published. Most have been received by then, and need no word: so it is done now and then,
    /// well before a lease ends.
    /// </summary>
    public async Task NoteAsync()
    {
        var outcomes = new List<(Leaving Leaving, PublishOutcome Outcome)>();
        while (published.TryDequeue(out var one))
            outcomes.Add(one);
        if (outcomes.Count > 0)
            await routing.Store.WriteAsync(scope => Note(scope, outcomes));
    }

    /// <summary>Until when something may leave that was marked as sending after an instant, and that may rest on what ends at another.</summary>
    public static DateTimeOffset LeaveBefore(RoutingContext routing, DateTimeOffset began, DateTimeOffset? end) =>
        began + (routing.Settings.Lease / 2) is var half && end < half ? end.Value : half;

    /// <summary>A dead letter came back unread: the delivery is due again.</summary>
    public async Task ReturnedAsync(string participant, BrokerMessage message)
    {
        await NoteAsync();
        await routing.Store.WriteAsync(scope => Returned(scope, participant, message));
    }

    private void Returned(WriteScope scope, string participant, BrokerMessage message)
    {
        if (scope.FindDelivery(message.Id) is not { State: DeliveryStates.Sent } delivery || delivery.Participant != participant)
            return;
        scope.SetState(delivery.DeliveryId, delivery.State, routing.Now.ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-returned", delivery.DeliveryId, $"attempt {delivery.Attempts}");
    }

    private bool[] AnythingDue(ReadScope scope, IReadOnlyList<string> participants)
    {
        var now = routing.Now.ToMicroseconds();
        var asked = participants.Select(participant => scope.AnythingDue(participant, now)).ToList();
        return [.. asked.Select(one => one.Rows[0] == 1)];
    }

    /// <summary>What leaves for each of the participants.</summary>
    /// <param name="asked">When the look for them began: what they find may leave for half a lease from then on.</param>
    private Chosen[] Choose(WriteScope scope, IReadOnlyList<(string Participant, DateTimeOffset Began)> asked)
    {
        var now = routing.Now.ToMicroseconds();
        string[] participants = [.. asked.Select(one => one.Participant)];
        var recalls = participants.Select(participant => scope.RecallsDue(participant, now, routing.Settings.Window)).ToList();
        var due = DueNow(scope, participants, now);
        var leaving = recalls.Zip(asked, (some, one) => some.Rows.Select(row => Recall(scope, row, one.Began)).ToList()).ToArray();
        if (due.Exists(found => found.Rows.Count > 0))
        {
            var material = new SendingMaterial(scope, [.. due.SelectMany(found => found.Rows)]);
            foreach (var (found, leavingHere, one) in due.Zip(leaving, asked))
                leavingHere.AddRange(found.Rows.Select(row => Prepare(scope, row, material, one.Began)).OfType<Leaving>());
            Mark(scope, [.. leaving.SelectMany(items => items).Where(item => !item.IsRecall).Select(item => item.Row)]);
        }

        return [.. leaving.Zip(due, (items, found) => new Chosen(items, found.NothingMore))];
    }

    /// <summary>As many as there is room for in the broker: urgent ones first, which have room of their own.</summary>
    private List<(List<DeliveryRow> Rows, bool NothingMore)> DueNow(WriteScope scope, string[] participants, long now)
    {
        var lease = (routing.Now + routing.Settings.Lease - LongestPublish).ToMicroseconds();
        var inBroker = scope.InBroker(participants, now, lease).Rows.ToDictionary(row => row.Participant);
        var asked = participants.Select(participant =>
        {
            var already = inBroker.GetValueOrDefault(participant);
            var (urgentRoom, room) = (routing.Settings.Window - (int)(already?.Urgent ?? 0), routing.Settings.Window - (int)(already?.Ordinary ?? 0));
            return (Urgent: scope.Due(participant, true, now, urgentRoom, scope.LockRows), urgentRoom, Ordinary: scope.Due(participant, false, now, room, scope.LockRows), room);
        }).ToList();
        return [.. asked.Select(one =>
        {
            List<DeliveryRow> urgent = [.. one.Urgent.Rows], ordinary = [.. one.Ordinary.Rows];
            return (urgent.Concat(ordinary).ToList(), urgent.Count < one.urgentRoom && ordinary.Count < one.room);
        })];
    }

    private Leaving? Prepare(WriteScope scope, DeliveryRow row, SendingMaterial material, DateTimeOffset began)
    {
        // What came back has not been with its recipient: it has not failed there.
        if (row.Attempts < routing.Settings.MostAttempts || row.Cause == FailureCauses.Unroutable)
            return sending.ContentFor(scope, row, material) is { } outgoing ? new(row, row.DeliveryId, outgoing.Body, LeaveBefore(routing, began, outgoing.Before)) : null;
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

    private Leaving Recall(WriteScope scope, DeliveryRow row, DateTimeOffset began)
    {
        var id = routing.Store.Ids.Of("recall", row.DeliveryId);
        scope.MarkRecall(row.DeliveryId, "sent", (routing.Now + routing.Settings.Lease).ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, "recall-sending", row.DeliveryId, row.RecallReason ?? "");
        return new(row, id, WireWriter.Write(DeliveryContent.Recall(row, id, routing.Now)), LeaveBefore(routing, began, end: null), IsRecall: true);
    }

    private void Fail(WriteScope scope, DeliveryRow row)
    {
        scope.SetState(row.DeliveryId, DeliveryStates.Failed, routing.Now.ToMicroseconds(), FailureCauses.Attempts);
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-failed", row.DeliveryId, $"after {row.Attempts} attempts");
        SenderNotices.Tell(scope, routing, row, WithheldCodes.Undeliverable);
    }

    /// <summary>Only in its time: what comes too late for that is decided again.</summary>
    private async Task<PublishOutcome> PublishAsync(Leaving item, CancellationToken cancellationToken)
    {
        using var activity = RoutingSignals.Dispatch(routing, item.Row, item.Participant);
        var outcome = routing.Now < item.Before
            ? await link.PublishAsync(item.Participant, new BrokerMessage(item.Id, item.Body), routing.Settings.TimeToLive, cancellationToken)
            : PublishOutcome.Unknown;
        RoutingSignals.Left(activity, outcome);
        // Confirmed recalls are asked again until the adapter confirms; unknown ones when their lease ends.
        if (!item.IsRecall)
            published.Enqueue((item, outcome));
        return outcome;
    }

    /// <summary>What became of those that should leave. Nobody needs an answer.</summary>
    private void Note(WriteScope scope, IReadOnlyList<(Leaving Leaving, PublishOutcome Outcome)> outcomes)
    {
        var ours = StillOurs(scope, [.. outcomes.Select(one => one.Leaving.Row)]);
        List<DeliveryRow> Ours(PublishOutcome which) => [.. outcomes.Where(one => one.Outcome == which).Select(one => one.Leaving.Row).Where(ours.Contains)];
        Sent(scope, Ours(PublishOutcome.Confirmed));
        var again = (routing.Now + TryAgain).ToMicroseconds();
        if (Ours(PublishOutcome.Refused) is { Count: > 0 } refused)
            scope.MarkNotSent([.. refused.Select(row => row.DeliveryId)], again, cause: null);
        if (Ours(PublishOutcome.Unroutable) is { Count: > 0 } cameBack)
            scope.MarkNotSent([.. cameBack.Select(row => row.DeliveryId)], (routing.Now + UntilProvisioned).ToMicroseconds(), FailureCauses.Unroutable);
        if (Ours(PublishOutcome.Unknown) is { Count: > 0 } unknown)
            scope.MarkUnknown([.. unknown.Select(row => row.DeliveryId)], again);
    }

    /// <summary>Without those that a receipt has overtaken, or another router took over when the lease ended. What is asked about again stays received.</summary>
    private static HashSet<DeliveryRow> StillOurs(WriteScope scope, IReadOnlyList<DeliveryRow> rows)
    {
        var now = scope.StandingOf([.. rows.Select(row => row.DeliveryId)]).ToDictionary(row => row.DeliveryId);
        return [.. rows.Where(row => now.TryGetValue(row.DeliveryId, out var current)
            && current.Attempts == row.Attempts + 1
            && current.State == (row.State == DeliveryStates.Received ? DeliveryStates.Received : DeliveryStates.Sending))];
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

    private sealed record Chosen(List<Leaving> Leaving, bool NothingMore);
}

/// <summary>What was sent to a participant.</summary>
/// <param name="Count">How many messages the broker has.</param>
/// <param name="NothingMore">It reads, and nothing waited for room.</param>
internal sealed record Sent(int Count, bool NothingMore);
