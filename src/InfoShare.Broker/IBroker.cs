namespace InfoShare.Broker;

/// <summary>All that a participant's adapter can do with the broker: write to its own outgoing exchange, read its own incoming queue.</summary>
public interface IParticipantLink
{
    /// <summary>Publishes to the participant's outgoing exchange, on to routing; urgent messages have a queue of their own.</summary>
    Task<PublishOutcome> PublishAsync(BrokerMessage message, bool urgent, CancellationToken cancellationToken);

    /// <summary>Consumes the incoming queue, one message at a time, until cancelled.</summary>
    Task ConsumeAsync(Func<BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken);

    /// <summary>How the link is now; also not up when only publishing is blocked.</summary>
    LinkHealth Health { get; }
}

/// <summary>All that routing can do with the broker.</summary>
public interface IRoutingLink
{
    /// <summary>Publishes to a participant's incoming queue. After <paramref name="timeToLive"/> unread it comes back as a dead letter.</summary>
    Task<PublishOutcome> PublishAsync(
        string participant, BrokerMessage message, TimeSpan timeToLive, CancellationToken cancellationToken);

    /// <summary>Consumes the routing queue or the urgent one until cancelled, many at once. The sender is who the broker says it is.</summary>
    Task ConsumeAsync(
        bool urgent, Func<string, BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken);

    /// <summary>Consumes what came back unread from the participants' incoming queues, until cancelled.</summary>
    Task ConsumeDeadLettersAsync(
        Func<string, BrokerMessage, CancellationToken, Task> handle, CancellationToken cancellationToken);

    /// <summary>
    /// Looks after what participants sent and routing gave up on, until cancelled: tells of each, and gives it back to its
    /// queue once, after a pause. One that is given up again stays for an operator until it is too old.
    /// </summary>
    Task ConsumeGivenUpAsync(Func<GivenUpMessage, CancellationToken, Task> tell, CancellationToken cancellationToken);

    /// <summary>How many messages from participants wait for an operator.</summary>
    int GivenUp { get; }

    /// <summary>Whether the participant's adapter is reading its incoming queue now.</summary>
    bool HasConsumer(string participant);

    /// <summary>How the link is now; also not up when only publishing is blocked.</summary>
    LinkHealth Health { get; }
}
