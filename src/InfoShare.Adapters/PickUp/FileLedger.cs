using System.Text;
using System.Text.Json;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.PickUp;

/// <summary>What came of each file, by a hash of its name and content, from the commit of its messages until it is moved.</summary>
internal sealed class FileLedger(SealedDatabase database, TimeProvider clock)
{
    /// <summary>What was decided for this very file by a run that stopped before it had moved the file; null otherwise.</summary>
    public FileOutcome? Unfinished(string id) =>
        database.Read(read => read.First<string>("select outcome from file where id = @id and finished = 0", new { id })) is { } json
            ? JsonSerializer.Deserialize<FileOutcome>(json, WireJson.Options)
            : null;

    public void Note(WriteScope write, string id, FileOutcome outcome) => write.Execute(
        "insert into file (id, outcome, finished, at) values (@id, @json, 0, @at) on conflict (id) do update set outcome = @json, finished = 0, at = @at",
        new { id, json = Encoding.UTF8.GetString(WireWriter.WriteData(outcome)), at = clock.GetUtcNow().ToUnixTimeMilliseconds() });

    /// <summary>The files are moved. If this is lost, one dropped again under its old name only gets its old summary.</summary>
    public Task FinishAsync(IReadOnlyList<string> ids) => database.WriteAsync(write =>
    {
        foreach (var id in ids)
            write.Execute("update file set finished = 1, outcome = '' where id = @id", new { id });
    });
}
