using System.Collections.Concurrent;
using System.Text;
using RabbitMQ.Client;

namespace InfoShare.Nodes.Tests.Hostile;

/// <summary>What an attacker was given, by whatever way.</summary>
internal sealed class Inbox
{
    private readonly ConcurrentBag<string> bodies = [];

    public IReadOnlyCollection<string> Bodies => bodies;

    public void Add(ReadOnlyMemory<byte> body) => bodies.Add(Encoding.UTF8.GetString(body.Span));
}

/// <summary>Reads into the inbox and settles nothing.</summary>
internal sealed class InboxConsumer(IChannel channel, Inbox inbox) : AsyncDefaultBasicConsumer(channel)
{
    public override Task HandleBasicDeliverAsync(
        string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        inbox.Add(body);
        return Task.CompletedTask;
    }
}
