using InfoShare.Broker;

namespace InfoShare.Tests.Routing;

/// <summary>A link to a broker that gives back what is published, while somebody reads all the same.</summary>
internal sealed class ReturningLink(IRoutingLink inner) : IRoutingLink
{
    public int GivenUp => inner.GivenUp;

    public LinkHealth Health => inner.Health;

    public Task<PublishOutcome> PublishAsync(string participant, BrokerMessage message, TimeSpan timeToLive, CancellationToken cancellationToken) => Task.FromResult(PublishOutcome.Unroutable);

    public bool HasConsumer(string participant) => inner.HasConsumer(participant);

    public Task ConsumeAsync(bool urgent, Func<string, BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken) => inner.ConsumeAsync(urgent, handle, cancellationToken);

    public Task ConsumeDeadLettersAsync(Func<string, BrokerMessage, CancellationToken, Task> handle, CancellationToken cancellationToken) => inner.ConsumeDeadLettersAsync(handle, cancellationToken);

    public Task ConsumeGivenUpAsync(Func<GivenUpMessage, CancellationToken, Task> tell, CancellationToken cancellationToken) => inner.ConsumeGivenUpAsync(tell, cancellationToken);
}
