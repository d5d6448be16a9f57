namespace InfoShare.Adapters.Spool;

/// <summary>A message on its way to routing.</summary>
internal sealed record OutgoingRow
{
    public string Id { get; init; } = "";
    public string Type { get; init; } = "";
    public string Partition { get; init; } = "";
    public string Ord { get; init; } = "";
    public long Urgent { get; init; }

    /// <summary>0 on urgent messages.</summary>
    public long Epoch { get; init; }

    /// <summary>0 on urgent messages.</summary>
    public long Sequence { get; init; }
    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];
    public string State { get; init; } = OutgoingState.Waiting;
    public long Attempts { get; init; }
    public long AcceptedAt { get; init; }
    public string Reasons { get; init; } = "";
}

/// <summary>Where a message to routing stands: <c>waiting</c>, or the outcome of its receipt.</summary>
internal static class OutgoingState
{
    public const string Waiting = "waiting";
    public const string Accepted = "accepted";
    public const string Duplicate = "duplicate";
    public const string Refused = "refused";
    public const string Quarantined = "quarantined";
}

/// <summary>The last message of a record.</summary>
internal sealed record RecordState
{
    public string Message { get; init; } = "";

    /// <summary>Keyed hash of the content last sent.</summary>
    public string Content { get; init; } = "";

    /// <summary>Each part's name and keyed hash, to tell which parts an amendment changed.</summary>
    public string Parts { get; init; } = "";
    public string Partition { get; init; } = "";

    /// <summary>1 when the last message took the concern back.</summary>
    public long Withdrawn { get; init; }
}

/// <summary>How far the numbering of one key has come.</summary>
internal sealed record ChildState
{
    public long Epoch { get; init; } = 1;
    public long NextSequence { get; init; } = 1;

    /// <summary>The order last given.</summary>
    public long Ord { get; init; }
}
