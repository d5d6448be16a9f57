namespace InfoShare.Storage.Messages;

/// <summary>A message that routing took or turned away, for ever: one (sender, id) has one effect.</summary>
public sealed record MessageRow
{
    public required string Sender { get; init; }
    public required string Id { get; init; }
    public required string Type { get; init; }
    public string? Source { get; init; }

    /// <summary>The concern, move, consent or delivery it is about.</summary>
    public string? About { get; init; }

    /// <summary>The sender's record of the child: a keyed hash of the sender and its own key.</summary>
    public string? Record { get; init; }

    public string? ChildToken { get; init; }
    public string? PartitionKey { get; init; }
    public string? OrderNo { get; init; }
    public long? Epoch { get; init; }
    public long? Sequence { get; init; }
    public long Urgent { get; init; }

    /// <summary>Over what the message says, without what a repeat may change (sequence, epoch).</summary>
    public required string ContentHash { get; init; }

    public long ReceivedAt { get; init; }

    /// <summary>accepted, refused or quarantined.</summary>
    public required string Outcome { get; init; }

    /// <summary>JSON list of receipt reasons.</summary>
    public string Reasons { get; init; } = "[]";

    /// <summary>When it happened by the sender's word; null where that cannot be read.</summary>
    public long? HappenedAt { get; init; }

    /// <summary>JSON of the coded facts of what is shared, for the child's history; null for other messages.</summary>
    public string? Facts { get; init; }

    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];
}
