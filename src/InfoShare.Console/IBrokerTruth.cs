namespace InfoShare.Console;

/// <summary>What the broker and the adapters say of themselves, beside what the records say. Asked seldom, and never in the way of a page.</summary>
public interface IBrokerTruth
{
    /// <summary>As it is now.</summary>
    Task<BrokerState> LookAsync(CancellationToken cancellationToken);
}

/// <summary>The broker, its queues and the adapters.</summary>
/// <param name="Transport">in-memory, or rabbitmq.</param>
/// <param name="Problem">Why nothing could be learnt; null: it could.</param>
/// <param name="Alarms">Such as memory or disk, each with the node.</param>
/// <param name="Queues">Of those that matter, by the participant or the purpose; never by the queue's own name.</param>
/// <param name="Adapters">Those that this process knows.</param>
/// <param name="Certificates">Days that are left, by user.</param>
public sealed record BrokerState(
    string Transport, string? Problem, IReadOnlyList<string> Alarms, IReadOnlyList<QueueState> Queues, IReadOnlyList<AdapterState> Adapters,
    IReadOnlyList<CertificateState> Certificates);

/// <summary>One queue.</summary>
/// <param name="Of">The participant whose incoming queue it is, or what it is for.</param>
/// <param name="Messages">That wait or are being read.</param>
/// <param name="Consumers">Who reads.</param>
public sealed record QueueState(string Of, long Messages, long Consumers)
{
    /// <summary>From when on it was never seen empty: the oldest in it may be older. Null: nothing is in it.</summary>
    public DateTimeOffset? FilledSince { get; init; }

    /// <summary>From when on nobody was seen to read it. Null: somebody does.</summary>
    public DateTimeOffset? UnreadSince { get; init; }
}

/// <summary>One adapter.</summary>
/// <param name="Link">How its link to the broker is.</param>
/// <param name="Waiting">Messages in its spool without a receipt.</param>
/// <param name="OldestWaiting">Of the oldest of these.</param>
/// <param name="FilesPending">Files that are not read yet.</param>
/// <param name="Quarantined">Messages and files that could not be used.</param>
public sealed record AdapterState(string Participant, bool ReachesBroker, string Link, long Waiting, TimeSpan OldestWaiting, long FilesPending, long Quarantined);

/// <summary>One certificate.</summary>
public sealed record CertificateState(string Name, int DaysLeft);
