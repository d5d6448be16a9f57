namespace InfoShare.Broker;

/// <summary>What travels through the broker: an id for its log lines, and the bytes of a CloudEvents message.</summary>
public sealed record BrokerMessage(string Id, ReadOnlyMemory<byte> Body);

/// <summary>What the broker says of a publish.</summary>
public enum PublishOutcome
{
    /// <summary>No answer in time, or cancelled: it may still arrive. Send it again under the same id.</summary>
    Unknown = 0,

    /// <summary>On the queue.</summary>
    Confirmed,

    /// <summary>No queue is bound: it went nowhere.</summary>
    Unroutable,

    /// <summary>The queue is full or publishing is blocked: it went nowhere.</summary>
    Refused,
}

/// <summary>What a consumer says of a message.</summary>
public enum Settlement
{
    /// <summary>Done; take it off the queue.</summary>
    Acknowledge = 1,

    /// <summary>Not now; deliver it again.</summary>
    Requeue,

    /// <summary>It cannot be dealt with; to the dead letters.</summary>
    DeadLetter,
}
