using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Routing.Telemetry;
using InfoShare.Routing.Upkeep;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>What recipients' adapters say of deliveries. Each only of its own; the rest is noted and has no effect.</summary>
internal sealed class ReceiptIntake(RoutingContext routing)
{
    /// <summary>Takes receipts in the order in which they came. None is answered.</summary>
    public Reply?[] Take(WriteScope scope, IReadOnlyList<(string Sender, Receipt Receipt)> receipts)
    {
        var each = receipts.SelectMany(r => r.Receipt.ForEach().Select(receipt => (r.Sender, Receipt: receipt))).ToList();
        var deliveries = scope.FindDeliveries([.. each.Select(r => r.Receipt.About).Distinct()]).ToDictionary(row => row.DeliveryId);
        var (changed, at) = (new HashSet<string>(), routing.Now);
        foreach (var (sender, receipt) in each)
        {
            RoutingSignals.Received(Word(receipt.Outcome));
            if (!deliveries.TryGetValue(receipt.About, out var delivery) && Probes.Took(scope, routing, sender, receipt))
                continue;
            if (delivery is null || delivery.Participant != sender)
                scope.Audit(routing.Settings.Writer, routing.Now, "receipt-ignored", receipt.About, $"{sender} {receipt.Outcome}");
            else if (After(delivery, receipt.Outcome, at) is { } next)
            {
                deliveries[receipt.About] = Note(scope, sender, next, receipt.Outcome);
                changed.Add(receipt.About);
            }
        }

        scope.SaveProgress(changed.Select(id => deliveries[id]));
        return new Reply?[receipts.Count];
    }

    private DeliveryRow Note(WriteScope scope, string sender, DeliveryRow delivery, ReceiptOutcome outcome)
    {
        scope.Audit(routing.Settings.Writer, routing.Now, $"delivery-{Word(outcome)}", delivery.DeliveryId, sender);
        if (outcome is ReceiptOutcome.HandedOver)
            RoutingSignals.HandedOver(sender, routing.Now - Instants.FromMicroseconds(delivery.DecidedAt));
        // A notice that its reader will not have is not told by another notice, which would have the same fate.
        if (outcome is ReceiptOutcome.Failed && delivery.Kind is not "sender-notice")
            SenderNotices.Tell(scope, routing, delivery, WithheldCodes.Undeliverable);
        return delivery;
    }

    /// <summary>The delivery as the receipt leaves it; null where the receipt says nothing new.</summary>
    private DeliveryRow? After(DeliveryRow delivery, ReceiptOutcome outcome, DateTimeOffset at)
    {
        var now = at.ToMicroseconds();
        var settled = DeliveryStates.Settled.Contains(delivery.State);
        return outcome switch
        {
            ReceiptOutcome.Received when delivery.State is DeliveryStates.Decided or DeliveryStates.Sending or DeliveryStates.Sent => delivery with
            {
                State = DeliveryStates.Received,
                ReceivedAt = delivery.ReceivedAt ?? now,
                DueAt = (at + routing.Settings.AskAgain).ToMicroseconds(),
            },
            // A failed one may have been mended at the recipient's.
            ReceiptOutcome.HandedOver when !settled || delivery.State is DeliveryStates.Failed => delivery with
            {
                State = DeliveryStates.HandedOver,
                Cause = null,
                ReceivedAt = delivery.ReceivedAt ?? now,
                HandedOverAt = now,
            },
            ReceiptOutcome.Recalled when delivery.Recall is not null => delivery.Recall == "confirmed" ? null : delivery with
            {
                Recall = "confirmed",
                RecallDueAt = now,
            },
            // Not handed over because a later version was there first.
            ReceiptOutcome.Recalled when !settled => delivery with { State = DeliveryStates.Superseded, DueAt = now },
            // A carrier may find out late that nobody fetched what it had taken.
            ReceiptOutcome.Failed when !settled || delivery.State is DeliveryStates.HandedOver => delivery with { State = DeliveryStates.Failed, DueAt = now, Cause = FailureCauses.NotTaken },
            _ => null,
        };
    }

    private static string Word(ReceiptOutcome outcome) => outcome switch
    {
        ReceiptOutcome.HandedOver => DeliveryStates.HandedOver,
        ReceiptOutcome.Recalled => "recall-confirmed",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
