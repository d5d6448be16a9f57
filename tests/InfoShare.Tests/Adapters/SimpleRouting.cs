using System.Collections.Concurrent;
using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Adapters;

/// <summary>Routing as adapters see it: takes each id once, keeps the sequence of each key, and answers with receipts.</summary>
internal sealed class SimpleRouting
{
    private readonly ConcurrentDictionary<string, (int Epoch, int Highest)> keys = new();
    private readonly Lock gate = new();

    /// <summary>What took effect, in the order in which it did.</summary>
    public List<Envelope<object>> Effects { get; } = [];

    /// <summary>Receipts from the adapter, by delivery id and outcome.</summary>
    public ConcurrentDictionary<(string, ReceiptOutcome), int> Reports { get; } = new();

    /// <summary>The receipt for a message; null for what needs none.</summary>
    public Receipt? Take(BrokerMessage message)
    {
        var envelope = WireReader.Read(message.Body.Span).Value!;
        if (envelope.Data is Receipt report)
        {
            Reports.AddOrUpdate((report.About, report.Outcome), 1, (_, n) => n + 1);
            return null;
        }

        lock (gate)
            return Take(envelope);
    }

    public static BrokerMessage Message(Receipt receipt) => new("r-" + receipt.About, WireWriter.Write(new Envelope<Receipt>
    {
        SpecVersion = "1.0",
        Id = "r-" + receipt.About,
        Source = OrganisationSource.OfKind(AgencyKind.SocialCare),
        Type = MessageTypes.Receipt.CloudEventType,
        Time = Canonical.Time,
        Data = receipt,
    }));

    private readonly HashSet<string> known = [];

    private Receipt Take(Envelope<object> envelope)
    {
        var (epoch, highest) = keys.GetValueOrDefault(envelope.PartitionKey!, (1, 0));
        Receipt Answer(ReceiptOutcome outcome, params string[] codes) => new()
        {
            About = envelope.Id,
            Outcome = outcome,
            Incarnation = "store-1",
            Epoch = envelope.Sequence is null ? null : epoch,
            HighestSequence = envelope.Sequence is null ? null : highest,
            Reasons = [.. codes.Select(c => new ReceiptReason { Code = c })],
        };

        if (known.Contains(envelope.Id))
            return Answer(ReceiptOutcome.Duplicate);
        if (envelope.Sequence is { } sequence)
        {
            if (envelope.Epoch > epoch)
                (epoch, highest) = (envelope.Epoch.Value, 0);
            if (envelope.Epoch < epoch || sequence <= highest)
                return Answer(ReceiptOutcome.Refused, "sequence-used");
            if (sequence > highest + 1)
                return Answer(ReceiptOutcome.Refused, "sequence-gap");
            highest = sequence;
            keys[envelope.PartitionKey!] = (epoch, highest);
        }

        known.Add(envelope.Id);
        Effects.Add(envelope);
        return Answer(ReceiptOutcome.Accepted);
    }
}
