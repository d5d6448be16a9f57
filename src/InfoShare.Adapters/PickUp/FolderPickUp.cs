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
    private readonly SettledFiles settled = new(folders.In, clock);
    private readonly FileLedger ledger = new(database, clock);
    private readonly FinishedFiles finished = new(folders, clock);
    private bool failing;

    /// <summary>Takes every file that has not changed since the last look, in the order of their names.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var file in settled.Look())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await TakeAsync(file);
                failing = false;
            }
            catch (Exception e) when (e is StoreUnavailableException or IOException or UnauthorizedAccessException)
            {
                // Said once, not twice a second: usually the disk is full.
                if (!failing)
                    log.LogError("file {File} stays in the folder: {Error}; it is tried again", ids.FileName(file.Name), e.GetType().Name);
                failing = true;
            }
        }
    }

    private async Task TakeAsync(SettledFile file)
    {
        if (file.Length > settings.FileBytes)
        {
            var tooLarge = new FieldProblem("", $"must not be larger than {settings.FileBytes / (1024 * 1024)} MiB");
            await QuarantineAsync(file, $"{ids.FileName(file.Name)}/{file.Length}/{file.Written.Ticks}", [tooLarge]);
            return;
        }

        var content = file.Read();
        if (content is null)
            return;
        var id = $"{ids.FileName(file.Name)}/{ids.FileContent(content)}";
        if (ledger.Unfinished(id) is { } outcome)
        {
            await FinishAsync(file, id, outcome);
            return;
        }

        switch (translating.Translate(file.Name, content))
        {
            case FileTranslation.Readable readable:
                await AcceptAsync(file, id, readable.Records);
                break;
            case FileTranslation.Unreadable unreadable when clock.GetUtcNow() - file.Since >= TimeSpan.FromSeconds(settings.SettleSeconds):
                await QuarantineAsync(file, id, unreadable.Problems);
                break;
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
        settled.Forget(file.Name);
        if (outcome.Summary is { } s)
            log.LogInformation(
                "file {File}: {Records} records, {Messages} messages, {Nothing} nothing to send, {Quarantined} quarantined",
                ids.FileName(file.Name), s.Records, s.Messages, s.NothingToSend, s.Quarantined);
        else
            log.LogWarning("file {File} quarantined", ids.FileName(file.Name));
    }
}
