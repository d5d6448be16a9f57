using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.RabbitMq.Publishing;
using InfoShare.Broker.RabbitMq.Reading;
using InfoShare.Broker.Topology;
using Microsoft.Extensions.Logging;

namespace InfoShare.Broker.RabbitMq;

/// <summary>A participant's link to a provisioned RabbitMQ. It comes up, and comes back, by itself.</summary>
public sealed class RabbitMqParticipantLink : IParticipantLink, IAsyncDisposable
{
    /// <summary>No binding has this key: what is published with it comes back, and so shows that the broker answers.</summary>
    private const string UnboundKey = "probe";

    private readonly RabbitMqAddress address;
    private readonly ParticipantNames names;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Attempts attempts;
    private readonly Sentinel sentinel;
    private readonly Publisher publisher;
    private readonly Readers readers = new();

    internal RabbitMqParticipantLink(RabbitMqAddress address, ParticipantNames names, TimeProvider clock, ILogger log, Attempts attempts)
    {
        (this.address, this.names, this.clock, this.log, this.attempts) = (address, names, clock, log, attempts);
        sentinel = new(address, new(names.Outgoing, UnboundKey), clock, log);
        publisher = new(address, sentinel, clock, log);
    }

    /// <inheritdoc/>
    public LinkHealth Health => LinkHealth.Worst([sentinel.Health, publisher.Health, .. readers.Healths]);

    /// <summary>Begins to connect; the broker need not be there yet.</summary>
    /// <param name="address">With the participant's own login.</param>
    /// <param name="names">The participant's names.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">Ids, codes and names of errors only.</param>
    public static RabbitMqParticipantLink Open(RabbitMqAddress address, ParticipantNames names, TimeProvider clock, ILogger log) =>
        new(address, names, clock, log, Attempts.Default);

    /// <inheritdoc/>
    public Task<PublishOutcome> PublishAsync(BrokerMessage message, bool urgent, CancellationToken cancellationToken) =>
        publisher.PublishAsync(
            new(names.Outgoing, urgent ? RoutingNames.UrgentKey : RoutingNames.OrdinaryKey, names.Participant, message), cancellationToken);

    /// <inheritdoc/>
    public Task ConsumeAsync(Func<BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken) =>
        readers.RunAsync(
            new QueueReader(
                address, new(names.Incoming, AtOnce: 1, attempts), (delivered, body, token) => handle(new(delivered.Id, body), token), sentinel, clock, log),
            cancellationToken);

    /// <summary>Closes the connections. Cancel what consumes before.</summary>
    public async ValueTask DisposeAsync()
    {
        await publisher.DisposeAsync();
        await sentinel.DisposeAsync();
    }
}
