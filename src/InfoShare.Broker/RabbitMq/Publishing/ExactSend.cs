using MassTransit;
using MassTransit.RabbitMqTransport;

namespace InfoShare.Broker.RabbitMq.Publishing;

/// <summary>A message with all that is to be seen of it on the wire.</summary>
/// <param name="Exchange">A provisioned exchange.</param>
/// <param name="RoutingKey">Not empty.</param>
/// <param name="User">Our own user; the broker refuses another.</param>
/// <param name="Message">Id and body.</param>
/// <param name="TimeToLive">After this unread it is a dead letter; null: never.</param>
/// <param name="Headers">Headers, if any.</param>
internal sealed record Outgoing(
    string Exchange, string RoutingKey, string User, BrokerMessage Message, TimeSpan? TimeToLive = null, IReadOnlyDictionary<string, string>? Headers = null);

/// <summary>
/// Sends to a provisioned exchange without declaring it. MassTransit declares whatever a send is addressed to, except the
/// direct reply-to address; so that is the address, and the exchange is set on the way. Nothing goes out that the message
/// does not say: no host name, no type names, no versions.
/// </summary>
internal static class ExactSend
{
    // The names under which MassTransit's send context reads its exchange and routing key from stored properties.
    private const string ExchangeProperty = "RMQ-Exchange";
    private const string RoutingKeyProperty = "RMQ-RoutingKey";

    /// <summary>The one address whose topology is empty.</summary>
    public static readonly Uri Address = new("exchange:amq.rabbitmq.reply-to");

    /// <summary>Writes the message's exchange and properties into the send context.</summary>
    public static void Write<T>(SendContext<T> context, Outgoing outgoing)
        where T : class
    {
        var send = (RabbitMqMessageSendContext<T>)context;
        send.ReadPropertiesFrom(new Dictionary<string, object> { [ExchangeProperty] = outgoing.Exchange, [RoutingKeyProperty] = outgoing.RoutingKey });
        send.Mandatory = true;
        send.Durable = true;
        send.TimeToLive = outgoing.TimeToLive;
        (send.MessageId, send.ConversationId, send.SourceAddress) = (null, null, null);
        var properties = send.BasicProperties;
        properties.ClearPriority();
        properties.UserId = outgoing.User;
        properties.MessageId = outgoing.Message.Id;
        foreach (var (name, value) in outgoing.Headers ?? new Dictionary<string, string>())
            send.Headers.Set(name, value);
    }
}
