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

    /// <summary>The system took a delivery while it was being recalled.</summary>
    /// <param name="name">Under which name it took it.</param>
    public static void AddIfRecalled(WriteScope write, string id, string name, DateTimeOffset now)
    {
        if (write.Execute(
            "update inbox set handedOverAt = @at, fileName = @name where id = @id and state = 'recalled' and handedOverAt = 0", new { id, name, at = now.ToUnixTimeMilliseconds() }) == 0
            || write.Query<(string Reason, string Partition)>("select recall.reason, inbox.partition from recall join inbox on inbox.id = recall.id where recall.id = @id", new { id }) is not [var recall])
            return;
        Add(write, new() { DeliveryId = id, Reason = recall.Reason }, recall.Partition, now);
    }
}
