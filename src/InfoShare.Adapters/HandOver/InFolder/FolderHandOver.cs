using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.Running;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.HandOver.InFolder;

/// <summary>
/// Hands over as files in <c>out/</c>, each id once: staged file on disk, then noted as staged, then renamed, then
/// noted as handed over. Wherever it stops, the next run can tell which of these is done.
/// </summary>
internal sealed class FolderHandOver(
    SealedDatabase database, Outbox outbox, ArrivalFiles files, SemaphoreSlim turn, TimeProvider clock, WakeUp telling, ILogger log) : IHandOver
{
    /// <summary>Files that are flushed together: the disk takes several in the time of one.</summary>
    private const int StagedTogether = 8;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await RunOnceAsync(cancellationToken))
            telling.Wake();
    }

    /// <inheritdoc/>
    public bool Retract(InboxRow staged) => outbox.Retract(staged.FileName);

    public void Dispose()
    {
        // It holds nothing.
    }

    private async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        // A recall must not come between the staging and the renaming.
        await turn.WaitAsync(cancellationToken);
        try
        {
            await FinishAsync(DueArrivals.Staged(database));
            var due = DueArrivals.Of(database, clock.GetUtcNow());
            var prepared = due.Select(Prepare).ToList().AsParallel().AsOrdered().WithDegreeOfParallelism(StagedTogether).Select(Stage).ToList();
            await NoteAsync(prepared);
            await FinishAsync([.. prepared.Where(p => p.Next == InboxState.Staged).Select(p => p.Row with { FileName = p.File!.Name })]);
            return prepared.Any(p => p.Next is not null);
        }
        finally
        {
            turn.Release();
        }
    }

    private Prepared Prepare(InboxRow row)
    {
        try
        {
            return files.For(row) is { } file ? new(row, InboxState.Staged, file) : new(row, InboxState.Superseded, null);
        }
#pragma warning disable CA1031 // A format that fails: this key waits, the others go on.
        catch (Exception e)
        {
            return Failed(row, e);
        }
#pragma warning restore CA1031
    }

    private Prepared Stage(Prepared prepared)
    {
        try
        {
            if (prepared.File is { } file)
                outbox.Stage(file.Name, file.File);
            return prepared;
        }
#pragma warning disable CA1031 // A full disk: this key waits, the others go on.
        catch (Exception e)
        {
            return Failed(prepared.Row, e);
        }
#pragma warning restore CA1031
    }

    private Prepared Failed(InboxRow row, Exception e)
    {
        log.LogError("handing over {Id} failed: {Error}; it is tried again", FileNames.Safe(row.Id), e.GetType().Name);
        return new(row, null, null);
    }

    private async Task NoteAsync(List<Prepared> prepared)
    {
        if (prepared.Count == 0)
            return;
        var now = clock.GetUtcNow();
        await database.WriteAsync(write => prepared.ForEach(p => Note(write, p, now)));
    }

    private static void Note(WriteScope write, Prepared prepared, DateTimeOffset now)
    {
        var row = prepared.Row;
        if (prepared.Next is null)
            HandOverNotes.TryAgain(write, row, null, now);
        else if (prepared.File is not { } file)
            HandOverNotes.Superseded(write, row, now);
        else
            write.Execute(
                "update inbox set state = 'staged', fileName = @Name, changedAt = @at, dueAt = 0 where id = @Id and state = @State",
                new { row.Id, row.State, file.Name, at = now.ToUnixTimeMilliseconds() });
    }

    private async Task FinishAsync(IReadOnlyList<InboxRow> staged)
    {
        var released = staged.Where(TryRelease).ToList();
        if (released.Count == 0)
            return;
        var now = clock.GetUtcNow();
        await database.WriteAsync(write => released.ForEach(row => HandOverNotes.HandedOver(write, row, row.FileName, now)));
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

    /// <summary>An arrival, its next state, and its file; no next state where it did not work.</summary>
    private sealed record Prepared(InboxRow Row, string? Next, ArrivalFile? File);
}
