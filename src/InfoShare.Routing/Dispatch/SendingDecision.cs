using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>Asks the policy again at the moment of sending: consent may be gone, a restriction may have come, a correction may have overtaken.</summary>
internal sealed class SendingDecision(RoutingContext routing)
{
    private readonly ContentMaking making = new(routing);

    /// <summary>What to send, or null when the delivery must not leave; then its new state is on record.</summary>
    public Outgoing? ContentFor(WriteScope scope, DeliveryRow row, SendingMaterial material)
    {
        if (row.Kind == "sender-notice")
            return new(WireWriter.Write(DeliveryContent.Notice(row, routing.Now)));
        if (row.Kind == DeliveryContent.ReminderKind)
            return new(WireWriter.Write(making.Reminder(row)));
        if (row.Kind != "answer" && row.State != DeliveryStates.Received && material.IsOvertaken(row))
            return Stop(scope, row, row with { State = DeliveryStates.Superseded }, "overtaken by a later message");
        if (material.MessageOf(row) is not { } original)
            return Stop(scope, row, row with { State = DeliveryStates.Failed, Code = WithheldCodes.Undeliverable, Cause = FailureCauses.Erased, DueAt = routing.Now.ToMicroseconds() }, "the message was erased");

        return row.Kind == "answer" ? new(WireWriter.Write(making.Answered(scope, row, original, material))) : Decided(scope, row, original, material);
    }

    private Outgoing? Decided(WriteScope scope, DeliveryRow row, Envelope<object> original, SendingMaterial material)
    {
        var now = DecisionNow.Of(routing, scope, row, original, material);
        // A re-check that finds the same by the same set is covered by the decision before; any other is a decision of its own.
        if (now.IsNew)
            now.Record(routing, scope, row, "recheck");
        if (row.GrantId is not null && now.Facts.EmergencyUntil is null && row.State != DeliveryStates.Received)
            return Stop(scope, row, row with { State = DeliveryStates.Superseded }, "the emergency access that it was made for has ended");
        if (row.Kind != "notice" && !now.Decision.MayKnow && row.State != DeliveryStates.Received)
            return Stop(scope, row, DecidedRows.WithDecision(row, now.Decision), "no longer allowed");

        var current = row.Kind == "notice" ? row : DecidedRows.WithDecision(row, now.Decision) with { State = row.State };
        if (current != row)
            scope.Redecide(current);
        return new(WireWriter.Write(making.Decided(current, now, original, material.ReceivedAt(row), material.Children)), now.Facts.FirstEnd());
    }

    private Outgoing? Stop(WriteScope scope, DeliveryRow row, DeliveryRow stopped, string why)
    {
        scope.Redecide(stopped);
        scope.Audit(routing.Settings.Writer, routing.Now, "delivery-" + stopped.State, row.DeliveryId, why);
        if (stopped.State != DeliveryStates.Superseded)
            SenderNotices.Tell(scope, routing, row, stopped.Code ?? WithheldCodes.NotNeededForRole);
        return null;
    }
}

/// <summary>What may leave.</summary>
/// <param name="Before">Only before this instant, at which something that it may rest on ends; null: none has an end.</param>
internal sealed record Outgoing(byte[] Body, DateTimeOffset? Before = null);
