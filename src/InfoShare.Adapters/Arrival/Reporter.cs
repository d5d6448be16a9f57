using InfoShare.Adapters.Spool;
using InfoShare.Broker;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.Arrival;

/// <summary>Tells routing where arrivals stand. A state counts as told once the broker confirmed it, so a crash repeats rather than forgets.</summary>
internal sealed class Reporter(SealedDatabase database, IParticipantLink link, AdapterIds ids, OrganisationSource signs, TimeProvider clock)
{
    private const int MostAtOnce = 100;

    /// <summary>Tells what has not been told. Stops when the broker has not taken everything.</summary>
    public async Task ReportDueAsync(CancellationToken cancellationToken)
    {
        while (await ReportArrivalsAsync(cancellationToken))
        {
        }

        await ReportEarlyRecallsAsync(cancellationToken);
    }

    private async Task<bool> ReportArrivalsAsync(CancellationToken cancellationToken)
    {
        var untold = database.Read(read => read.Query<InboxRow>(
            $"select id, state, told, receivedAt, changedAt from inbox where told <> state order by arrived limit {MostAtOnce}"));
        // Together, so that they wait for the broker's confirms together; of one arrival first one state, then the next.
        var taken = await Task.WhenAll(untold.Select(row => TellAsync(row, cancellationToken)));
        var told = untold.Where((_, i) => taken[i]).ToList();
        if (told.Count > 0)
            await database.WriteAsync(write =>
            {
                // Only if it still stands there, and was not asked for again meanwhile.
                foreach (var row in told)
                    write.Execute("update inbox set told = @State where id = @Id and state = @State and told = @Told", new { row.Id, row.State, row.Told });
            });
        return told.Count == untold.Count && told.Count == MostAtOnce;
    }

    private async Task<bool> TellAsync(InboxRow row, CancellationToken cancellationToken)
    {
        if (row.Told.Length == 0 && !await PublishAsync(row.Id, ReceiptOutcome.Received, row.ReceivedAt, cancellationToken))
            return false;
        return row.State switch
        {
            InboxState.HandedOver => await PublishAsync(row.Id, ReceiptOutcome.HandedOver, row.ChangedAt, cancellationToken),
            InboxState.Failed => await PublishAsync(row.Id, ReceiptOutcome.Failed, row.ChangedAt, cancellationToken),
            InboxState.Recalled or InboxState.Superseded => await PublishAsync(row.Id, ReceiptOutcome.Recalled, row.ChangedAt, cancellationToken),
            _ => true,
        };
    }

    private async Task ReportEarlyRecallsAsync(CancellationToken cancellationToken)
    {
        var untold = database.Read(read => read.Query<(string Id, long At)>(
            $"select id, at from recall where told = 0 limit {MostAtOnce}"));
        foreach (var (id, at) in untold)
        {
            if (!await PublishAsync(id, ReceiptOutcome.Recalled, at, cancellationToken))
                return;
            await database.WriteAsync(write => { write.Execute("update recall set told = 1 where id = @id", new { id }); });
        }
    }

    private async Task<bool> PublishAsync(string about, ReceiptOutcome outcome, long at, CancellationToken cancellationToken)
    {
        var envelope = new Envelope<Receipt>
        {
            SpecVersion = "1.0",
            Id = ids.Receipt(about, outcome.ToString()),
            Source = signs.Uri,
            Type = MessageTypes.Receipt.CloudEventType,
            Time = DateTimeOffset.FromUnixTimeMilliseconds(at > 0 ? at : clock.GetUtcNow().ToUnixTimeMilliseconds()),
            DataContentType = "application/json",
            DataSchema = MessageTypes.Receipt.DataSchema,
            CausationId = about,
            Data = new() { About = about, Outcome = outcome },
        };
        var message = new BrokerMessage(envelope.Id, WireWriter.Write(envelope));
        return await link.PublishAsync(message, urgent: false, cancellationToken) == PublishOutcome.Confirmed;
    }
}
