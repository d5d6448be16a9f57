using InfoShare.Adapters.Arrival;
using InfoShare.Adapters.HandOver.InFolder;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Retention;

/// <summary>Deletes what has been kept for long enough. Never what waits: pending files, messages without a receipt, arrivals not handed over.</summary>
internal sealed class RetentionStep(AdapterSettings settings, Folders folders, Outbox outbox, SealedDatabase database, TimeProvider clock, ILogger log)
{
    private const int MostAtOnce = 1000;

    public async Task RunAsync()
    {
        var days = settings.Retention;
        var files = DeleteFiles(folders.Done, days.Done) + DeleteFiles(folders.Quarantine, days.Quarantine);
        var handedOver = await EraseHandedOverAsync(Before(days.Out));
        var messages = await DeleteMessagesAsync(Before(days.Spool));
        if (files + handedOver + messages > 0)
            log.LogInformation("retention: {Files} files, {HandedOver} handed over, {Messages} messages deleted", files, handedOver, messages);
    }

    private DateTimeOffset Before(int days) => clock.GetUtcNow() - TimeSpan.FromDays(days);

    private int DeleteFiles(string folder, int days)
    {
        var old = new DirectoryInfo(folder).EnumerateFiles().Where(f => f.LastWriteTimeUtc < Before(days).UtcDateTime).ToList();
        old.ForEach(file => file.Delete());
        return old.Count;
    }

    /// <summary>The file, where the agency's system left it, and the body. The id stays, so that a repeat has no second effect.</summary>
    private async Task<int> EraseHandedOverAsync(DateTimeOffset before)
    {
        var old = database.Read(read => read.Query<InboxRow>(
            "select id, state, keyId, fileName from inbox where state in ('handed-over', 'recalled', 'superseded') and changedAt < @before and length(body) > 0 limit @most",
            new { before = before.ToUnixTimeMilliseconds(), most = MostAtOnce }));
        foreach (var row in old)
        {
            if (row.FileName.Length > 0)
                outbox.Erase(row.FileName);
        }

        await database.WriteAsync(write =>
        {
            foreach (var row in old)
            {
                write.Execute("update inbox set body = x'' where id = @Id", new { row.Id });
                write.Destroy(row.KeyId);
            }
        });
        return old.Count;
    }

    private Task<int> DeleteMessagesAsync(DateTimeOffset before) => database.WriteAsync(write =>
    {
        var at = before.ToUnixTimeMilliseconds();
        var old = write.Query<(string Id, long KeyId)>(
            "select id, keyId from outgoing where state <> 'waiting' and receiptedAt < @at limit @most", new { at, most = MostAtOnce });
        foreach (var (id, keyId) in old)
        {
            write.Execute("delete from outgoing where id = @id", new { id });
            write.Destroy(keyId);
        }

        write.Execute("delete from file where finished = 1 and at < @at", new { at });
        return old.Count;
    });
}
