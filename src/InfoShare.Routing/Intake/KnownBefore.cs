using InfoShare.ChildIndex.Deciding;
using InfoShare.Policy;
using InfoShare.Routing.Children;
using InfoShare.Storage.Children;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Messages;
using InfoShare.Storage.Moves;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>
/// What the store knows before some messages are taken, read for all of them together. It holds for one message after the
/// other as long as none has to do with the same child, key or subject as one before it: <see cref="TryBegin"/> tells.
/// </summary>
internal sealed class KnownBefore
{
    private readonly Dictionary<(string Sender, string Id), MessageRow> messages;
    private readonly Dictionary<(string Sender, string Key), SequenceRow> sequences;
    private readonly Dictionary<(string Sender, string About), AboutRow> abouts;
    private readonly Dictionary<string, RecordRow> records;
    private readonly ILookup<(string Kind, string Value), KeyHolderRow> holders;
    private readonly Dictionary<string, ChildRow> children;
    private readonly ILookup<string, ConsentFact> consents;
    private readonly ILookup<string, EmergencyGrant> emergencies;
    private readonly HashSet<string> restricted;
    private readonly ILookup<string, MoveSignalRow> moveSignals;
    private readonly ILookup<string, LostRow> lost;
    private readonly HashSet<(string Record, string Digest)> addresses;
    private readonly HashSet<(string, string, string)> begun = [];
    private readonly Newcomers newcomers;

    public KnownBefore(ReadScope scope, IReadOnlyList<Incoming> messages)
    {
        string[] Each(Func<Incoming, string?> of) => [.. messages.Select(of).OfType<string>().Distinct()];
        var keys = messages.Select(m => m.Evidence).OfType<ChildIndex.Evidence>().SelectMany(EvidenceOf.NumbersOf).Distinct().ToList();
        var (askedMessages, askedSequences, askedAbouts, askedRecords, askedHolders) = (
            scope.FindMessages(Each(m => m.Envelope.Id)),
            scope.SequencesOf(Each(m => m.Envelope.PartitionKey)),
            scope.AboutsOf(Each(m => m.Subject?.About)),
            scope.RecordsAmong(Each(m => m.Evidence?.Record)),
            scope.HoldersOf([.. keys.Select(key => key.Kind).Distinct()], [.. keys.Select(key => key.Value)]));
        this.messages = askedMessages.Rows.ToDictionary(row => (row.Sender, row.Id));
        sequences = askedSequences.Rows.ToDictionary(row => (row.Sender, row.PartitionKey));
        abouts = askedAbouts.Rows.ToDictionary(row => (row.Sender, row.About));
        records = askedRecords.Rows.ToDictionary(row => row.Record);
        holders = askedHolders.Rows.ToLookup(row => (row.Kind, row.Value));

        newcomers = new(scope, [.. messages.Where(m => m.Evidence is { } evidence && !records.ContainsKey(evidence.Record))]);

        string[] tokens = [.. records.Values.Select(record => record.ChildToken).Concat(askedHolders.Rows.Select(row => row.Token)).Concat(newcomers.ChildrenAlike).Distinct()];
        var (askedChildren, askedConsents, askedEmergencies, askedRestricted, askedAddresses, askedSignals, askedLost) = (
            scope.ChildrenAmong(tokens), scope.ConsentsOf(tokens), scope.EmergenciesOf(tokens), scope.RestrictedAmong(tokens), scope.AddressesAmong(tokens),
            scope.MoveSignalsOf(tokens), scope.LostAmong(tokens));
        children = askedChildren.Rows.ToDictionary(row => row.Token);
        consents = askedConsents.Rows.ToLookup(row => row.ChildToken, row => row.Fact);
        emergencies = askedEmergencies.Rows.ToLookup(row => row.ChildToken, row => row.Grant);
        restricted = [.. askedRestricted.Rows];
        moveSignals = askedSignals.Rows.ToLookup(row => row.ChildToken);
        lost = askedLost.Rows.ToLookup(row => row.ChildToken);
        addresses = [.. askedAddresses.Rows.Select(row => (row.Record, row.Digest))];
    }

    public MessageRow? FindMessage(string sender, string id) => messages.GetValueOrDefault((sender, id));

    /// <summary>The epoch and the last sequence that took effect for this key; null when the key is new.</summary>
    public SequenceRow? SequenceOf(string sender, string partitionKey) => sequences.GetValueOrDefault((sender, partitionKey));

    /// <summary>The latest of what was said about a concern or move.</summary>
    public AboutRow? AboutOf(string sender, string about) => abouts.GetValueOrDefault((sender, about));

    /// <summary>The sender's record of a child; null when it is new.</summary>
    public RecordRow? RecordOf(string record) => records.GetValueOrDefault(record);

    /// <summary>The child with this token.</summary>
    public ChildRow? Child(string token) => children.GetValueOrDefault(token);

    /// <summary>The records with this number, each with its child.</summary>
    public IEnumerable<(string Record, ChildRow Child)> HoldersOf(string kind, string value) => holders[(kind, value)].Select(holder => (holder.Record, children[holder.Token]));

    /// <summary>Whom a record that is new is of, by its details; null where it is not new, or says too little.</summary>
    public LookupOutcome? LookedUp(Incoming message) => newcomers.LookedUp(message.Evidence!.Record);

    /// <summary>All agreements about a child, in force or not; the policy asks which stand.</summary>
    public IReadOnlyList<ConsentFact> ConsentsOf(string childToken) => [.. consents[childToken]];

    /// <summary>Emergency access to a child, of whoever has it; the policy asks which stands.</summary>
    public IEnumerable<EmergencyGrant> EmergenciesOf(string childToken) => emergencies[childToken];

    /// <summary>What told of moves of a child.</summary>
    public IEnumerable<MoveSignalRow> MoveSignalsOf(string childToken) => moveSignals[childToken];

    /// <summary>That a child is lost, by whoever has said so, and nobody has seen it since.</summary>
    public IEnumerable<LostRow> LostOf(string childToken) => lost[childToken];

    /// <summary>Somebody has restricted the child's address.</summary>
    public bool IsRestricted(string childToken) => restricted.Contains(childToken);

    /// <summary>An address with this digest is kept, as told by this record.</summary>
    public bool HasAddress(string record, string digest) => addresses.Contains((record, digest));

    /// <summary>False where a message before this one may change what is known about it; then it waits, and those that have to do with it wait, too.</summary>
    public bool TryBegin(Incoming message)
    {
        var touched = Touched(message).ToList();
        var untouched = !touched.Exists(begun.Contains) & newcomers.TryBegin(message.Evidence?.Record);
        begun.UnionWith(touched);
        return untouched;
    }

    private IEnumerable<(string, string, string)> Touched(Incoming message)
    {
        yield return ("message", message.Sender, message.Envelope.Id);
        if (message.Subject is { } subject)
            yield return ("about", message.Sender, subject.About);
        if (message.Evidence is not { } evidence)
            yield break;
        yield return ("record", evidence.Record, "");
        if (RecordOf(evidence.Record) is { } record)
            yield return ("child", record.ChildToken, "");
        if (newcomers.LookedUp(evidence.Record) is { Child: { } alike })
            yield return ("child", alike, "");
        foreach (var (kind, value) in EvidenceOf.NumbersOf(evidence))
        {
            yield return ("key", kind, value);
            foreach (var (_, child) in HoldersOf(kind, value))
                yield return ("child", child.Token, "");
        }
    }
}
