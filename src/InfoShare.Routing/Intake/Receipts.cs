using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Dispatch;
using Microsoft.Extensions.Logging;

namespace InfoShare.Routing.Intake;

/// <summary>Answers each message with a receipt.</summary>
internal sealed class Receipts(RoutingContext routing, IRoutingLink link, ILogger log)
{
    /// <summary>A lost answer is no loss: the sender offers the message again and gets the same answer.</summary>
    public async Task AnswerAsync(string sender, Reply reply, CancellationToken cancellationToken)
    {
        var id = routing.Store.Ids.Of("receipt", sender, reply.About);
        var receipt = new Envelope<Receipt>
        {
            SpecVersion = "1.0",
            Id = id,
            Source = DeliveryContent.Routing,
            Type = MessageTypes.Receipt.CloudEventType,
            Time = routing.Now,
            DataContentType = "application/json",
            DataSchema = MessageTypes.Receipt.DataSchema,
            CausationId = reply.About,
            Data = new()
            {
                About = reply.About,
                Outcome = reply.Outcome,
                Reasons = reply.Reasons,
                Incarnation = routing.Store.Incarnation,
                Epoch = reply.Epoch,
                HighestSequence = reply.HighestSequence,
            },
        };
        var outcome = await link.PublishAsync(sender, new(id, WireWriter.Write(receipt)), routing.Settings.TimeToLive, cancellationToken);
        if (outcome is not PublishOutcome.Confirmed)
            log.LogWarning("receipt for {MessageId} to {Participant} was not confirmed: {Outcome}", reply.About, sender, outcome);
        if (reply.Outcome is not (ReceiptOutcome.Accepted or ReceiptOutcome.Duplicate))
            log.LogWarning("message {MessageId} from {Participant} {Outcome}: {Codes}", reply.About, sender, reply.Outcome, reply.Reasons.Select(r => r.Code));
    }
}
