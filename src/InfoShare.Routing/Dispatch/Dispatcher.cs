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

    private readonly SendingDecision sending = new(routing);

    /// <summary>Sends what is due to one participant; returns how many left.</summary>
    public async Task<int> DispatchAsync(string participant, CancellationToken cancellationToken)
    {
        if (!link.HasConsumer(participant) || !AnythingDue(participant))
            return 0;

        var leaving = await routing.Store.WriteAsync(scope => Choose(scope, participant));
        var outcomes = await Task.WhenAll(leaving.Select(item => PublishAsync(participant, item, cancellationToken)));
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

    private bool AnythingDue(string participant) => routing.Store.Read(scope =>
    {
        var now = routing.Now.ToMicroseconds();
        return scope.Due(participant, true, now, 1).Count + scope.Due(participant, false, now, 1).Count + scope.RecallsDue(participant, now, 1).Count > 0;
    });

    private List<Leaving> Choose(WriteScope scope, string participant)
    {
        var now = routing.Now.ToMicroseconds();
        var leaving = scope.RecallsDue(participant, now, routing.Settings.Window).Select(row => Recall(scope, row)).ToList();
        foreach (var urgent in (bool[])[true, false])
        {
            var room = routing.Settings.Window - scope.InBroker(participant, urgent, now);
            foreach (var row in scope.Due(participant, urgent, now, room))
            {
                if (row.Attempts >= routing.Settings.MostAttempts)
                    Fail(scope, row);
                else if (sending.ContentFor(scope, row) is { } body)
                    leaving.Add(Mark(scope, row, body));
            }
        }

        return leaving;
    }

    private Leaving Mark(WriteScope scope, DeliveryRow row, byte[] body)
    {
        scope.MarkSending(row.DeliveryId, (routing.Now + routing.Settings.Lease).ToMicroseconds());
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-sending", row.DeliveryId, $"attempt {row.Attempts + 1}");
        return new(row, row.DeliveryId, body, IsRecall: false);
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

    private Task<PublishOutcome> PublishAsync(string participant, Leaving item, CancellationToken cancellationToken) =>
        link.PublishAsync(participant, new BrokerMessage(item.Id, item.Body), routing.Settings.TimeToLive, cancellationToken);

    private void Note(WriteScope scope, List<Leaving> leaving, PublishOutcome[] outcomes)
    {
        var now = routing.Now.ToMicroseconds();
        foreach (var (item, outcome) in leaving.Zip(outcomes))
        {
            // Confirmed recalls are asked again until the adapter confirms; unknown ones when their lease ends.
            if (outcome is PublishOutcome.Confirmed && !item.IsRecall && scope.MarkSent(item.Row.DeliveryId, now, Repeat(item.Row)))
                scope.Audit(routing.Settings.Writer, routing.Now, "delivery-sent", item.Row.DeliveryId, item.Row.Participant!);
            else if (outcome is PublishOutcome.Refused or PublishOutcome.Unroutable && !item.IsRecall && item.Row.State != DeliveryStates.Received)
                scope.SetState(item.Row.DeliveryId, DeliveryStates.Decided, (routing.Now + TryAgain).ToMicroseconds());
        }
    }

    /// <summary>When to send again if nothing is heard: the time-to-live and a minute.</summary>
    private long Repeat(DeliveryRow row) => (routing.Now + (row.State == DeliveryStates.Received
        ? routing.Settings.AskAgain
        : routing.Settings.TimeToLive + TimeSpan.FromMinutes(1))).ToMicroseconds();

    private sealed record Leaving(DeliveryRow Row, string Id, byte[] Body, bool IsRecall);
}
