using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Histories;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Histories;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Moves;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Routing.Dispatch;

/// <summary>What the store knows about some deliveries at the moment of sending, read for all of them together.</summary>
internal sealed class SendingMaterial
{
    private readonly Dictionary<(string Sender, string Id), (Envelope<object>? Envelope, long ReceivedAt)> messages;
    private readonly Dictionary<string, DecisionRow> decisions;
    private readonly ILookup<string, ConsentFact> consents;
    private readonly ILookup<string, EmergencyGrant> emergencies;
    private readonly HashSet<string> overtaken;
    private readonly HashSet<string> restricted;

    public SendingMaterial(WriteScope scope, IReadOnlyList<DeliveryRow> rows)
    {
        string[] ids = [.. rows.Select(row => row.DeliveryId)];
        string[] children = [.. rows.Select(row => row.ChildToken).OfType<string>().Distinct()];
        var (askedMessages, askedDecisions, askedConsents, askedEmergencies, askedOvertaken, askedRestricted) = (
            scope.MessagesOf(ids), scope.LatestDecisions(ids), scope.ConsentsOf(children), scope.EmergenciesOf(children),
            scope.OvertakenAmong(ids), scope.RestrictedAmong(children));
        Children = new(scope, children);
        messages = askedMessages.Rows.ToDictionary(
            message => (message.Sender, message.Id), message => (scope.BodyOf(message) is { } body ? WireReader.Read(body).Value : null, message.ReceivedAt));
        decisions = askedDecisions.Rows.ToDictionary(decision => decision.DeliveryId);
        consents = askedConsents.Rows.ToLookup(row => row.ChildToken, row => row.Fact);
        emergencies = askedEmergencies.Rows.ToLookup(row => row.ChildToken, row => row.Grant);
        overtaken = [.. askedOvertaken.Rows];
        restricted = [.. askedRestricted.Rows];
    }

    /// <summary>The message as it came; null once erased.</summary>
    public Envelope<object>? MessageOf(DeliveryRow row) => messages.GetValueOrDefault((row.Sender, row.MessageId)).Envelope;

    /// <summary>When the message was received.</summary>
    public DateTimeOffset ReceivedAt(DeliveryRow row) => Instants.FromMicroseconds(messages[(row.Sender, row.MessageId)].ReceivedAt);

    public DecisionRow DecisionOf(DeliveryRow row) => decisions[row.DeliveryId];

    public IReadOnlyList<ConsentFact> ConsentsOf(DeliveryRow row) => [.. consents[row.ChildToken!]];

    /// <summary>Emergency access to the child, of whoever has it.</summary>
    public IEnumerable<EmergencyGrant> EmergenciesOf(DeliveryRow row) => emergencies[row.ChildToken!];

    /// <summary>What is on record of the children.</summary>
    public RecordOfChildren Children { get; }

    /// <summary>Something later was said about the same.</summary>
    public bool IsOvertaken(DeliveryRow row) => overtaken.Contains(row.DeliveryId);

    /// <summary>The child's address is restricted.</summary>
    public bool IsRestricted(DeliveryRow row) => row.ChildToken is { } child && restricted.Contains(child);
}
