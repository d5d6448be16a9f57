using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Receipts;
using InfoShare.Adapters.Running;
using InfoShare.Broker;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Arrival;

/// <summary>Takes what the broker brings: on disk first, acknowledged then.</summary>
internal sealed class ArrivalHandler(
    SealedDatabase database, RoutingReceipts receipts, Recalls recalls, TimeProvider clock, WakeUp handingOver, WakeUp telling, ILogger log)
{
    public async Task<Settlement> HandleAsync(BrokerMessage message, CancellationToken cancellationToken)
    {
        if (WireReader.Read(message.Body.Span).Value is not { } envelope)
        {
            log.LogError("an arrival could not be read and goes to the dead letters");
            return Settlement.DeadLetter;
        }

        try
        {
            return await TakeAsync(envelope, message.Body, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            log.LogError("the spool cannot write; arrivals stay on the queue");
            return Settlement.Requeue;
        }
    }

    private async Task<Settlement> TakeAsync(Envelope<object> envelope, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        switch (envelope.Data)
        {
            case Receipt receipt:
                await receipts.TakeAsync(receipt);
                return Settlement.Acknowledge;
            case DeliveryRecalled recall:
                await recalls.TakeAsync(recall, cancellationToken);
                return Settlement.Acknowledge;
            case Delivery delivery:
                return await NoteAsync(write => Inbox.Take(write, envelope.With(delivery), body.Span, clock.GetUtcNow()), delivery.DeliveryId);
            case SharingWithheld notice:
                return await NoteAsync(write => Inbox.Take(write, envelope.With(notice), body.Span, clock.GetUtcNow()), envelope.Id);
            default:
                log.LogError("an arrival of a type that adapters do not take goes to the dead letters");
                return Settlement.DeadLetter;
        }
    }

    private async Task<Settlement> NoteAsync(Func<WriteScope, bool> take, string id)
    {
        var isNew = await database.WriteAsync(take);
        log.LogInformation("{Id} {News}", FileNames.Safe(id), isNew ? "arrived" : "arrived again");
        handingOver.Wake();
        telling.Wake();
        return Settlement.Acknowledge;
    }
}
