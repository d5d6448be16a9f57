namespace InfoShare.Broker.RabbitMq.Reading;

/// <summary>How often and after which pauses a message is handled again while it is held. Held, it costs none of the queue's deliveries.</summary>
/// <param name="FirstPause">Before the second attempt; it doubles each time.</param>
/// <param name="LongestPause">What it grows to.</param>
/// <param name="MostFailures">After so many failed attempts the message is a dead letter.</param>
/// <param name="LongestHold">After so long it goes back to the queue: well below the broker's consumer timeout, 30 minutes unless set.</param>
/// <param name="HandlerLimit">A handler is told to stop after this.</param>
internal sealed record Attempts(TimeSpan FirstPause, TimeSpan LongestPause, int MostFailures, TimeSpan LongestHold, TimeSpan HandlerLimit)
{
    /// <summary>Pauses up to 5 seconds; 20 failures, which is what the queues allow in deliveries; held for 10 minutes at the most.</summary>
    public static readonly Attempts Default = new(
        TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), 20, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));

    /// <summary>Has the message handled until it is settled, failed too often, or held too long; null when cancelled before that.</summary>
    public async Task<Settlement?> HandleAsync(Func<CancellationToken, Task<Settlement>> handle, TimeProvider clock, Action<string> failed, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var (pause, failures) = (FirstPause, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            switch (await OnceAsync(handle, clock, failed, cancellationToken))
            {
                case { } settlement and not Settlement.Requeue:
                    return settlement;
                case null when ++failures >= MostFailures:
                    return Settlement.DeadLetter;
            }

            if (clock.GetElapsedTime(began) + pause >= LongestHold)
                return Settlement.Requeue;
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return null;
    }

    /// <summary>What the handler says, or null when it failed. Cancelled ones say that it is not done yet.</summary>
    private async Task<Settlement?> OnceAsync(Func<CancellationToken, Task<Settlement>> handle, TimeProvider clock, Action<string> failed, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(HandlerLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
#pragma warning disable CA1031 // A handler that fails has not dealt with the message, whatever it threw.
        try
        {
            // One that does not stop when told is left behind; the store takes its effect once.
            return await handle(both.Token).WaitAsync(HandlerLimit * 2, clock, CancellationToken.None);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return Settlement.Requeue;
        }
        catch (Exception e)
        {
            failed(e.GetType().Name);
            return null;
        }
#pragma warning restore CA1031
    }
}
