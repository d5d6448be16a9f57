using System.Collections.Concurrent;

namespace InfoShare.Broker.InMemory;

/// <summary>
/// The broker inside one process: bounded queues, confirms, at-least-once delivery, time-to-live, dead letters. It keeps
/// nothing over a restart; the adapters' spools and routing's store make good what it forgets.
/// </summary>
public sealed class InMemoryBroker
{
    private readonly ConcurrentDictionary<string, Incoming> incoming = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly int mostWaiting;
    private readonly MessageQueue ordinary;
    private readonly MessageQueue urgentOnes;

    /// <summary>A broker with nobody declared.</summary>
    /// <param name="clock">For time-to-live and the pause before a message is delivered again.</param>
    /// <param name="mostWaiting">Messages per queue at the most; a full one refuses.</param>
    /// <param name="pauseBeforeGivingBack">How long what routing gave up on rests before it is given back; null: 5 minutes.</param>
    public InMemoryBroker(TimeProvider clock, int mostWaiting = 10_000, TimeSpan? pauseBeforeGivingBack = null)
    {
        (this.clock, this.mostWaiting) = (clock, mostWaiting);
        PauseBeforeGivingBack = pauseBeforeGivingBack ?? TimeSpan.FromMinutes(5);
        GivenUp = MessageQueue.Last(clock);
        Kept = MessageQueue.Last(clock);
        ordinary = new(clock, mostWaiting, inOrder: false, GivenUp.Put);
        urgentOnes = new(clock, mostWaiting, inOrder: false, GivenUp.Put);
        DeadLetters = MessageQueue.Last(clock);
        Routing = new RoutingLink(this);
    }

    /// <summary>All that routing can do.</summary>
    public IRoutingLink Routing { get; }

    internal TimeSpan PauseBeforeGivingBack { get; }

    /// <summary>What participants sent and routing gave up on.</summary>
    internal MessageQueue GivenUp { get; }

    /// <summary>What routing gave up on twice.</summary>
    internal MessageQueue Kept { get; }

    internal MessageQueue DeadLetters { get; }

    internal MessageQueue ToRouting(bool urgent) => urgent ? urgentOnes : ordinary;

    /// <summary>Makes the participant's incoming queue, if it is not there.</summary>
    public void Declare(string participant) =>
        incoming.GetOrAdd(participant, _ => new(new(clock, mostWaiting, inOrder: true, DeadLetters.Put)));

    /// <summary>All that one participant's adapter can do. Declares the participant.</summary>
    public IParticipantLink LinkFor(string participant)
    {
        Declare(participant);
        return new ParticipantLink(this, participant);
    }

    /// <summary>Messages in the participant's incoming queue, the one being handled included.</summary>
    public int WaitingFor(string participant)
    {
        Sweep();
        return Find(participant)?.Queue.Count ?? 0;
    }

    /// <summary>Moves what has outlived its time to the dead letters.</summary>
    public void Sweep()
    {
        foreach (var each in incoming.Values)
            each.Queue.Sweep();
    }

    internal Incoming? Find(string participant) => incoming.GetValueOrDefault(participant);

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal TimeProvider Clock => clock;
}

/// <summary>A participant's incoming queue and how many consumers read it.</summary>
internal sealed class Incoming(MessageQueue queue)
{
    private int consumers;

    public MessageQueue Queue => queue;

    public bool HasConsumer => Volatile.Read(ref consumers) > 0;

    public async Task ConsumeAsync(Func<Task> consume)
    {
        Interlocked.Increment(ref consumers);
        try
        {
            await consume();
        }
        finally
        {
            Interlocked.Decrement(ref consumers);
        }
    }
}
