using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>Where a sentinel publishes to see whether the broker confirms; what it sends is nothing and need not arrive.</summary>
internal sealed record Probe(string Exchange, string RoutingKey);

/// <summary>
/// A connection beside the buses that shows what MassTransit does not: whether the broker can be reached, answers, and takes
/// messages. The broker blocks only connections that publish, so this one publishes a little.
/// </summary>
internal sealed class Sentinel : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(1);

    private readonly RabbitMqAddress address;
    private readonly Probe probe;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private volatile LinkHealth health;
    private volatile IConnection? connection;
    private readonly Lock gate = new();
    private volatile bool blocked;
    private int connections;

    public Sentinel(RabbitMqAddress address, Probe probe, TimeProvider clock, ILogger log)
    {
        (this.address, this.probe, this.clock, this.log) = (address, probe, clock, log);
        health = new(LinkState.Down, clock.GetUtcNow(), Trouble.Starting);
        running = Task.Run(RunAsync);
    }

    /// <summary>How the broker is, seen from here.</summary>
    public LinkHealth Health => health;

    /// <summary>The connection, for other looks at the broker; null while there is none.</summary>
    public IConnection? Connection => connection;

    /// <summary>How often it has connected. More than before: whatever is older may be connected to nothing.</summary>
    public int Connections => Volatile.Read(ref connections);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        for (var attempt = 0; !stop.IsCancellationRequested; attempt++)
        {
#pragma warning disable CA1031 // Its purpose is to outlive any fault of the connection, and to say which it is.
            try
            {
                await using var own = await ConnectionSettings.ConnectAsync(address, "watching", attempt, stop.Token);
                await WatchAsync(own);
            }
            catch (Exception e)
            {
                if (!stop.IsCancellationRequested)
                    Note(LinkState.Down, Trouble.CodeOf(e));
            }
#pragma warning restore CA1031
            connection = null;
            await Task.Delay(TimeSpan.FromSeconds(1), clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(IConnection own)
    {
        blocked = false;
        own.ConnectionBlockedAsync += OnBlockedAsync;
        own.ConnectionUnblockedAsync += OnUnblockedAsync;
        try
        {
            var channel = await own.CreateChannelAsync(new CreateChannelOptions(true, true), stop.Token);
            connection = own;
            Interlocked.Increment(ref connections);
            while (own.IsOpen && channel.IsOpen && !stop.IsCancellationRequested)
            {
                if (!blocked)
                    await AskAsync(channel);
                await Task.Delay(Between, clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!stop.IsCancellationRequested)
                Note(LinkState.Down, Trouble.Closed);
        }
        finally
        {
            connection = null;
            // One that does not answer is not asked to close.
            await own.AbortAsync(CloseWithin).WaitAsync(CloseWithin * 2, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AskAsync(IChannel channel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        limit.CancelAfter(AnswerWithin);
        try
        {
            await channel.BasicPublishAsync(probe.Exchange, probe.RoutingKey, mandatory: true, new BasicProperties(), default, limit.Token);
            NoteAnswer();
        }
        catch (PublishException)
        {
            // It came back: an answer all the same.
            NoteAnswer();
        }
        catch (OperationCanceledException) when (blocked || stop.IsCancellationRequested)
        {
            // The answer comes when it takes messages again.
        }
    }

    private Task OnBlockedAsync(object sender, ConnectionBlockedEventArgs e)
    {
        lock (gate)
        {
            blocked = true;
            Note(LinkState.Blocked, Trouble.Blocked);
        }

        return Task.CompletedTask;
    }

    private Task OnUnblockedAsync(object sender, AsyncEventArgs e)
    {
        blocked = false;
        NoteAnswer();
        return Task.CompletedTask;
    }

    /// <summary>The publish that made the broker block us is itself still confirmed; that is no sign of being up.</summary>
    private void NoteAnswer()
    {
        lock (gate)
        {
            if (!blocked)
                Note(LinkState.Up, "");
        }
    }

    private void Note(LinkState state, string reason)
    {
        var before = health;
        health = before.Now(state, reason, clock.GetUtcNow());
        if (!ReferenceEquals(before, health))
            log.Log(state is LinkState.Up ? LogLevel.Information : LogLevel.Warning, "the broker is {State} {Reason}", state, reason);
    }
}
