using InfoShare.Adapters.Spool;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.PickUp;

/// <summary>Reads one file and decides what becomes of it. The decision is on disk, with the messages, before the file is moved.</summary>
internal sealed class FileReading(
    AdapterSettings settings, Translating translating, MessageSpool spool, FileLedger ledger, AdapterIds ids, SealedDatabase database, TimeProvider clock)
{
    /// <summary>The file's id and what becomes of it; null when it must be looked at again, because it may still be written.</summary>
    public async Task<(string Id, FileOutcome Outcome)?> DecideAsync(SettledFile file, FinishedFiles finished)
    {
        if (file.Length > settings.FileBytes)
        {
            var tooLarge = new FieldProblem("", $"must not be larger than {settings.FileBytes / (1024 * 1024)} MiB");
            return await QuarantineAsync(file, $"{ids.FileName(file.Name)}/{file.Length}/{file.Written.Ticks}", [tooLarge], finished);
        }

        if (file.Read() is not { } content)
            return null;
        var id = $"{ids.FileName(file.Name)}/{ids.FileContent(content)}";
        if (ledger.Unfinished(id) is { } outcome)
            return (id, outcome);
        return translating.Translate(file.Name, content) switch
        {
            FileTranslation.Readable readable => await AcceptAsync(file, id, readable.Records, finished),
            FileTranslation.Unreadable unreadable when HasSettled(file) => await QuarantineAsync(file, id, unreadable.Problems, finished),
            _ => null,
        };
    }

    private bool HasSettled(SettledFile file) => clock.GetUtcNow() - file.Since >= TimeSpan.FromSeconds(settings.SettleSeconds);

    private async Task<(string, FileOutcome)> AcceptAsync(SettledFile file, string id, IReadOnlyList<RecordTranslation> records, FinishedFiles finished)
    {
        FileOutcome? outcome = null;
        var suffix = finished.FreeSuffix(file.Name);
        await spool.AcceptAsync(records, allOrNothing: false, (write, taken) => ledger.Note(write, id, outcome = Outcomes.OfFile(suffix, taken)));
        return (id, outcome!);
    }

    private async Task<(string, FileOutcome)> QuarantineAsync(SettledFile file, string id, IReadOnlyList<FieldProblem> problems, FinishedFiles finished)
    {
        var outcome = ledger.Unfinished(id) ?? Outcomes.Unreadable(finished.FreeSuffix(file.Name), problems);
        await database.WriteAsync(write => ledger.Note(write, id, outcome));
        return (id, outcome);
    }
}
