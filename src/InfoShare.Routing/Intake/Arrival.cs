using InfoShare.ChildIndex;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Facts;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Moves;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>One message on its way into the store: who sent it by the broker's word, what it says, and the transaction it is taken in.</summary>
internal sealed record Arrival(
    WriteScope Scope, KnownBefore Before, string Sender, Envelope<object> Envelope, Subject Subject, ChildRow Child, bool Urgent, DateTimeOffset At)
{
    public string ChildToken => Child.Token;

    /// <summary>The sender's record of the child.</summary>
    public required string Record { get; init; }

    /// <summary>The organisation that speaks, as <c>scheme/code</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Routing has read it out of another message: its sender has sent no such message.</summary>
    public bool IsDetected { get; init; }

    /// <summary>It is one of several concerns of low level, by several agencies.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>Those who had lost the child, and whom this message shows it to.</summary>
    public IReadOnlyList<LostRow> SoughtBy { get; init; } = [];

    /// <summary>Total order within the key.</summary>
    public string Order => Envelope.Order!;

    /// <summary>Deliveries with one key reach each recipient in order. Tells a recipient nothing of the sender's key.</summary>
    public required string DeliveryKey { get; init; }

    /// <summary>What leaves with this transaction; null: nothing does.</summary>
    public Departures? Departures { get; init; }

    public DateOnly Day => RoutingContext.DayOf(At);

    /// <summary>The message's type without its prefix and version: <c>concern.raised</c>.</summary>
    public string TypeName => MessageTypes.Find(Envelope.Type)!.Name;

    /// <summary>A message that was taken before, as it stands now; null where it cannot be read any more.</summary>
    public static Arrival? Of(RoutingContext routing, WriteScope scope, MessageRow message, byte[] body)
    {
        if (WireReader.Read(body).Value is not { } envelope)
            return null;
        var incoming = Incoming.Of(message.Sender, envelope, body, routing.Store.Children);
        var before = new KnownBefore(scope, [incoming]);
        return incoming is { Subject: { } subject, Evidence: { } evidence } && message.ChildToken is { } token && before.Child(token) is { } child
            ? Of(routing, scope, before, incoming, subject, evidence, child) with { IsCumulative = message.Facts is { } facts && DecisionTable.Read<MessageFacts>(facts).Cumulative }
            : null;
    }

    /// <summary>An answer on its way.</summary>
    /// <param name="child">Of the delivery that it answers.</param>
    /// <param name="record">That the delivery's message was about.</param>
    public static Arrival OfAnswer(RoutingContext routing, WriteScope scope, KnownBefore before, Incoming message, ChildRow child, string record) =>
        Of(routing, scope, before, message, message.Subject!, message.Evidence! with { Record = record }, child);

    /// <summary>Another message that this one leads to, as if its sender had sent it. Takes no sequence.</summary>
    public Arrival Leading<T>(string id, T data) where T : class
    {
        var type = MessageTypes.Of<T>();
        var envelope = Envelope with { Id = id, Type = type.CloudEventType, DataSchema = type.DataSchema, Sequence = null, Epoch = null, CorrelationId = null, CausationId = Envelope.Id, Data = data };
        return this with { Envelope = envelope, Subject = Subject.Of(data)!, Urgent = Urgency.Of(data), SoughtBy = [], IsDetected = true };
    }

    /// <summary>A message on its way, about a child.</summary>
    public static Arrival Of(RoutingContext routing, WriteScope scope, KnownBefore before, Incoming message, Subject subject, Evidence evidence, ChildRow child) =>
        new(scope, before, message.Sender, message.Envelope, subject, child, message.Urgent, routing.Now)
        {
            Record = evidence.Record,
            Source = OrganisationSource.TryParse(message.Envelope.Source, out var source) ? source.Id : "",
            DeliveryKey = KeyOf(routing, message.Sender, message.Envelope),
        };

    /// <summary>The deliveries' key for a message's.</summary>
    public static string KeyOf(RoutingContext routing, string sender, Envelope<object> envelope) => routing.Store.Ids.Of("key", sender, envelope.PartitionKey!);
}
