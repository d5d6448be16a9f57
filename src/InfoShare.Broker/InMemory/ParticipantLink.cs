namespace InfoShare.Broker.InMemory;

internal sealed class ParticipantLink(InMemoryBroker broker, string participant) : IParticipantLink
{
    public LinkHealth Health { get; } = LinkHealth.UpSince(broker.Now);

    public Task<PublishOutcome> PublishAsync(BrokerMessage message, bool urgent, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromResult(PublishOutcome.Unknown);
        var queued = QueuedMessage.Of(participant, message, DateTimeOffset.MaxValue) with { Urgent = urgent };
        return Task.FromResult(BrokerSignals.Counted(broker.ToRouting(urgent).Add(queued)));
    }

    public Task ConsumeAsync(Func<BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken)
    {
        var own = broker.Find(participant)!;
        return own.ConsumeAsync(() => Consumer.RunAsync(own.Queue, atOnce: 1, (m, token) => handle(m.Message, token), cancellationToken));
    }
}
