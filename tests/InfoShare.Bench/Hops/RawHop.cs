using InfoShare.Bench.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace InfoShare.Bench.Hops;

/// <summary>What the broker and its own client can do: consume, publish to the next queue, wait for the confirm, acknowledge.</summary>
internal static class RawHop
{
    /// <summary>Messages per second.</summary>
    public static async Task<double> RunAsync(BrokerAccess broker, int messages, int inFlight, ReadOnlyMemory<byte> body)
    {
        await using var connection = await broker.ConnectAsync(Nodes.HopUser, "/");
        var properties = new BasicProperties { Persistent = true, ContentType = "application/cloudevents+json" };
        await using var queues = new HopQueues(connection, "bench.raw");
        await queues.FillAsync(messages, body, properties);

        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, consumerDispatchConcurrency: 1));
        await channel.BasicQosAsync(0, (ushort)inFlight, global: false);
        var hops = new Countdown(messages);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            _ = HopAsync(delivery.Body.ToArray(), delivery.DeliveryTag);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queues.From, autoAck: false, consumer);
        return await hops.PerSecond;

        async Task HopAsync(byte[] received, ulong tag)
        {
            await channel.BasicPublishAsync(queues.To, "", mandatory: true, properties, received);
            await channel.BasicAckAsync(tag, multiple: false);
            hops.Count();
        }
    }
}
