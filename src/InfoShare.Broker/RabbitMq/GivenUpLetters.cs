using InfoShare.Broker.RabbitMq.Publishing;
using InfoShare.Broker.RabbitMq.Wire;
using InfoShare.Broker.Topology;
using Microsoft.Extensions.Logging;

namespace InfoShare.Broker.RabbitMq;

/// <summary>
/// Gives back to routing's queue what routing gave up on, once; what is given up again goes where it stays for an operator.
/// Its sender has no receipt and offers it again anyway: this is for what the sender cannot offer any more.
/// </summary>
internal sealed class GivenUpLetters(
    Publisher publisher, Origin origin, RoutingNames names, string user, TimeSpan pause, TimeProvider clock, ILogger log)
{
    public async Task<Settlement> TakeAsync(
        Delivered delivered, ReadOnlyMemory<byte> body, Func<GivenUpMessage, CancellationToken, Task> tell, CancellationToken cancellationToken)
    {
        var (sender, again) = origin.SenderOfDeadLetter(delivered);
        if (sender is null)
        {
            log.LogError("{MessageId}, which routing gave up on, is dropped: the broker knows no participant that sent it", delivered.Id);
            return Settlement.Acknowledge;
        }

        if (!again)
            await Task.Delay(pause, clock, cancellationToken);
        var (exchange, key) = again ? (names.Kept, names.Kept) : (names.Exchange, KeyOf(delivered));
        var outgoing = new Outgoing(
            exchange, key, user, new(delivered.Id, body), Headers: new Dictionary<string, string> { [Origin.SenderHeader] = sender });
        if (await publisher.PublishAsync(outgoing, cancellationToken) is not PublishOutcome.Confirmed)
            return Settlement.Requeue;
        await tell(new(sender, delivered.Id, again), cancellationToken);
        return Settlement.Acknowledge;
    }

    /// <summary>A dead letter keeps its routing key.</summary>
    private static string KeyOf(Delivered delivered) => delivered.RoutingKey == RoutingNames.UrgentKey ? RoutingNames.UrgentKey : RoutingNames.OrdinaryKey;
}
