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
    /// <summary>Files that are flushed together: the disk takes several in the time of one.</summary>
    private const int StagedTogether = 8;

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
            var prepared = due.Select(Prepare).ToList().AsParallel().AsOrdered().WithDegreeOfParallelism(StagedTogether).Select(Stage).ToList();
            await NoteAsync(prepared);
            await FinishAsync([.. prepared.Where(p => p.State == InboxState.Staged)]);
            return prepared.Any(p => p.State != InboxState.Received);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes the file's content. The row's new state: to be staged; superseded; or still received, when it failed.</summary>
    private (InboxRow Row, OutputFile? File) Prepare(InboxRow row)
    {
        try
        {
            if (DueArrivals.IsSuperseded(database, row) || database.Read(read => read.Unseal(row.KeyId, row.Body)) is not { } body)
                return (row with { State = InboxState.Superseded }, null);
            var file = FileFor(row, body);
            return (row with { State = InboxState.Staged, FileName = FileNames.Safe(row.Id) + file.Extension }, file);
        }
#pragma warning disable CA1031 // A format that fails: this key waits, the others go on.
        catch (Exception e)
        {
            return (Failed(row, e), null);
        }
#pragma warning restore CA1031
    }

    private InboxRow Stage((InboxRow Row, OutputFile? File) prepared)
    {
        var (row, file) = prepared;
        try
        {
            if (file is not null)
                outbox.Stage(row.FileName, file);
            return row;
        }
#pragma warning disable CA1031 // A full disk: this key waits, the others go on.
        catch (Exception e)
        {
            return Failed(row with { State = InboxState.Received, FileName = "" }, e);
        }
#pragma warning restore CA1031
    }

    private InboxRow Failed(InboxRow row, Exception e)
    {
        log.LogError("handing over {Id} failed: {Error}; it is tried again", FileNames.Safe(row.Id), e.GetType().Name);
        return row with { Attempts = row.Attempts + 1 };
    }

    private OutputFile FileFor(InboxRow row, byte[] body)
    {
        var envelope = WireReader.Read(body).Value!;
        return row.Kind == InboxKind.Withheld
            ? new(".withheld.json", DurableFile.Json(envelope.Around((SharingWithheld)envelope.Data)))
            : format.Write(envelope.Around((Delivery)envelope.Data));
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
