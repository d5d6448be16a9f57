using InfoShare.Vault;

namespace InfoShare.Storage.Messages;

/// <summary>Reads and writes messages and what keeps them in order.</summary>
public static class MessageTable
{
    /// <summary>Messages on record under these ids, whoever sent them.</summary>
    public static Asked<MessageRow> FindMessages(this ReadScope scope, string[] ids) =>
        scope.Ask<MessageRow>("select * from message where id in @ids", new { ids });

    public static MessageRow? FindMessage(this ReadScope scope, string sender, string id) =>
        scope.First<MessageRow>("select * from message where sender = @sender and id = @id", new { sender, id });

    /// <summary>The messages of some deliveries.</summary>
    public static Asked<MessageRow> MessagesOf(this ReadScope scope, string[] deliveryIds) => scope.Ask<MessageRow>("""
        select * from message where (sender, id) in (select sender, message_id from delivery where delivery_id in @deliveryIds)
        """, new { deliveryIds });

    /// <summary>Concerns and moves about a child that are the latest word and were not withdrawn, as far as their bodies are kept; oldest first.</summary>
    public static IReadOnlyList<MessageRow> OpenMessagesOf(this ReadScope scope, string childToken) => scope.Query<MessageRow>("""
        select m.* from message m join about_state a on a.sender = m.sender and a.about = m.about and a.message_id = m.id
        where m.child_token = @childToken and a.withdrawn = 0 and length(m.body) > 0 and m.type in ('concern.raised', 'concern.corrected', 'child.movedArea')
        order by m.received_at
        """, new { childToken });

    /// <summary>The body as it came; null once erased.</summary>
    public static byte[]? BodyOf(this ReadScope scope, MessageRow message) => scope.Unseal(message.KeyId, message.Body);

    public static void Insert(this WriteScope scope, MessageRow message, ReadOnlySpan<byte> body)
    {
        var atRest = scope.Seal(body);
        scope.Later("""
            insert into message (sender, id, type, source, about, record, child_token, partition_key, order_no, epoch, sequence, urgent,
                content_hash, key_id, body, received_at, outcome, reasons, happened_at, facts)
            values (@Sender, @Id, @Type, @Source, @About, @Record, @ChildToken, @PartitionKey, @OrderNo, @Epoch, @Sequence, @Urgent,
                @ContentHash, @KeyId, @Body, @ReceivedAt, @Outcome, @Reasons, @HappenedAt, @Facts)
            """, message with { KeyId = atRest.KeyId, Body = atRest.Bytes });
    }

    /// <summary>The epoch and the last sequence that took effect for this key; null when the key is new.</summary>
    public static SequenceRow? SequenceOf(this ReadScope scope, string sender, string partitionKey) =>
        scope.First<SequenceRow>(
            "select * from sequence_state where sender = @sender and partition_key = @partitionKey", new { sender, partitionKey });

    /// <summary>As <see cref="SequenceOf"/>, for several keys and whoever uses them.</summary>
    public static Asked<SequenceRow> SequencesOf(this ReadScope scope, string[] partitionKeys) =>
        scope.Ask<SequenceRow>("select * from sequence_state where partition_key in @partitionKeys", new { partitionKeys });

    public static void Advance(this WriteScope scope, string sender, string partitionKey, long epoch, long sequence) =>
        scope.Later("""
            insert into sequence_state (sender, partition_key, epoch, sequence) values (@sender, @partitionKey, @epoch, @sequence)
            on conflict (sender, partition_key) do update set epoch = excluded.epoch, sequence = excluded.sequence
            """, new { sender, partitionKey, epoch, sequence });

    /// <summary>The latest of what was said about some concerns or moves, by whoever has spoken of them.</summary>
    public static Asked<AboutRow> AboutsOf(this ReadScope scope, string[] abouts) =>
        scope.Ask<AboutRow>("select * from about_state where about in @abouts", new { abouts });

    /// <summary>Whether something later was said about the same already: later by the sender's order, not by arrival.</summary>
    public static bool IsBefore(string orderNo, AboutRow latest) => string.CompareOrdinal(orderNo, latest.OrderNo) < 0;

    public static void SetAbout(this WriteScope scope, string sender, string about, string orderNo, string messageId, bool withdrawn) =>
        scope.Later("""
            insert into about_state (sender, about, order_no, message_id, withdrawn) values (@sender, @about, @orderNo, @messageId, @withdrawn)
            on conflict (sender, about) do update set order_no = excluded.order_no, message_id = excluded.message_id, withdrawn = excluded.withdrawn
            """, new { sender, about, orderNo, messageId, withdrawn = withdrawn ? 1 : 0 });

    /// <summary>Notes what a recipient has decided about a concern, as a code.</summary>
    public static void SetOutcome(this WriteScope scope, string sender, string about, string outcome) =>
        scope.Later("update about_state set outcome = @outcome where sender = @sender and about = @about", new { sender, about, outcome });

    /// <summary>Settled messages older than the limit whose bodies are still readable, oldest first.</summary>
    public static IReadOnlyList<MessageRow> Erasable(this ReadScope scope, long before, int most) =>
        scope.Query<MessageRow>("""
            select * from message m where received_at < @before and length(body) > 0 and not exists (
                select 1 from delivery d where d.sender = m.sender and d.message_id = m.id
                    and d.state in ('decided', 'sending', 'sent', 'received', 'held', 'failed'))
            order by received_at limit @most
            """, new { before, most });

    /// <summary>Erases the body: its key is destroyed and the bytes go.</summary>
    public static void Erase(this WriteScope scope, MessageRow message)
    {
        scope.Destroy(message.KeyId);
        scope.Later("update message set body = @Nothing where sender = @Sender and id = @Id", new { Nothing = Array.Empty<byte>(), message.Sender, message.Id });
    }
}

/// <summary>Epoch and last sequence of one key.</summary>
public sealed record SequenceRow
{
    public required string Sender { get; init; }
    public required string PartitionKey { get; init; }
    public long Epoch { get; init; }
    public long Sequence { get; init; }
}

/// <summary>The latest of what was said about one concern or move.</summary>
public sealed record AboutRow
{
    public required string Sender { get; init; }
    public required string About { get; init; }
    public required string OrderNo { get; init; }
    public required string MessageId { get; init; }
    public long Withdrawn { get; init; }
}
