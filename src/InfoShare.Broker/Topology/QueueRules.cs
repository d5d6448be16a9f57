namespace InfoShare.Broker.Topology;

/// <summary>
/// The arguments of our queues. Everything that RabbitMQ 3.10 and 4.x decide differently when nothing is said is said here.
/// </summary>
/// <param name="groupSize">On how many nodes each message is kept: 3, or 1 where there is one node.</param>
public sealed class QueueRules(int groupSize)
{
    /// <summary>After so many deliveries without an acknowledgement a message is a dead letter.</summary>
    public const int DeliveryLimit = 20;

    // A dead letter has nowhere to go on to: its age ends it, not the number of times somebody looked at it.
    private const int DeadLetterDeliveryLimit = 100_000;
    private const long Mebibyte = 1024 * 1024;

    /// <summary>What participants sent. Adapters keep what does not fit.</summary>
    public Arguments Routing(string deadLetters) => WithDeadLetters(deadLetters, 200_000, 1024 * Mebibyte);

    /// <summary>What a participant is to receive. Routing's store keeps what does not fit.</summary>
    public Arguments Incoming(string deadLetters) => WithDeadLetters(deadLetters, 10_000, 256 * Mebibyte);

    /// <summary>Dead letters. When it is full they stay where they were.</summary>
    public Arguments DeadLetters() => Kept(DeadLetterDeliveryLimit, 200_000, 1024 * Mebibyte);

    /// <summary>The last probe. The one before it makes room: nobody misses it.</summary>
    public Arguments Probe() => Quorum(DeliveryLimit).With(("x-max-length", 1), ("x-overflow", "drop-head"));

    private Arguments WithDeadLetters(string exchange, int messages, long bytes) => Kept(DeliveryLimit, messages, bytes).With(
        ("x-dead-letter-exchange", exchange), ("x-dead-letter-strategy", "at-least-once"));

    private Arguments Kept(int deliveryLimit, int messages, long bytes) => Quorum(deliveryLimit).With(
        ("x-overflow", "reject-publish"), ("x-max-length", messages), ("x-max-length-bytes", bytes));

    private Arguments Quorum(int deliveryLimit) => Arguments.Of(
        ("x-queue-type", "quorum"), ("x-quorum-initial-group-size", groupSize), ("x-delivery-limit", deliveryLimit));
}
