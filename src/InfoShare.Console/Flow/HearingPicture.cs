using InfoShare.Storage.Flow;
using InfoShare.Storage.Probes;

namespace InfoShare.Console.Flow;

/// <summary>Who is not hearing us, as of one moment?</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Hearing">By participant.</param>
/// <param name="Attention">Deliveries that need a person, by state.</param>
/// <param name="Broker">What broker and adapters say of themselves.</param>
public sealed record HearingPicture(DateTimeOffset At, IReadOnlyList<Hearing> Hearing, IReadOnlyList<AttentionRow> Attention, BrokerState Broker);

/// <summary>How one participant hears us.</summary>
/// <param name="Waiting">Deliveries that its system does not have yet.</param>
/// <param name="OldestWaiting">When the oldest of these was decided; null: none waits.</param>
/// <param name="OldestType">What that is.</param>
/// <param name="Last">When it was last heard: a message of its own.</param>
/// <param name="Silent">Something waits for longer than it may: somebody must call.</param>
/// <param name="Critical">From the message's arrival to its being handed over, within a day; null: nothing was.</param>
/// <param name="Owed">Answers of its organisations whose clocks started within 31 days.</param>
public sealed record Hearing(
    string Participant, long Waiting, DateTimeOffset? OldestWaiting, string? OldestType, DateTimeOffset? Last, bool Silent, Percentiles? Critical,
    long Owed, long InTime, long Late, AdapterState? Adapter, QueueState? Queue, IReadOnlyList<TypeHearing> Types)
{
    /// <summary>Deliveries that came back when they were sent last: the broker has no queue for it.</summary>
    public long CameBack { get; init; }

    /// <summary>The broker has no queue for it, or gives back what is sent to it.</summary>
    public bool NoQueue { get; init; }

    /// <summary>The probes to its adapter; null: none was sent.</summary>
    public ProbeRow? Probe { get; init; }
}

/// <summary>The same of one type of message.</summary>
public sealed record TypeHearing(string Type, long Waiting, DateTimeOffset? OldestWaiting, Percentiles? Critical);

/// <summary>Half, 95 and 99 of a hundred took no longer.</summary>
public sealed record Percentiles(TimeSpan P50, TimeSpan P95, TimeSpan P99, int Of)
{
    /// <summary>Null of nothing.</summary>
    public static Percentiles? From(List<long> microseconds)
    {
        ArgumentNullException.ThrowIfNull(microseconds);
        if (microseconds.Count == 0)
            return null;
        microseconds.Sort();
        TimeSpan At(double part) => TimeSpan.FromMicroseconds(microseconds[(int)Math.Min(microseconds.Count - 1, Math.Ceiling(part * microseconds.Count) - 1)]);
        return new(At(0.5), At(0.95), At(0.99), microseconds.Count);
    }
}
