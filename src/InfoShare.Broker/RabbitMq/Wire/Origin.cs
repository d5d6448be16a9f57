using InfoShare.Broker.Topology;

namespace InfoShare.Broker.RabbitMq.Wire;

/// <summary>Who sent a message, as far as the broker vouches for it.</summary>
internal sealed class Origin(string routingExchange, IReadOnlyDictionary<string, string> participantsByOutgoing)
{
    /// <summary>Header of a message that routing gives back to its own queue: who sent it first.</summary>
    public const string SenderHeader = "infoshare-sender";

    private readonly HashSet<string> participants = [.. participantsByOutgoing.Values];

    /// <summary>
    /// The participant whose exchange the message was published to, if the broker's user is the same. Only routing may
    /// publish to the exchange between, so what comes from there is a message given back, and its header is routing's own.
    /// </summary>
    public string? SenderOf(Delivered message) => message.Exchange == routingExchange
        ? GivenBack(message)
        : participantsByOutgoing.TryGetValue(message.Exchange, out var participant) && message.User == participant ? participant : null;

    /// <summary>
    /// Who sent a message that has become a dead letter, whose exchange is therefore another one: the user, whom the broker
    /// checked when it was published. The dead-letter headers are not asked, as a sender could bring them along.
    /// </summary>
    public (string? Participant, bool Again) SenderOfDeadLetter(Delivered message) => message.User == RoutingNames.User
        ? (GivenBack(message), true)
        : (message.User is { } user && participants.Contains(user) ? user : null, false);

    private string? GivenBack(Delivered message) =>
        message.User == RoutingNames.User && message.Header(SenderHeader) is { } sender && participants.Contains(sender) ? sender : null;
}
