using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>What a recipient's adapter says of a delivery. Only of its own; the rest is noted and has no effect.</summary>
internal sealed class ReceiptIntake(RoutingContext routing)
{
    public void Take(WriteScope scope, string sender, Receipt receipt)
    {
        if (scope.FindDelivery(receipt.About) is not { } delivery || delivery.Participant != sender)
        {
            scope.Audit(routing.Settings.Writer, routing.Now, "receipt-ignored", receipt.About, $"{sender} {receipt.Outcome}");
            return;
        }

        if (Apply(scope, delivery, receipt.Outcome))
            scope.Audit(routing.Settings.Writer, routing.Now, $"delivery-{Word(receipt.Outcome)}", delivery.DeliveryId, sender);
    }

    private bool Apply(WriteScope scope, DeliveryRow delivery, ReceiptOutcome outcome)
    {
        var now = routing.Now.ToMicroseconds();
        switch (outcome)
        {
            case ReceiptOutcome.Received:
                return scope.MarkReceived(delivery.DeliveryId, now, (routing.Now + routing.Settings.AskAgain).ToMicroseconds());
            case ReceiptOutcome.HandedOver:
                return scope.MarkHandedOver(delivery.DeliveryId, now);
            case ReceiptOutcome.Recalled when delivery.Recall is not null and not "confirmed":
                scope.MarkRecall(delivery.DeliveryId, "confirmed", now);
                return true;
            // Not handed over because a later version was there first.
            case ReceiptOutcome.Recalled when delivery.Recall is null && !DeliveryStates.Settled.Contains(delivery.State):
                scope.SetState(delivery.DeliveryId, DeliveryStates.Superseded, now);
                return true;
            case ReceiptOutcome.Failed when !DeliveryStates.Settled.Contains(delivery.State):
                scope.SetState(delivery.DeliveryId, DeliveryStates.Failed, now);
                SenderNotices.Tell(scope, routing, delivery, WithheldCodes.Undeliverable);
                return true;
            default:
                return false;
        }
    }

    private static string Word(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.HandedOver => DeliveryStates.HandedOver,
        ReceiptOutcome.Recalled => "recall-confirmed",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
