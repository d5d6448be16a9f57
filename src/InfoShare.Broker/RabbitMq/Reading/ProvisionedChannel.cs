using System.Collections.Concurrent;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace InfoShare.Broker.RabbitMq.Reading;

/// <summary>
/// A channel on a broker that is provisioned: it declares and binds nothing, which a participant may not do and for which
/// MassTransit has no option; and it settles each message as its handler said, where MassTransit knows only success and fault.
/// </summary>
internal sealed class ProvisionedChannel(ChannelContext inner) : SharedChannelContext(inner, inner.CancellationToken), ChannelContext
{
    private readonly ConcurrentDictionary<ulong, Settlement?> settlements = [];

    /// <summary>The connection, for a look at the queue from where it is read.</summary>
    public IConnection Connection => ((ChannelContext)this).ConnectionContext.Connection;

    /// <summary>Notes what to do when MassTransit comes to acknowledge the message; null: nothing, it goes back when the channel closes.</summary>
    public void Settle(ulong tag, Settlement? settlement) => settlements[tag] = settlement;

    Task ChannelContext.ExchangeDeclare(string exchange, string type, bool durable, bool autoDelete, IDictionary<string, object> arguments) => Task.CompletedTask;

    Task ChannelContext.ExchangeBind(string destination, string source, string routingKey, IDictionary<string, object> arguments) => Task.CompletedTask;

    Task ChannelContext.QueueBind(string queue, string exchange, string routingKey, IDictionary<string, object> arguments) => Task.CompletedTask;

    Task<QueueDeclareOk> ChannelContext.QueueDeclare(string queue, bool durable, bool exclusive, bool autoDelete, IDictionary<string, object> arguments) =>
        Task.FromResult(new QueueDeclareOk(queue, 0, 0));

    async ValueTask ChannelContext.BasicAck(ulong deliveryTag, bool multiple)
    {
        settlements.TryRemove(deliveryTag, out var settlement);
        switch (settlement)
        {
            case Settlement.Acknowledge:
                await Channel.BasicAckAsync(deliveryTag, multiple: false, CancellationToken);
                break;
            case Settlement.Requeue:
                await Channel.BasicNackAsync(deliveryTag, multiple: false, requeue: true, CancellationToken);
                break;
            case Settlement.DeadLetter:
                await Channel.BasicNackAsync(deliveryTag, multiple: false, requeue: false, CancellationToken);
                break;
        }
    }
}
