using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Running;
using InfoShare.Contracts.Deliveries;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Arrival;

/// <summary>
/// Puts deliveries out of use: before the hand-over by not handing over, after it by a note beside the file, and before
/// the arrival by remembering the id.
/// </summary>
internal sealed class Recalls(SealedDatabase database, Folders folders, Outbox outbox, SemaphoreSlim turn, TimeProvider clock, WakeUp telling, ILogger log)
{
    public async Task TakeAsync(DeliveryRecalled recall, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await TakeAsync(recall);
        }
        finally
        {
            turn.Release();
        }

        log.LogInformation("{Id} recalled: {Reason}", FileNames.Safe(recall.DeliveryId), FileNames.Safe(recall.Reason));
        telling.Wake();
    }

    private async Task TakeAsync(DeliveryRecalled recall)
    {
        var row = database.Read(read => read.First<InboxRow>(
            "select id, state, fileName, keyId, handedOverAt from inbox where id = @DeliveryId", new { recall.DeliveryId }));

        // Too late to stop: the system has it, or is about to be found to have it. The note is written before the state
        // is, and again over itself after a crash, so it is there once.
        var visible = row is not null && (row.HandedOverAt > 0 || row.State == InboxState.Staged && !outbox.Retract(row.FileName));
        if (visible && !IsKnown(recall))
            DurableFile.WriteJson(folders.Out, FileNames.Safe(recall.DeliveryId) + ".recalled.json", recall);

        await database.WriteAsync(write => Note(write, recall, row, visible));
    }

    private bool IsKnown(DeliveryRecalled recall) => database.Read(read =>
        read.First<string>("select id from recall where id = @DeliveryId", new { recall.DeliveryId })) is not null;

    private void Note(WriteScope write, DeliveryRecalled recall, InboxRow? row, bool visible)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        write.Execute(
            "insert into recall (id, reason, at, told) values (@DeliveryId, @Reason, @at, @told) on conflict (id) do update set told = @told",
            new { recall.DeliveryId, recall.Reason, at, told = row is null ? 0 : 1 });
        if (row is null)
            return;
        write.Execute(
            "update inbox set state = 'recalled', told = '', changedAt = @at, handedOverAt = case when @visible and handedOverAt = 0 then @at else handedOverAt end where id = @Id",
            new { row.Id, at, visible });
        write.Destroy(row.KeyId);
    }
}
