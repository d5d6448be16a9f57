using InfoShare.Adapters.HandOver;
using InfoShare.Adapters.Running;
using InfoShare.Contracts.Deliveries;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Arrival;

/// <summary>
/// Puts deliveries out of use: before the hand-over by not handing over, after it by a notice to the system, and before
/// the arrival by remembering the id.
/// </summary>
internal sealed class Recalls(SealedDatabase database, IHandOver handOver, SemaphoreSlim turn, TimeProvider clock, WakeUp handingOver, WakeUp telling, ILogger log)
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
        handingOver.Wake();
        telling.Wake();
    }

    private async Task TakeAsync(DeliveryRecalled recall)
    {
        // While the turn is ours no file is staged or made visible.
        var hidden = DueArrivals.With(database, recall.DeliveryId) is { State: InboxState.Staged } staged && handOver.Retract(staged);
        await database.WriteAsync(write => Note(write, recall, hidden));
    }

    private void Note(WriteScope write, DeliveryRecalled recall, bool hidden)
    {
        var now = clock.GetUtcNow();
        var at = now.ToUnixTimeMilliseconds();
        var row = write.First<InboxRow>("select id, state, partition, keyId, handedOverAt from inbox where id = @DeliveryId", new { recall.DeliveryId });
        write.Execute(
            "insert into recall (id, reason, at, told) values (@DeliveryId, @Reason, @at, @told) on conflict (id) do update set told = @told",
            new { recall.DeliveryId, recall.Reason, at, told = row is null ? 0 : 1 });
        if (row is null)
            return;

        // Too late to stop: the system has it, or may have it.
        var visible = row.HandedOverAt > 0 || row.State is InboxState.Offered || (row.State is InboxState.Staged && !hidden);
        write.Execute(
            "update inbox set state = 'recalled', told = '', changedAt = @at, handedOverAt = case when @visible and handedOverAt = 0 then @at else handedOverAt end where id = @Id",
            new { row.Id, at, visible });
        write.Destroy(row.KeyId);
        if (visible)
            RecallNotices.Add(write, recall, row.Partition, now);
    }
}
