namespace InfoShare.Broker.InMemory;

/// <summary>One bounded queue. What is taken stays counted until it is settled.</summary>
/// <param name="clock">The clock.</param>
/// <param name="capacity">Messages at the most, the taken ones included.</param>
/// <param name="inOrder">True: a message that waits to be delivered again holds back those behind it.</param>
/// <param name="giveUp">Takes what expired, was rejected, or was delivered too often; null: this queue never gives up.</param>
internal sealed class MessageQueue(TimeProvider clock, int capacity, bool inOrder, Action<QueuedMessage>? giveUp)
{
    private const int MostDeliveries = 20;
    private static readonly TimeSpan PauseBeforeRepeat = TimeSpan.FromMilliseconds(250);

    private readonly LinkedList<QueuedMessage> waiting = [];
    private readonly Lock gate = new();
    private TaskCompletionSource changed = NewSignal();
    private DateTimeOffset soonestExpiry = DateTimeOffset.MaxValue;
    private int taken;

    /// <summary>Where messages end: without a bound, and nothing expires.</summary>
    public static MessageQueue Last(TimeProvider clock) => new(clock, int.MaxValue, inOrder: false, giveUp: null);

    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count + taken;
        }
    }

    public PublishOutcome Add(QueuedMessage message)
    {
        lock (gate)
        {
            if (waiting.Count + taken >= capacity)
                return PublishOutcome.Refused;
            waiting.AddLast(message);
            soonestExpiry = message.ExpiresAt < soonestExpiry ? message.ExpiresAt : soonestExpiry;
            Signal();
            return PublishOutcome.Confirmed;
        }
    }

    /// <summary>Adds a dead letter.</summary>
    public void Put(QueuedMessage message) => Add(message with { ExpiresAt = DateTimeOffset.MaxValue, Deliveries = 0, ReadyAt = DateTimeOffset.MinValue });

    /// <summary>The next message, when there is one; null when cancelled.</summary>
    public async Task<QueuedMessage?> TakeAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Sweep();
            var (message, signal, wait) = TakeOrWait();
            if (message is not null)
                return message;
            await signal.WaitAsync(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    public void Settle(QueuedMessage message, Settlement settlement)
    {
        var over = settlement == Settlement.DeadLetter || settlement == Settlement.Requeue && message.Deliveries >= MostDeliveries;
        lock (gate)
        {
            taken--;
            if (settlement == Settlement.Requeue && !(over && giveUp is not null))
            {
                message.ReadyAt = clock.GetUtcNow() + PauseBeforeRepeat;
                PutBack(message);
            }

            Signal();
        }

        if (over)
            giveUp?.Invoke(message);
    }

    /// <summary>The consumer went away with the message: the next one gets it at once.</summary>
    public void Abandon(QueuedMessage message)
    {
        lock (gate)
        {
            taken--;
            PutBack(message);
            Signal();
        }
    }

    public void Sweep()
    {
        if (giveUp is null)
            return;
        List<QueuedMessage> expired;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (soonestExpiry > now)
                return;
            expired = [.. waiting.Where(m => m.ExpiresAt <= now)];
            foreach (var message in expired)
                waiting.Remove(message);
            soonestExpiry = waiting.Select(m => m.ExpiresAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        }

        expired.ForEach(giveUp);
    }

    private (QueuedMessage? Message, Task Signal, TimeSpan Wait) TakeOrWait()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var next = inOrder ? waiting.First : FirstReady(now);
            if (next is null)
                return (null, changed.Task, Timeout.InfiniteTimeSpan);
            if (next.Value.ReadyAt > now)
                return (null, changed.Task, next.Value.ReadyAt - now);
            waiting.Remove(next);
            taken++;
            next.Value.Deliveries++;
            return (next.Value, Task.CompletedTask, TimeSpan.Zero);
        }
    }

    /// <summary>The first that is ready; failing that, the one that is ready soonest.</summary>
    private LinkedListNode<QueuedMessage>? FirstReady(DateTimeOffset now)
    {
        LinkedListNode<QueuedMessage>? soonest = null;
        for (var node = waiting.First; node is not null; node = node.Next)
        {
            if (node.Value.ReadyAt <= now)
                return node;
            if (soonest is null || node.Value.ReadyAt < soonest.Value.ReadyAt)
                soonest = node;
        }

        return soonest;
    }

    private void PutBack(QueuedMessage message)
    {
        waiting.AddFirst(message);
        soonestExpiry = message.ExpiresAt < soonestExpiry ? message.ExpiresAt : soonestExpiry;
    }

    private void Signal()
    {
        var before = changed;
        changed = NewSignal();
        before.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
