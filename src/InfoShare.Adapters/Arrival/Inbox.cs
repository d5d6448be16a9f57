using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Vault;

namespace InfoShare.Adapters.Arrival;

/// <summary>Puts arrivals on disk, each id once.</summary>
internal static class Inbox
{
    /// <returns>True when it is new.</returns>
    public static bool Take(WriteScope write, Envelope<Delivery> delivery, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var data = delivery.Data;
        var about = data.About is null || data.Kind == DeliveryKind.Answer ? "" : $"{data.About} {data.Recipient.Organisation} {data.Recipient.Role}";
        var correction = data.Kind is DeliveryKind.Correction or DeliveryKind.Notice;
        return Insert(write, body, new InboxRow
        {
            Id = data.DeliveryId,
            Kind = InboxKind.Delivery,
            Partition = delivery.PartitionKey ?? data.DeliveryId,
            About = about,
            Correction = correction ? 1 : 0,
            Ord = delivery.Order ?? "",
            Urgent = correction || IsUrgent(data) ? 1 : 0,
        }, now);
    }

    /// <returns>True when it is new.</returns>
    public static bool Take(WriteScope write, Envelope<SharingWithheld> notice, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        Insert(write, body, new InboxRow { Id = notice.Id, Kind = InboxKind.Withheld, Partition = notice.PartitionKey ?? notice.Id }, now);

    /// <summary>An unknown level counts as a risk of significant harm. Nothing urgent waits behind a failing hand-over.</summary>
    private static bool IsUrgent(Delivery data) =>
        data.ImmediateDanger
        || data.MessageType == MessageTypes.ConcernRaised.Name && data.Kind == DeliveryKind.Original && data.LevelOfNeed is null or >= Urgency.SignificantHarm;

    private static bool Insert(WriteScope write, ReadOnlySpan<byte> body, InboxRow row, DateTimeOffset now)
    {
        // A repeat: routing has not heard where it stands, so it is told again. What has failed here is tried again at once, before
        // anything is told of it: somebody may have mended the system, and wants to know.
        if (write.Execute("update inbox set told = '', dueAt = case when state = 'failed' then 0 else dueAt end, state = case when state = 'failed' then 'received' else state end where id = @Id", new { row.Id }) > 0)
            return false;

        var recalled = write.First<string>("select id from recall where id = @Id", new { row.Id }) is not null;
        var sealedBody = write.Seal(recalled ? [] : body);
        write.Execute(
            """
            insert into inbox (id, kind, partition, about, correction, ord, urgent, keyId, body, state, told, fileName, attempts, dueAt, receivedAt, changedAt, handedOverAt)
            values (@Id, @Kind, @Partition, @About, @Correction, @Ord, @Urgent, @KeyId, @Bytes, @state, '', '', 0, 0, @at, @at, 0)
            """,
            new
            {
                row.Id,
                row.Kind,
                row.Partition,
                row.About,
                row.Correction,
                row.Ord,
                row.Urgent,
                sealedBody.KeyId,
                sealedBody.Bytes,
                state = recalled ? InboxState.Recalled : InboxState.Received,
                at = now.ToUnixTimeMilliseconds(),
            });
        return true;
    }
}
