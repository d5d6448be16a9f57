using InfoShare.Adapters.Spool;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.PickUp;

/// <summary>Reads one file and decides what becomes of it. The decision is on disk, with the messages, before the file is moved.</summary>
internal sealed class FileReading(
    AdapterSettings settings, Folders folders, Translating translating, MessageSpool spool, FileLedger ledger, ReadingProgress progress,
    AdapterIds ids, SealedDatabase database, TimeProvider clock)
{
    /// <summary>Records of a large file that share a commit.</summary>
    private const int RecordsTogether = 500;

    private const int MiB = 1024 * 1024;

    /// <summary>The file's id and what becomes of it; null when it must be looked at again, because it may still be written.</summary>
    public async Task<(string Id, FileOutcome Outcome)?> DecideAsync(SettledFile file, FinishedFiles finished, CancellationToken cancellationToken)
    {
        if (TooLarge(file) is { } tooLarge)
            return await QuarantineAsync(file, $"{ids.FileName(file.Name)}/{file.Length}/{file.Written.Ticks}", [tooLarge], finished);

        using var content = FileContent.Read(file, settings.FileBytes, folders.Reading);
        if (content is null)
            return null;
        var id = $"{ids.FileName(file.Name)}/{ids.FileContent(content.Bytes.Span)}";
        var noted = ledger.Unfinished(id);
        if (noted is { More: false })
            return (id, noted);
        var begun = noted ?? Outcomes.Begin(0, clock.GetUtcNow());
        return translating.Translate(file.Name, content.Bytes, begun.At) switch
        {
            FileTranslation.Readable readable => await AcceptAsync(file, id, begun, readable.Records, finished, cancellationToken),
            FileTranslation.Unreadable unreadable when HasSettled(file) => await QuarantineAsync(file, id, unreadable.Problems, finished),
            _ => null,
        };
    }

    private FieldProblem? TooLarge(SettledFile file)
    {
        if (file.Length <= settings.FileBytes)
            return null;
        var most = translating.For(file.Name, FileContent.Start(file)) is { Streams: true } ? settings.LargeFileBytes : settings.FileBytes;
        return file.Length <= most ? null : new("", $"must not be larger than {Words(most)}");
    }

    private static string Words(int bytes) => bytes >= MiB ? $"{bytes / MiB} MiB" : $"{bytes / 1024} KiB";

    private bool HasSettled(SettledFile file) => clock.GetUtcNow() - file.Since >= TimeSpan.FromSeconds(settings.SettleSeconds);

    /// <summary>Goes on after the last record that is in the spool. Each commit holds some records and how far the file has come.</summary>
    private async Task<(string, FileOutcome)> AcceptAsync(
        SettledFile file, string id, FileOutcome outcome, IEnumerable<RecordTranslation> records, FinishedFiles finished, CancellationToken cancellationToken)
    {
        if (outcome.Suffix == 0)
            outcome = outcome with { Suffix = finished.FreeSuffix(file.Name) };
        using var reading = file.IsSmall ? null : progress.Begin(ids.FileName(file.Name), file.Length);
        var together = file.IsSmall ? int.MaxValue : RecordsTogether;
        foreach (var batch in Batches(records.Skip(outcome.Summary!.Records), together))
        {
            cancellationToken.ThrowIfCancellationRequested();
            finished.WriteReasons(file.Name, outcome);
            var (before, more) = (outcome, batch.Count == together);
            await spool.AcceptAsync(batch, allOrNothing: false, (write, taken) => ledger.Note(write, id, outcome = Outcomes.Add(before, taken, more)));
            reading?.Note(outcome.Summary!.Records);
        }

        return (id, outcome);
    }

    /// <summary>Full ones, and a last one that is not, perhaps empty.</summary>
    private static IEnumerable<IReadOnlyList<RecordTranslation>> Batches(IEnumerable<RecordTranslation> records, int size)
    {
        using var each = records.GetEnumerator();
        List<RecordTranslation> batch;
        do
        {
            batch = [];
            while (batch.Count < size && each.MoveNext())
                batch.Add(each.Current);
            yield return batch;
        }
        while (batch.Count == size);
    }

    private async Task<(string, FileOutcome)> QuarantineAsync(SettledFile file, string id, IReadOnlyList<FieldProblem> problems, FinishedFiles finished)
    {
        var outcome = ledger.Unfinished(id) is { More: false } noted ? noted : Outcomes.Unreadable(finished.FreeSuffix(file.Name), problems);
        await database.WriteAsync(write => ledger.Note(write, id, outcome));
        return (id, outcome);
    }
}
