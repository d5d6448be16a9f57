using InfoShare.Adapters.Spool;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.PickUp;

/// <summary>Takes files from <c>in/</c>. A file leaves it only when its messages are in the spool, or to quarantine with the reason.</summary>
internal sealed class FolderPickUp(
    Folders folders, FileReading reading, FileLedger ledger, AdapterIds ids, TimeProvider clock, ILogger log)
{
    private const int MostInGroup = 50;

    private readonly SettledFiles settled = new(folders.In, clock);
    private readonly FinishedFiles finished = new(folders, clock);
    private readonly UnreadableEntries unreadable = new(folders, ids, log);
    private bool failing;

    /// <summary>Takes every file that has not changed since the last look, in the order of their names.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        unreadable.Tell();
        var files = new Queue<SettledFile>(settled.Look());
        while (files.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TakeGroupAsync(NextGroup(files), cancellationToken);
        }
    }

    /// <summary>Several small files, which share a commit; or a larger one alone, because others must not come between its commits.</summary>
    private static List<SettledFile> NextGroup(Queue<SettledFile> files)
    {
        var group = new List<SettledFile> { files.Dequeue() };
        while (group[0].IsSmall && group.Count < MostInGroup && files.TryPeek(out var next) && next.IsSmall)
            group.Add(files.Dequeue());
        return group;
    }

    private async Task TakeGroupAsync(List<SettledFile> group, CancellationToken cancellationToken)
    {
        // Begun in the order of the names, which is the order in which the spool takes them.
        var decisions = group.Select(file => (File: file, Decision: reading.DecideAsync(file, finished, cancellationToken))).ToList();
        var moved = new List<string>();
        foreach (var (file, decision) in decisions)
        {
            try
            {
                if (await decision is not var (id, outcome))
                    continue;
                finished.Finish(file.Path, outcome);
                moved.Add(id);
                settled.Forget(file.Name);
                Log(file, outcome);
                failing = false;
            }
#pragma warning disable CA1031 // Whatever is wrong with one file, the others go on.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // Said once, not twice a second: usually the disk is full.
                if (!failing)
                    log.LogError("file {File} stays in the folder: {Error}; it is tried again", ids.FileName(file.Name), e.GetType().Name);
                failing = true;
            }
#pragma warning restore CA1031
        }

        finished.ForgetGiven();
        if (moved.Count > 0)
            await ledger.FinishAsync(moved);
    }

    private void Log(SettledFile file, FileOutcome outcome)
    {
        if (outcome.Summary is { } s)
            log.LogInformation(
                "file {File}: {Records} records, {Messages} messages, {Nothing} nothing to send, {Quarantined} quarantined",
                ids.FileName(file.Name), s.Records, s.Messages, s.NothingToSend, s.Quarantined);
        else
            log.LogWarning("file {File} quarantined", ids.FileName(file.Name));
    }
}
