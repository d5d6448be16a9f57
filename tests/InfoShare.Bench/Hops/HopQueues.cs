using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Bench.Hops;

/// <summary>Two quorum queues between which messages are hopped, the first filled.</summary>
internal sealed class HopQueues(IConnection connection, string name) : IAsyncDisposable
{
    private const int MostUnconfirmed = 1000;

    public string From { get; } = name + ".from";

    public string To { get; } = name + ".to";

    /// <summary>Makes both queues and puts so many messages on the first, each confirmed.</summary>
    public async Task FillAsync(int messages, ReadOnlyMemory<byte> body, BasicProperties properties)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        foreach (var queue in (string[])[From, To])
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, quorum);
            // A fanout of the queue's name: the form in which MassTransit addresses a queue.
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, autoDelete: false);
            await channel.QueueBindAsync(queue, queue, "");
        }

        foreach (var chunk in Enumerable.Range(0, messages).Chunk(MostUnconfirmed))
            await Task.WhenAll(chunk.Select(_ => channel.BasicPublishAsync(From, "", mandatory: true, properties, body).AsTask()));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync();
            foreach (var queue in (string[])[From, To])
            {
                await channel.QueueDeleteAsync(queue);
                await channel.ExchangeDeleteAsync(queue);
            }
        }
        catch (OperationInterruptedException)
        {
            // RabbitMQ 3.10 at times fails at deleting a queue that was just read to its end; it goes with the node.
        }
    }
}
