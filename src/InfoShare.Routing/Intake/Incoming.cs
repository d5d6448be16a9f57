using System.Security.Cryptography;
using InfoShare.ChildIndex;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Children;
using InfoShare.Routing.Facts;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>A message that could be read, with what it says of itself before the store is asked.</summary>
/// <param name="Sender">By the broker's word.</param>
/// <param name="Subject">What it is about; null for a type that no participant may send.</param>
/// <param name="Evidence">What the child is recognised by; null without a key.</param>
internal sealed record Incoming(string Sender, Envelope<object> Envelope, ReadOnlyMemory<byte> Body, Subject? Subject, Evidence? Evidence)
{
    /// <summary>Over what the message says; a repeat may differ in sequence and epoch.</summary>
    public string ContentHash { get; } = Convert.ToHexStringLower(SHA256.HashData(
        WireWriter.Write(Envelope with { Sequence = null, Epoch = null, Order = null })));

    private Lazy<Likeness?> likeness = new((Likeness?)null);

    /// <summary>What it says of who the child is; null: nothing.</summary>
    public ToldPerson? Told { get; } = ToldPerson.Of(Subject?.Parts);

    /// <summary>The same, ready to be compared with other records; made when it is first asked for.</summary>
    public Likeness? Likeness => likeness.Value;

    public bool Urgent { get; } = Urgency.Of(Envelope.Data);

    public static Incoming Of(string sender, Envelope<object> envelope, ReadOnlyMemory<byte> body, KeyedHash children)
    {
        var subject = Subject.Of(envelope.Data);
        var evidence = envelope.PartitionKey is null ? null : EvidenceOf.Message(children, sender, envelope, subject?.Parts?.Identity);
        var incoming = new Incoming(sender, envelope, body, subject, evidence);
        incoming.likeness = new(() => Children.Likeness.Of(incoming.Told, children));
        return incoming;
    }
}
