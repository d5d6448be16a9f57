namespace InfoShare.Broker.InMemory;

internal sealed class ParticipantLink(InMemoryBroker broker, string participant) : IParticipantLink
{
    public Task<PublishOutcome> PublishAsync(BrokerMessage message, bool urgent, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromResult(PublishOutcome.Unknown);
        var queue = urgent ? broker.Urgent : broker.ForRouting;
        return Task.FromResult(queue.Add(QueuedMessage.Of(participant, message, DateTimeOffset.MaxValue)));
    }

    public Task ConsumeAsync(Func<BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken)
    {
        var own = broker.Find(participant)!;
        return own.ConsumeAsync(() => Consumer.RunAsync(own.Queue, atOnce: 1, (m, token) => handle(m.Message, token), cancellationToken));
    }
}
