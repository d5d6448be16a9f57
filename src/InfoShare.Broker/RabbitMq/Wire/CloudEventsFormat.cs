using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;
using Headers = MassTransit.Headers;

namespace InfoShare.Broker.RabbitMq.Wire;

/// <summary>Bytes that came in.</summary>
internal sealed record InboundBody(byte[] Bytes);

/// <summary>Bytes to go out.</summary>
internal sealed record OutboundBody(ReadOnlyMemory<byte> Bytes);

/// <summary>
/// The bytes of a CloudEvents message, in and out, and nothing else. MassTransit would take addresses for faults and answers
/// from a sender's envelope or headers and send there, to any queue: this format shows it no address, no header and no id,
/// whatever content type the sender gives.
/// </summary>
internal sealed class CloudEventsFormat : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    public ContentType ContentType { get; } = new("application/cloudevents+json");

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, new BodyOnly(receiveContext.Body.GetBytes()));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) => new BodyOnly(body.GetBytes());

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class =>
        context.Message is OutboundBody outbound
            ? new MemoryMessageBody(outbound.Bytes)
            : throw new NotSupportedException("only CloudEvents messages are sent");

    public void Probe(ProbeContext context)
    {
    }

    private sealed class BodyOnly(byte[] body) : BaseSerializerContext(
        SystemTextJsonMessageSerializer.Instance, NothingBesideTheBody.Instance, [MessageUrn.ForTypeString<InboundBody>()])
    {
        public override bool TryGetMessage<T>(out T? message)
            where T : class
        {
            message = typeof(T) == typeof(InboundBody) ? (T)(object)new InboundBody(body) : null;
            return message is not null;
        }

        public override bool TryGetMessage(Type messageType, out object message)
        {
            message = messageType == typeof(InboundBody) ? new InboundBody(body) : null!;
            return message is not null;
        }

        public override IMessageSerializer GetMessageSerializer() => throw NoAnswers();

        public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => throw NoAnswers();

        public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => throw NoAnswers();

        public override Dictionary<string, object> ToDictionary<T>(T? message)
            where T : class => throw NoAnswers();

        private static NotSupportedException NoAnswers() => new("nothing is sent in answer to a message by MassTransit itself");
    }

    private sealed class NothingBesideTheBody : MessageContext
    {
        public static readonly NothingBesideTheBody Instance = new();

        public Guid? MessageId => null;

        public Guid? RequestId => null;

        public Guid? CorrelationId => null;

        public Guid? ConversationId => null;

        public Guid? InitiatorId => null;

        public DateTime? ExpirationTime => null;

        public Uri? SourceAddress => null;

        public Uri? DestinationAddress => null;

        public Uri? ResponseAddress => null;

        public Uri? FaultAddress => null;

        public DateTime? SentTime => null;

        public Headers Headers => EmptyHeaders.Instance;

        public HostInfo Host => null!;
    }
}
