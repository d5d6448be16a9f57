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
    private const int MostAtOnce = 1 + Receipt.MostAlsoAbout;

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
        // What became of many is one message; of one arrival first one state, then the next.
        var arrived = await TellAsync([.. untold.Where(row => row.Told.Length == 0)], _ => ReceiptOutcome.Received, row => row.ReceivedAt, cancellationToken);
        var told = await TellAsync([.. untold.Where(row => row.Told.Length > 0 || arrived.Contains(row))], Further, row => row.ChangedAt, cancellationToken);
        if (told.Count > 0)
            await database.WriteAsync(write =>
            {
                // Only if it still stands there, and was not asked for again meanwhile.
                foreach (var row in told)
                    write.Execute("update inbox set told = @State where id = @Id and state = @State and told = @Told", new { row.Id, row.State, row.Told });
            });
        return told.Count == untold.Count && told.Count == MostAtOnce;
    }

    /// <summary>Tells what became of each; returns those of which the broker has taken it, or of which there is nothing to tell.</summary>
    private async Task<HashSet<InboxRow>> TellAsync(
        IReadOnlyList<InboxRow> rows, Func<InboxRow, ReceiptOutcome?> outcomeOf, Func<InboxRow, long> at, CancellationToken cancellationToken)
    {
        var taken = await Task.WhenAll(rows.GroupBy(outcomeOf).Select(async alike =>
            alike.Key is not { } outcome || await PublishAsync([.. alike.Select(row => row.Id)], outcome, alike.Max(at), cancellationToken) ? alike.ToList() : []));
        return [.. taken.SelectMany(some => some)];
    }

    private static ReceiptOutcome? Further(InboxRow row) => row.State switch
    {
        InboxState.HandedOver => ReceiptOutcome.HandedOver,
        InboxState.Failed => ReceiptOutcome.Failed,
        InboxState.Recalled or InboxState.Superseded => ReceiptOutcome.Recalled,
        _ => null,
    };

    private async Task ReportEarlyRecallsAsync(CancellationToken cancellationToken)
    {
        var untold = database.Read(read => read.Query<(string Id, long At)>(
            $"select id, at from recall where told = 0 limit {MostAtOnce}"));
        string[] ids = [.. untold.Select(one => one.Id)];
        if (ids.Length > 0 && await PublishAsync(ids, ReceiptOutcome.Recalled, untold.Max(one => one.At), cancellationToken))
            await database.WriteAsync(write => { write.Execute("update recall set told = 1 where id in @ids", new { ids }); });
    }

    private async Task<bool> PublishAsync(string[] abouts, ReceiptOutcome outcome, long at, CancellationToken cancellationToken)
    {
        var envelope = new Envelope<Receipt>
        {
            SpecVersion = "1.0",
            Id = ids.Receipt(abouts, outcome.ToString()),
            Source = signs.Uri,
            Type = MessageTypes.Receipt.CloudEventType,
            Time = DateTimeOffset.FromUnixTimeMilliseconds(at > 0 ? at : clock.GetUtcNow().ToUnixTimeMilliseconds()),
            DataContentType = "application/json",
            DataSchema = MessageTypes.Receipt.DataSchema,
            CausationId = abouts[0],
            Data = new() { About = abouts[0], AlsoAbout = abouts[1..], Outcome = outcome },
        };
        var message = new BrokerMessage(envelope.Id, WireWriter.Write(envelope));
        return await link.PublishAsync(message, urgent: false, cancellationToken) == PublishOutcome.Confirmed;
    }
}
