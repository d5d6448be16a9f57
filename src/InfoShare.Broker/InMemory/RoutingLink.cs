namespace InfoShare.Broker.InMemory;

internal sealed class RoutingLink(InMemoryBroker broker) : IRoutingLink
{
    private const int AtOnce = 64;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(1);

    public LinkHealth Health { get; } = LinkHealth.UpSince(broker.Now);

    public int GivenUp => broker.Kept.Count;

    public Task<PublishOutcome> PublishAsync(
        string participant, BrokerMessage message, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromResult(PublishOutcome.Unknown);
        if (broker.Find(participant) is not { } incoming)
            return Task.FromResult(PublishOutcome.Unroutable);
        // What has expired leaves room.
        incoming.Queue.Sweep();
        return Task.FromResult(BrokerSignals.Counted(incoming.Queue.Add(QueuedMessage.Of(participant, message, Later(timeToLive)))));
    }

    public Task ConsumeAsync(
        bool urgent, Func<string, BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken) =>
        Consumer.RunAsync(
            broker.ToRouting(urgent), AtOnce, (m, token) => handle(m.Participant, m.Message, token), cancellationToken);

    public async Task ConsumeDeadLettersAsync(
        Func<string, BrokerMessage, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        var consuming = Consumer.RunAsync(broker.DeadLetters, atOnce: 1, HandleAsync, cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            broker.Sweep();
            await Task.Delay(BetweenSweeps, broker.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await consuming;

        async Task<Settlement> HandleAsync(QueuedMessage m, CancellationToken token)
        {
            await handle(m.Participant, m.Message, token);
            return Settlement.Acknowledge;
        }
    }

    public Task ConsumeGivenUpAsync(Func<GivenUpMessage, CancellationToken, Task> tell, CancellationToken cancellationToken) =>
        Consumer.RunAsync(
            broker.GivenUp, AtOnce,
            async (m, token) =>
            {
                if (!m.GivenBack)
                    await Task.Delay(broker.PauseBeforeGivingBack, broker.Clock, token);
                var to = m.GivenBack ? broker.Kept : broker.ToRouting(m.Urgent);
                if (to.Add(m with { GivenBack = true, Deliveries = 0, ReadyAt = DateTimeOffset.MinValue }) is not PublishOutcome.Confirmed)
                    return Settlement.Requeue;
                await tell(new(m.Participant, m.Message.Id, m.GivenBack), token);
                return Settlement.Acknowledge;
            },
            cancellationToken);

    public bool HasConsumer(string participant) => broker.Find(participant)?.HasConsumer ?? false;

    private DateTimeOffset Later(TimeSpan timeToLive) =>
        timeToLive < DateTimeOffset.MaxValue - broker.Now ? broker.Now + timeToLive : DateTimeOffset.MaxValue;
}
