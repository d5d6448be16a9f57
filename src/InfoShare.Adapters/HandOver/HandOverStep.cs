using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.Running;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.HandOver;

/// <summary>
/// Hands arrivals to the agency's system, each id once: staged file on disk, then noted as staged, then renamed, then
/// noted as handed over. Wherever it stops, the next run can tell which of these is done.
/// </summary>
internal sealed class HandOverStep(
    SealedDatabase database, Outbox outbox, IDeliveryFormat format, SemaphoreSlim turn, TimeProvider clock, WakeUp telling, ILogger log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Hands over everything that is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await RunOnceAsync(cancellationToken))
            telling.Wake();
    }

    private async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        // A recall must not come between the staging and the renaming.
        await turn.WaitAsync(cancellationToken);
        try
        {
            await FinishAsync(DueArrivals.Staged(database));
            var due = DueArrivals.Received(database, clock.GetUtcNow());
            var prepared = due.Select(Prepare).ToList();
            await NoteAsync(prepared);
            await FinishAsync([.. prepared.Where(p => p.State == InboxState.Staged)]);
            return prepared.Any(p => p.State != InboxState.Received);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stages the file. The row's new state: staged; superseded; or still received, when it failed.</summary>
    private InboxRow Prepare(InboxRow row)
    {
        try
        {
            if (DueArrivals.IsSuperseded(database, row))
                return row with { State = InboxState.Superseded };
            if (database.Read(read => read.Unseal(row.KeyId, row.Body)) is not { } body)
                return row with { State = InboxState.Superseded };
            var (name, content) = FileFor(row, body);
            outbox.Stage(name, content);
            return row with { State = InboxState.Staged, FileName = name };
        }
#pragma warning disable CA1031 // A full disk or a format that fails: this key waits, the others go on.
        catch (Exception e)
        {
            log.LogError("handing over {Id} failed: {Error}; it is tried again", FileNames.Safe(row.Id), e.GetType().Name);
            return row with { Attempts = row.Attempts + 1 };
        }
#pragma warning restore CA1031
    }

    private (string Name, byte[] Content) FileFor(InboxRow row, byte[] body)
    {
        var envelope = WireReader.Read(body).Value!;
        if (row.Kind == InboxKind.Withheld)
            return (FileNames.Safe(row.Id) + ".withheld.json", DurableFile.Json(envelope.Around((SharingWithheld)envelope.Data)));
        var file = format.Write(envelope.Around((Delivery)envelope.Data));
        return (FileNames.Safe(row.Id) + file.Extension, file.Content);
    }

    private async Task NoteAsync(List<InboxRow> prepared)
    {
        if (prepared.Count == 0)
            return;
        var now = clock.GetUtcNow();
        await database.WriteAsync(write =>
        {
            foreach (var row in prepared)
                write.Execute(
                    "update inbox set state = @State, fileName = @FileName, attempts = @Attempts, changedAt = @at, dueAt = @due where id = @Id and state = 'received'",
                    new { row.Id, row.State, row.FileName, row.Attempts, at = now.ToUnixTimeMilliseconds(), due = Due(row, now) });
        });
    }

    private static long Due(InboxRow row, DateTimeOffset now) =>
        row.State == InboxState.Received ? (now + Backoff.After(row.Attempts, FirstPause, LongestPause)).ToUnixTimeMilliseconds() : 0;

    private async Task FinishAsync(IReadOnlyList<InboxRow> staged)
    {
        var released = staged.Where(TryRelease).ToList();
        if (released.Count == 0)
            return;
        await database.WriteAsync(write =>
        {
            foreach (var row in released)
                write.Execute(
                    "update inbox set state = 'handed-over', changedAt = @at, handedOverAt = @at where id = @Id and state = 'staged'",
                    new { row.Id, at = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        });
        log.LogInformation("{Count} handed over", released.Count);
    }

    private bool TryRelease(InboxRow row)
    {
        try
        {
            outbox.Release(row.FileName);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError("handing over {Id} failed: {Error}; it is tried again", FileNames.Safe(row.Id), e.GetType().Name);
            return false;
        }
    }
}
