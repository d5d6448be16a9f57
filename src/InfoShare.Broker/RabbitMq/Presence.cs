using System.Collections.Concurrent;
using InfoShare.Broker.RabbitMq.Connecting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Broker.RabbitMq;

/// <summary>
/// Who reads its queue, looked up in the background about once a second with one channel for all. What is not known any
/// more is not there.
/// </summary>
internal sealed class Presence : IAsyncDisposable
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, QueueLook> known = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> queues;
    private readonly Sentinel sentinel;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public Presence(IReadOnlyList<string> queues, Sentinel sentinel, TimeProvider clock)
    {
        (this.queues, this.sentinel, this.clock) = (queues, sentinel, clock);
        running = Task.Run(RunAsync);
    }

    /// <summary>What was last seen of a queue; null: not known now.</summary>
    public QueueLook? Of(string queue) => known.GetValueOrDefault(queue);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
#pragma warning disable CA1031 // A round that fails leaves nothing known; the sentinel says why.
            try
            {
                await LookAsync();
            }
            catch (Exception)
            {
                known.Clear();
            }
#pragma warning restore CA1031
            await Task.Delay(BetweenRounds, clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        if (sentinel.Connection is not { } connection)
        {
            known.Clear();
            return;
        }

        IChannel? channel = null;
        try
        {
            foreach (var queue in queues)
            {
                // Asking for what is not there closes the channel.
                channel = channel is { IsOpen: true } ? channel : await connection.CreateChannelAsync(cancellationToken: stop.Token);
                known[queue] = await LookAsync(channel, queue);
            }
        }
        finally
        {
            if (channel is not null)
                await channel.DisposeAsync();
        }
    }

    private async Task<QueueLook> LookAsync(IChannel channel, string queue)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        limit.CancelAfter(AnswerWithin);
        try
        {
            var found = await channel.QueueDeclarePassiveAsync(queue, limit.Token);
            return new(IsThere: true, found.ConsumerCount > 0, (int)found.MessageCount);
        }
        catch (OperationInterruptedException e) when (Trouble.CodeOf(e) is Trouble.QueueMissing)
        {
            return new(IsThere: false, HasConsumer: false, Messages: 0);
        }
    }
}

/// <summary>What was seen of a queue.</summary>
internal sealed record QueueLook(bool IsThere, bool HasConsumer, int Messages);
