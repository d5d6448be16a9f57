using System.Collections.Concurrent;
using System.Threading.Channels;
using InfoShare.Bench.Running;
using InfoShare.Broker.Provisioning;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace InfoShare.Bench.Agencies;

/// <summary>
/// Stands for a participant's adapter: speaks the contract over plain AMQP, with the participant's own certificate, and
/// keeps nothing. It answers each delivery with <c>received</c>, as an adapter does: those that came while it told of others
/// are told of together. It knows which of its messages have a receipt.
/// </summary>
internal sealed class StubAgency : IAsyncDisposable
{
    private const ushort Prefetch = 500;

    /// <summary>As many as an adapter tells of at once.</summary>
    private const int MostAtOnce = 100;

    private readonly Channel<(ArrivedDelivery Delivery, ulong Tag)> untold = Channel.CreateUnbounded<(ArrivedDelivery, ulong)>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();
    private readonly ConnectionFile names;
    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly Action<ArrivedDelivery>? arrived;
    private readonly Task telling;
    private long answered;
    private string? consuming;

    private StubAgency(ConnectionFile names, IConnection connection, IChannel channel, Action<ArrivedDelivery>? arrived)
    {
        (this.names, this.connection, this.channel, this.arrived) = (names, connection, channel, arrived);
        telling = TellAsync();
    }

    /// <summary>Deliveries answered with a receipt that the broker has confirmed.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <param name="broker">Where the broker is.</param>
    /// <param name="participant">Whose adapter it stands for.</param>
    /// <param name="arrived">Told of each delivery, in the order of the queue.</param>
    public static async Task<StubAgency> ConnectAsync(BrokerAccess broker, string participant, Action<ArrivedDelivery>? arrived = null)
    {
        var names = ConnectionFile.Read(ConnectionFile.PathFor(broker.Folder, participant)) ?? throw new BenchException($"{participant} has no connection file");
        var connection = await broker.ConnectAsync(participant, names.VirtualHost);
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, consumerDispatchConcurrency: 1));
        await channel.BasicQosAsync(0, Prefetch, global: false);
        return new(names, connection, channel, arrived);
    }

    /// <summary>Begins to read its incoming queue. Until then it is away.</summary>
    public async Task ReadAsync()
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            Take(message.Body.ToArray(), message.DeliveryTag);
            return Task.CompletedTask;
        };
        consuming = await channel.BasicConsumeAsync(names.Incoming, autoAck: false, consumer);
    }

    /// <summary>Stops reading: it is away, but can go on sending.</summary>
    public async Task StopReadingAsync()
    {
        if (consuming is { } tag)
            await channel.BasicCancelAsync(tag);
        consuming = null;
    }

    /// <summary>Sends a message; returns when its receipt has come.</summary>
    public async Task SendAsync(string id, byte[] body, bool urgent)
    {
        var receipt = waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await PublishAsync(id, body, urgent);
        await receipt.Task;
    }

    public async ValueTask DisposeAsync()
    {
        untold.Writer.Complete();
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void Take(byte[] body, ulong tag)
    {
        switch (Arrivals.Read(body))
        {
            case ArrivedReceipt receipt:
                _ = AcknowledgeAsync(tag);
                Settle(receipt);
                break;
            case ArrivedDelivery delivery:
                arrived?.Invoke(delivery);
                untold.Writer.TryWrite((delivery, tag));
                break;
            default:
                _ = AcknowledgeAsync(tag);
                break;
        }
    }

    private void Settle(ArrivedReceipt receipt)
    {
        if (!waiting.TryRemove(receipt.About, out var receipted))
            return;
        if (receipt.Outcome is "accepted" or "duplicate")
            receipted.SetResult();
        else
            receipted.SetException(new BenchException($"routing answered {receipt.Outcome}: {receipt.Reasons}"));
    }

    private async Task TellAsync()
    {
        while (await untold.Reader.WaitToReadAsync())
        {
            var some = new List<(ArrivedDelivery Delivery, ulong Tag)>();
            while (some.Count < MostAtOnce && untold.Reader.TryRead(out var one))
                some.Add(one);
            var id = $"r-{some[0].Delivery.Id}";
            await PublishAsync(id, Arrivals.Received(id, [.. some.Select(one => one.Delivery)]), urgent: false);
            foreach (var (_, tag) in some)
                await AcknowledgeAsync(tag);
            Interlocked.Add(ref answered, some.Count);
        }
    }

    private Task AcknowledgeAsync(ulong tag) => channel.BasicAckAsync(tag, multiple: false).AsTask();

    private Task PublishAsync(string id, byte[] body, bool urgent) => channel.BasicPublishAsync(
        names.Outgoing, urgent ? Broker.Topology.RoutingNames.UrgentKey : Broker.Topology.RoutingNames.OrdinaryKey, mandatory: true,
        new BasicProperties { Persistent = true, ContentType = "application/cloudevents+json", MessageId = id, UserId = names.User }, body).AsTask();
}
