using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.HandOver.InFolder;
using InfoShare.Adapters.Running;
using InfoShare.Vault;

namespace InfoShare.Adapters.HandOver.Pull;

/// <summary>The agency's system fetches what waits, and says so: then it is handed over.</summary>
internal sealed class PullHandOver(SealedDatabase database, ArrivalFiles files, BegunInFolder begun, SemaphoreSlim turn, TimeProvider clock, WakeUp telling) : IHandOver
{
    /// <summary>Nothing happens by itself, but for what files had begun.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => begun.TakeOverAsync();

    /// <summary>Only files are staged, and <see cref="BegunInFolder"/> sees to those.</summary>
    public bool Retract(InboxRow staged) => false;

    public void Dispose()
    {
        // It holds nothing.
    }

    /// <summary>What may be fetched now: everything urgent, and of each child the first of what is not. In the order of arrival.</summary>
    /// <param name="after">Only what arrived after this one; 0: from the first.</param>
    /// <param name="most">So many at the most.</param>
    public IReadOnlyList<InboxRow> List(long after, int most) => DueArrivals.After(database, after, most);

    /// <summary>One file; from then on it counts as seen. Null when it is not known, or not to be used any more.</summary>
    public async Task<ArrivalFile?> FetchAsync(string id, CancellationToken cancellationToken)
    {
        // A recall must come before or after: it must know whether this was seen.
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (DueArrivals.With(database, id) is not { State: InboxState.Received or InboxState.Offered or InboxState.Failed or InboxState.HandedOver } row)
                return null;
            var file = files.For(row);
            if (row.State != InboxState.HandedOver)
                await NoteAsync(row, seen: file is not null);
            return file;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The system has it. False when it was never fetched, or is not known. Can be repeated.</summary>
    public async Task<bool> AcknowledgeAsync(string id)
    {
        if (DueArrivals.With(database, id) is not { } row)
            return false;
        if (row.State == InboxState.Offered)
        {
            await database.WriteAsync(write => HandOverNotes.HandedOver(write, row, row.FileName, clock.GetUtcNow()));
            telling.Wake();
        }

        return row.State == InboxState.Offered || row.HandedOverAt > 0;
    }

    private async Task NoteAsync(InboxRow row, bool seen)
    {
        await database.WriteAsync(write =>
        {
            if (seen)
                HandOverNotes.Offered(write, row, clock.GetUtcNow());
            else
                HandOverNotes.Superseded(write, row, clock.GetUtcNow());
        });
        telling.Wake();
    }
}
