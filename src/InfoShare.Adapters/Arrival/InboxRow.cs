namespace InfoShare.Adapters.Arrival;

/// <summary>Something that arrived for this participant's systems.</summary>
internal sealed record InboxRow
{
    /// <summary>Counts up in the order of arrival.</summary>
    public long Arrived { get; init; }

    /// <summary>The delivery id; for a notice to the sender, its message id.</summary>
    public string Id { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Partition { get; init; } = "";

    /// <summary>Recipient and concern or move: a correction and its original have it in common.</summary>
    public string About { get; init; } = "";
    public long Correction { get; init; }
    public string Ord { get; init; } = "";
    public long Urgent { get; init; }
    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];
    public string State { get; init; } = "";

    /// <summary>The state that routing was last told of.</summary>
    public string Told { get; init; } = "";

    /// <summary>The name of the file handed over, or what the way called it.</summary>
    public string FileName { get; init; } = "";
    public long Attempts { get; init; }
    public long ReceivedAt { get; init; }
    public long ChangedAt { get; init; }
    public long HandedOverAt { get; init; }
}

/// <summary>What arrives besides receipts and recalls.</summary>
internal static class InboxKind
{
    public const string Delivery = "delivery";
    public const string Withheld = "withheld";

    /// <summary>That a delivery which the system has is to be put out of use. Its <see cref="InboxRow.About"/> is that delivery.</summary>
    public const string Recall = "recall";
}

/// <summary>Where an arrival stands.</summary>
internal static class InboxState
{
    public const string Received = "received";

    /// <summary>Its file is whole in the staging folder, or has been moved out of it: handing it over has begun.</summary>
    public const string Staged = "staged";

    /// <summary>The agency's system may have seen it, and has not yet said that it has it: it was fetched, or is being sent.</summary>
    public const string Offered = "offered";
    public const string HandedOver = "handed-over";

    /// <summary>The agency's system would not take it. It is tried again, seldom.</summary>
    public const string Failed = "failed";
    public const string Recalled = "recalled";

    /// <summary>A correction of it was handed over first.</summary>
    public const string Superseded = "superseded";
}
