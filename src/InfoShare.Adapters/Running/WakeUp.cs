namespace InfoShare.Adapters.Running;

/// <summary>Lets one loop sleep until there is something to do. A call while it is awake is remembered.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is going to wake up already.
        }
    }

    /// <summary>Returns when woken, when the time is over, or when cancelled.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => stop.Cancel(), null, atMost, Timeout.InfiniteTimeSpan);
        await signal.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => signal.Dispose();
}
