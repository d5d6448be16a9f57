using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.Arrival;

/// <summary>Tells the agency's system of a delivery that it has and must put out of use: an arrival of its own, urgent, handed over as any other.</summary>
internal static class RecallNotices
{
    /// <summary>Adds the notice, once.</summary>
    /// <param name="partition">The key of the delivery, behind which it must not come.</param>
    public static void Add(WriteScope write, DeliveryRecalled recall, string partition, DateTimeOffset now)
    {
        var id = "recall-" + recall.DeliveryId;
        if (write.First<string>("select id from inbox where id = @id", new { id }) is not null)
            return;
        var body = write.Seal(WireWriter.WriteData(recall));
        write.Execute(
            """
            insert into inbox (id, kind, partition, about, correction, ord, urgent, keyId, body, state, told, fileName, attempts, dueAt, receivedAt, changedAt, handedOverAt)
            values (@id, 'recall', @partition, @DeliveryId, 0, '', 1, @KeyId, @Bytes, 'received', 'received', '', 0, 0, @at, @at, 0)
            """,
            new { id, partition, recall.DeliveryId, body.KeyId, body.Bytes, at = now.ToUnixTimeMilliseconds() });
    }
}
