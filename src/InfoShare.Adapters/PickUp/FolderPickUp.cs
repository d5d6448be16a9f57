using InfoShare.Adapters.Spool;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.PickUp;

/// <summary>Takes files from <c>in/</c>. A file leaves it only when its messages are in the spool, or to quarantine with the reason.</summary>
internal sealed class FolderPickUp(
    AdapterSettings settings, Folders folders, Translating translating, MessageSpool spool, AdapterIds ids,
    SealedDatabase database, TimeProvider clock, ILogger log)
{
    private const int MostInGroup = 32;
    private const int MostBytesInGroup = 1024 * 1024;

    private readonly SettledFiles settled = new(folders.In, clock);
    private readonly FileLedger ledger = new(database, clock);
    private readonly FinishedFiles finished = new(folders, clock);
    private volatile bool failing;

    /// <summary>Takes every file that has not changed since the last look, in the order of their names.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var group in Groups(settled.Look()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            finished.ForgetPromises();
            // Begun in order, and so written in order; together, because then they share their commits.
            var taken = await Task.WhenAll(group.Select(TryTakeAsync).ToList());
            foreach (var (file, _) in group.Zip(taken).Where(pair => pair.Second))
                settled.Forget(file.Name);
        }
    }

    /// <summary>Small files together, a large one by itself: what is being read must fit into memory.</summary>
    private static IEnumerable<List<SettledFile>> Groups(IReadOnlyList<SettledFile> files)
    {
        var group = new List<SettledFile>();
        foreach (var file in files)
        {
            if (group.Count == MostInGroup || group.Count > 0 && group.Sum(f => f.Length) + file.Length > MostBytesInGroup)
            {
                yield return group;
                group = [];
            }

            group.Add(file);
        }

        if (group.Count > 0)
            yield return group;
    }

    /// <summary>True: the file has left the folder.</summary>
    private async Task<bool> TryTakeAsync(SettledFile file)
    {
        try
        {
            var gone = await TakeAsync(file);
            failing = false;
            return gone;
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            // Said once, not twice a second: usually the disk is full.
            if (!failing)
                log.LogError("file {File} stays in the folder: {Error}; it is tried again", ids.FileName(file.Name), e.GetType().Name);
            failing = true;
            return false;
        }
    }

    private async Task<bool> TakeAsync(SettledFile file)
    {
        if (file.Length > settings.FileBytes)
        {
            var tooLarge = new FieldProblem("", $"must not be larger than {settings.FileBytes / (1024 * 1024)} MiB");
            await QuarantineAsync(file, $"{ids.FileName(file.Name)}/{file.Length}/{file.Written.Ticks}", [tooLarge]);
            return true;
        }

        var content = file.Read();
        if (content is null)
            return false;
        var id = $"{ids.FileName(file.Name)}/{ids.FileContent(content)}";
        if (ledger.Unfinished(id) is { } outcome)
        {
            finished.Promise(file.Name, outcome.Suffix);
            await FinishAsync(file, id, outcome);
            return true;
        }

        switch (translating.Translate(file.Name, content))
        {
            case FileTranslation.Readable readable:
                await AcceptAsync(file, id, readable.Records);
                return true;
            case FileTranslation.Unreadable unreadable when clock.GetUtcNow() - file.Since >= TimeSpan.FromSeconds(settings.SettleSeconds):
                await QuarantineAsync(file, id, unreadable.Problems);
                return true;
            default:
                return false;
        }
    }

    private async Task AcceptAsync(SettledFile file, string id, IReadOnlyList<RecordTranslation> records)
    {
        FileOutcome? outcome = null;
        var suffix = finished.FreeSuffix(file.Name);
        await spool.AcceptAsync(records, allOrNothing: false, (write, taken) => ledger.Note(write, id, outcome = Outcomes.OfFile(suffix, taken)));
        await FinishAsync(file, id, outcome!);
    }

    private async Task QuarantineAsync(SettledFile file, string id, IReadOnlyList<FieldProblem> problems)
    {
        var outcome = ledger.Unfinished(id) ?? Outcomes.Unreadable(finished.FreeSuffix(file.Name), problems);
        await database.WriteAsync(write => ledger.Note(write, id, outcome));
        await FinishAsync(file, id, outcome);
    }

    private async Task FinishAsync(SettledFile file, string id, FileOutcome outcome)
    {
        finished.Finish(file.Path, outcome);
        await ledger.FinishAsync(id);
        if (outcome.Summary is { } s)
            log.LogInformation(
                "file {File}: {Records} records, {Messages} messages, {Nothing} nothing to send, {Quarantined} quarantined",
                ids.FileName(file.Name), s.Records, s.Messages, s.NothingToSend, s.Quarantined);
        else
            log.LogWarning("file {File} quarantined", ids.FileName(file.Name));
    }
}
