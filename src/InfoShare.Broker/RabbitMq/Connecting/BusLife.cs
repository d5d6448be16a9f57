using MassTransit;
using RabbitMQ.Client;

namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>Starts and stops a bus without waiting for ever.</summary>
internal static class BusLife
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AbortWithin = TimeSpan.FromSeconds(1);

    /// <summary>Begins to start. Ends when the bus is up or the token is cancelled; never fails, as its health tells more.</summary>
    public static Task StartAsync(IBusControl bus, CancellationToken cancellationToken) => NeverFailAsync(() => bus.StartAsync(cancellationToken));

    /// <summary>Stops, and leaves behind what does not stop in time.</summary>
    public static async Task StopAsync(IBusControl bus, Task starting, TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(StopWithin, clock);
        await NeverFailAsync(async () =>
        {
            await starting;
            await bus.StopAsync(limit.Token);
        }).WaitAsync(StopWithin * 2, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Closes a connection without asking: all that came over it goes back to its queue.</summary>
    public static Task AbortAsync(IConnection connection) =>
        NeverFailAsync(() => connection.CloseAsync(Constants.ReplySuccess, "not well", AbortWithin, abort: true, CancellationToken.None));

    private static async Task NeverFailAsync(Func<Task> step)
    {
        // Off the caller's thread: MassTransit begins with work that does not wait.
        await Task.Yield();
#pragma warning disable CA1031 // A bus that does not start or stop is thrown away; the watch reports it.
        try
        {
            await step();
        }
        catch (Exception)
        {
            return;
        }
#pragma warning restore CA1031
    }
}
