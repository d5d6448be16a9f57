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
    /// <summary>Takes one message.</summary>
    /// <param name="message">From the incoming queue.</param>
    /// <param name="receiptsLater">
    /// True: a receipt is acknowledged before it is on disk, so that many share a commit. One that is lost with the process
    /// comes again, because its message is sent again.
    /// </param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Settlement> HandleAsync(BrokerMessage message, bool receiptsLater, CancellationToken cancellationToken)
    {
        if (WireReader.Read(message.Body.Span).Value is not { } envelope)
        {
            log.LogError("an arrival could not be read and goes to the dead letters");
            return Settlement.DeadLetter;
        }

        try
        {
            if (envelope.Data is not Receipt receipt)
                return await TakeAsync(envelope, message.Body, cancellationToken);
            var taken = receipts.TakeAsync(receipt);
            if (!receiptsLater)
                await taken;
            else
                _ = NoteFailureAsync(taken);
            return Settlement.Acknowledge;
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException)
        {
            log.LogError("an arrival cannot be saved and stays on the queue: {Error}", e.GetType().Name);
            return Settlement.Requeue;
        }
    }

    private async Task<Settlement> TakeAsync(Envelope<object> envelope, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        switch (envelope.Data)
        {
            case DeliveryRecalled recall:
                await recalls.TakeAsync(recall, cancellationToken);
                return Settlement.Acknowledge;
            case Delivery delivery:
                return await NoteAsync(write => Inbox.Take(write, envelope.Around(delivery), body.Span, clock.GetUtcNow()), delivery.DeliveryId);
            case SharingWithheld notice:
                return await NoteAsync(write => Inbox.Take(write, envelope.Around(notice), body.Span, clock.GetUtcNow()), envelope.Id);
            default:
                log.LogError("an arrival of a type that adapters do not take goes to the dead letters");
                return Settlement.DeadLetter;
        }
    }

    private async Task NoteFailureAsync(Task taken)
    {
        await taken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (taken.Exception?.InnerException is { } error)
            log.LogError("a receipt could not be noted: {Error}; its message will be sent again", error.GetType().Name);
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
