using InfoShare.Broker.RabbitMq.Connecting;
using InfoShare.Broker.RabbitMq.Publishing;
using InfoShare.Broker.RabbitMq.Reading;
using InfoShare.Broker.RabbitMq.Wire;
using InfoShare.Broker.Topology;
using Microsoft.Extensions.Logging;

namespace InfoShare.Broker.RabbitMq;

/// <summary>Routing's link to a provisioned RabbitMQ. It comes up, and comes back, by itself; several routing processes share the queues.</summary>
public sealed class RabbitMqRoutingLink : IRoutingLink, IAsyncDisposable
{
    private const int AtOnce = 256;
    private const int DeadLettersAtOnce = 16;
    private const string DeadFromQueueHeader = "x-first-death-queue";

    /// <summary>Of a fanout exchange, which heeds no key.</summary>
    private const string AnyKey = "delivery";

    private readonly RabbitMqAddress address;
    private readonly RoutingNames names;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly RoutingLinkSettings settings;
    private readonly Dictionary<string, ParticipantNames> namesByParticipant;
    private readonly Dictionary<string, string> participantByIncoming;
    private readonly Origin origin;
    private readonly Sentinel sentinel;
    private readonly Publisher publisher;
    private readonly Presence presence;
    private readonly Readers readers = new();

    internal RabbitMqRoutingLink(
        RabbitMqAddress address, RoutingNames names, IReadOnlyCollection<ParticipantNames> participants, TimeProvider clock, ILogger log, RoutingLinkSettings settings)
    {
        (this.address, this.names, this.clock, this.log, this.settings) = (address, names, clock, log, settings);
        namesByParticipant = participants.ToDictionary(p => p.Participant);
        participantByIncoming = participants.ToDictionary(p => p.Incoming, p => p.Participant);
        origin = new(names.Exchange, participants.ToDictionary(p => p.Outgoing, p => p.Participant));
        sentinel = new(address, new(names.Probe, names.Probe), clock, log);
        publisher = new(address, sentinel, clock, log);
        presence = new([.. participantByIncoming.Keys, names.DeadRouting, names.Kept], sentinel, clock);
    }

    /// <inheritdoc/>
    public LinkHealth Health => LinkHealth.Worst([sentinel.Health, publisher.Health, .. readers.Healths]);

    /// <inheritdoc/>
    public int GivenUp => presence.Of(names.Kept)?.Messages ?? 0;

    /// <summary>Begins to connect; the broker need not be there yet.</summary>
    /// <param name="address">With routing's own login.</param>
    /// <param name="names">Routing's own names.</param>
    /// <param name="participants">Names of all participants; a message from anybody else is refused.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">Ids, codes and names of errors only.</param>
    public static RabbitMqRoutingLink Open(
        RabbitMqAddress address, RoutingNames names, IReadOnlyCollection<ParticipantNames> participants, TimeProvider clock, ILogger log) =>
        new(address, names, participants, clock, log, new());

    /// <inheritdoc/>
    public async Task<PublishOutcome> PublishAsync(
        string participant, BrokerMessage message, TimeSpan timeToLive, CancellationToken cancellationToken)
    {
        // A publish to an exchange that is not there would close the channel under all other publishes.
        if (!namesByParticipant.TryGetValue(participant, out var own) || presence.Of(own.Incoming) is { IsThere: false })
            return PublishOutcome.Unroutable;
        return await publisher.PublishAsync(new(own.Deliveries, AnyKey, address.Login.User, message, timeToLive), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ConsumeAsync(
        bool urgent, Func<string, BrokerMessage, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken) =>
        ReadAsync(
            new(urgent ? names.UrgentQueue : names.Queue, AtOnce, settings.Attempts),
            async (delivered, body, token) =>
            {
                if (origin.SenderOf(delivered) is { } sender)
                    return await handle(sender, new(delivered.Id, body), token);
                // It has no sender whom we could answer, and its true sender, if there is one, sends again.
                log.LogError("{MessageId} is refused: published to {Exchange} by {User}, which is no participant's", delivered.Id, delivered.Exchange, delivered.User ?? "nobody");
                return Settlement.Acknowledge;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ConsumeDeadLettersAsync(Func<string, BrokerMessage, CancellationToken, Task> handle, CancellationToken cancellationToken) =>
        ReadAsync(
            new(names.DeadDeliveries, DeadLettersAtOnce, settings.Attempts),
            async (delivered, body, token) =>
            {
                // Only routing publishes to incoming queues, so the broker itself wrote this header.
                if (delivered.Header(DeadFromQueueHeader) is { } queue && participantByIncoming.TryGetValue(queue, out var participant))
                    await handle(participant, new(delivered.Id, body), token);
                else
                    log.LogError("dead letter {MessageId} comes from no participant's queue and is dropped", delivered.Id);
                return Settlement.Acknowledge;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ConsumeGivenUpAsync(Func<GivenUpMessage, CancellationToken, Task> tell, CancellationToken cancellationToken)
    {
        var letters = new GivenUpLetters(publisher, origin, names, address.Login.User, settings.PauseBeforeGivingBack, clock, log);
        return ReadAsync(
            new(names.DeadRouting, DeadLettersAtOnce, settings.AttemptsToGiveBack), (delivered, body, token) => letters.TakeAsync(delivered, body, tell, token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public bool HasConsumer(string participant) =>
        namesByParticipant.TryGetValue(participant, out var own) && presence.Of(own.Incoming) is { HasConsumer: true };

    /// <summary>Closes the connections. Cancel what consumes before.</summary>
    public async ValueTask DisposeAsync()
    {
        await presence.DisposeAsync();
        await publisher.DisposeAsync();
        await sentinel.DisposeAsync();
    }

    private Task ReadAsync(
        Reading.Reading reading, Func<Delivered, ReadOnlyMemory<byte>, CancellationToken, Task<Settlement>> handle, CancellationToken cancellationToken) =>
        readers.RunAsync(new QueueReader(address, reading, handle, sentinel, clock, log), cancellationToken);
}
