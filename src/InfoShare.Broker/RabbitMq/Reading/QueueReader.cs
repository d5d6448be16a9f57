using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.RabbitMq.Wire;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;

namespace InfoShare.Broker.RabbitMq.Reading;

/// <summary>What to read, and how.</summary>
/// <param name="Queue">A provisioned queue.</param>
/// <param name="AtOnce">Messages handled at once; one means strictly in order.</param>
/// <param name="Attempts">How often a message is handled again.</param>
internal sealed record Reading(string Queue, int AtOnce, Attempts Attempts);

/// <summary>
/// Reads one queue through a bus of its own. The bus is watched, and replaced when it reads no more or does not get well: MassTransit
/// 8.4.0 stops reading for good after a consumer timeout or a refused login.
/// </summary>
internal sealed class QueueReader(
    RabbitMqAddress address, Reading reading, Func<Delivered, ReadOnlyMemory<byte>, CancellationToken, Task<Settlement>> handle,
    Sentinel sentinel, TimeProvider clock, ILogger log)
{
    /// <summary>Of a reader in order: a queue gives the next message only after it has written down that one is done, unless more are under way.</summary>
    private const int PrefetchInOrder = 32;

    /// <summary>So that a broker which ends each connection is not asked without a pause.</summary>
    private static readonly TimeSpan BetweenBuses = TimeSpan.FromMilliseconds(500);

    private readonly WatchedHealth health = new(clock, sentinel, log, $"reading {reading.Queue}");

    /// <summary>Whether it reads.</summary>
    public LinkHealth Health => health.Now;

    private bool InOrder => reading.AtOnce == 1;

    /// <summary>Reads until cancelled, whatever happens to the broker; then everything it took is settled or on its way back.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; !cancellationToken.IsCancellationRequested; attempt++)
        {
            using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var channel = new OnlyChannel();
            var bus = Build(channel, attempt, life);
            var starting = BusLife.StartAsync(bus, life.Token);
            await health.UntilUnwellAsync(token => Trouble.OfReaderAsync(bus, channel, reading.Queue, sentinel.Connection, token), channel.Ended, life.Token);
            await life.CancelAsync();
            // Otherwise what it took stays with it for as long as it does not manage to stop.
            if (!cancellationToken.IsCancellationRequested && channel.Current is { } unwell)
                await BusLife.AbortAsync(unwell.Connection);
            await BusLife.StopAsync(bus, starting, clock);
            await Task.Delay(BetweenBuses, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IBusControl Build(OnlyChannel channel, int attempt, CancellationTokenSource life) => Bus.Factory.CreateUsingRabbitMq(bus =>
    {
        ConnectionSettings.Apply(bus, address, $"reading {reading.Queue}", attempt);
        bus.ReceiveEndpoint(reading.Queue, endpoint =>
        {
            var format = new CloudEventsFormat();
            endpoint.ClearSerialization();
            endpoint.AddSerializer(format);
            endpoint.AddDeserializer(format, isDefault: true);
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PublishFaults = false;
            endpoint.RethrowFaultedMessages();
            endpoint.ThrowOnSkippedMessages();
            endpoint.PrefetchCount = InOrder ? PrefetchInOrder : reading.AtOnce;
            endpoint.ConcurrentMessageLimit = reading.AtOnce;
            endpoint.ConfigureChannel(pipe => pipe.UseFilter(channel));
            endpoint.Handler<InboundBody>(context => TakeAsync(context, life));
        });
    });

    private async Task TakeAsync(ConsumeContext<InboundBody> context, CancellationTokenSource life)
    {
        var delivered = Delivered.From(context.ReceiveContext.GetPayload<RabbitMqBasicConsumeContext>());
        var channel = (ProvisionedChannel)context.ReceiveContext.GetPayload<ChannelContext>();
        var settlement = await reading.Attempts.HandleAsync(
            token => handle(delivered, context.Message.Bytes, token), clock,
            error => log.LogError("{MessageId} from {Queue} failed with {Error}; it is tried again", delivered.Id, reading.Queue, error), life.Token);
        // One alone must not go back behind those under way: all do, with the channel, and come again in order.
        if (InOrder && settlement is Settlement.Requeue)
        {
            settlement = null;
            await life.CancelAsync();
        }

        channel.Settle(delivered.Tag, settlement);
    }
}
