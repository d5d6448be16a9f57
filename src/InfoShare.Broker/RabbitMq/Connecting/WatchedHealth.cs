using Microsoft.Extensions.Logging;

namespace InfoShare.Broker.RabbitMq.Connecting;

/// <summary>Watches over one bus after the other: when to give one up, and when all of them.</summary>
internal sealed class WatchedHealth(TimeProvider clock, Sentinel sentinel, ILogger log, string what)
{
    private const int LostAfter = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhileUnwell = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WhileWell = TimeSpan.FromSeconds(2);

    private volatile LinkHealth now = new(LinkState.Down, clock.GetUtcNow(), Trouble.Starting);
    private int inVain;

    /// <summary>How it is.</summary>
    public LinkHealth Now => now;

    /// <summary>Returns when cancelled, when this bus has ended, or when it has had its time to get well.</summary>
    public async Task UntilUnwellAsync(Func<CancellationToken, Task<string?>> findTrouble, Task ended, CancellationToken cancellationToken)
    {
        var lastWell = clock.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            var trouble = ended.IsCompleted ? Trouble.Closed : await findTrouble(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return;
            Note(trouble);
            if (ended.IsCompleted)
                return;
            if (trouble is null)
                lastWell = clock.GetTimestamp();
            else if (clock.GetElapsedTime(lastWell) >= Patience)
                break;
            await Task.WhenAny(ended, Task.Delay(trouble is null ? WhileWell : WhileUnwell, clock, cancellationToken));
        }

        if (cancellationToken.IsCancellationRequested)
            return;
        // While the broker is away, or the queue is, another process would do no better.
        if (sentinel.Health.State is not LinkState.Up || now.Reason is Trouble.QueueMissing or Trouble.Refused)
            return;
        inVain++;
        log.LogWarning("{What} has not been well for {Seconds} s: {Reason}; it starts anew", what, Patience.TotalSeconds, now.Reason);
    }

    private void Note(string? trouble)
    {
        if (trouble is null)
            inVain = 0;
        var before = now;
        var state = trouble is null ? LinkState.Up : inVain >= LostAfter ? LinkState.Lost : LinkState.Down;
        now = before.Now(state, trouble ?? "", clock.GetUtcNow());
        if (before.State != state)
            log.Log(trouble is null ? LogLevel.Information : LogLevel.Warning, "{What} is {State} {Reason}", what, state, trouble);
    }
}
