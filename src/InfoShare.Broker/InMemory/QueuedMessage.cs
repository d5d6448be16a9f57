namespace InfoShare.Broker.InMemory;

/// <summary>A message on a queue.</summary>
/// <param name="Participant">Who sent it, or whom it is for.</param>
/// <param name="Message">With a body that nobody else can change.</param>
/// <param name="ExpiresAt">From when it is a dead letter.</param>
internal sealed record QueuedMessage(string Participant, BrokerMessage Message, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether it came on routing's urgent queue.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether routing gave up on it before, and it was given back.</summary>
    public bool GivenBack { get; init; }

    /// <summary>Times it was given to a consumer.</summary>
    public int Deliveries { get; set; }

    /// <summary>From when it may be given to a consumer again.</summary>
    public DateTimeOffset ReadyAt { get; set; } = DateTimeOffset.MinValue;

    public static QueuedMessage Of(string participant, BrokerMessage message, DateTimeOffset expiresAt) =>
        new(participant, message with { Body = message.Body.ToArray() }, expiresAt);
}
