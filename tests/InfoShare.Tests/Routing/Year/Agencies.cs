using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing.Year;

/// <summary>The adapters of all agencies: they send what they are given, read what comes, and say that they have it.</summary>
internal sealed class Agencies(RoutingFixture routing)
{
    private readonly Dictionary<string, int> read = [];
    private readonly Dictionary<string, int> sequences = [];

    /// <summary>Participants that are away.</summary>
    public HashSet<string> Away { get; } = [];

    public int Sent { get; private set; }

    /// <summary>Sends the next message of a key.</summary>
    public Task SendAsync(string participant, object data, string key, string organisation)
    {
        Sent++;
        return routing.Service.HandleAsync(participant, new BrokerMessage("test", WireWriter.Write(Envelope(participant, data, key, organisation))), TestContext.Current.CancellationToken);
    }

    /// <summary>Whoever is not away reads on.</summary>
    public async Task ReadOnAsync()
    {
        await routing.StopReadingAsync();
        routing.StartReading(routing.Directory.Participants.Select(participant => participant.Id).Except(Away));
    }

    /// <summary>Whatever is due leaves, and who reads it has it.</summary>
    public async Task SettleAsync()
    {
        List<(string Participant, string Id)> fresh;
        do
        {
            await routing.DrainAsync(report: false);
            fresh = [.. routing.Read.Keys.SelectMany(Fresh)];
            foreach (var outcome in new[] { ReceiptOutcome.Received, ReceiptOutcome.HandedOver })
                await Task.WhenAll(fresh.Select(one => routing.ReportAsync(one.Participant, one.Id, outcome)));
        }
        while (fresh.Count > 0);
    }

    private IEnumerable<(string Participant, string Id)> Fresh(string participant)
    {
        var messages = routing.Read[participant];
        for (var i = read.GetValueOrDefault(participant); i < messages.Count; i++)
        {
            Assert.False(messages[i].Data is Receipt { Outcome: ReceiptOutcome.Refused } refused, messages[i].Id);
            if (messages[i].Data is Delivery or SharingWithheld)
                yield return (participant, messages[i].Id);
        }

        read[participant] = messages.Count;
    }

    private Envelope<object> Envelope(string participant, object data, string key, string organisation)
    {
        var n = sequences[key] = sequences.GetValueOrDefault(key) + 1;
        var code = organisation.Split('/');
        return From(data, n, key, new OrganisationSource(code[0], code[1]).Uri, $"{participant}-{key}-{n}") with { Time = routing.Clock.GetUtcNow() };
    }
}
