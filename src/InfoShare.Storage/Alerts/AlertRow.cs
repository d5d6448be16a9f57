namespace InfoShare.Storage.Alerts;

/// <summary>Something that somebody must know of, for as long as it stands.</summary>
public sealed record AlertRow
{
    /// <summary>Kind and subject: the same for the same thing, whenever and by whomever it is seen.</summary>
    public required string Key { get; init; }

    /// <summary>A code.</summary>
    public required string Kind { get; init; }

    /// <summary>A participant, queue, organisation, certificate or broker node; empty: all of it.</summary>
    public required string Subject { get; init; }

    /// <summary>How many; 1 where nothing is counted.</summary>
    public long Count { get; init; }

    /// <summary>How bad. It is told again when this rises.</summary>
    public long Level { get; init; }

    /// <summary>1: told in quiet hours too.</summary>
    public long Urgent { get; init; }

    public long Since { get; init; }

    /// <summary>When the level last rose.</summary>
    public long WorseAt { get; init; }

    /// <summary>When it was first not seen any more; null: it is seen.</summary>
    public long? GoneAt { get; init; }

    /// <summary>By the token of a name: who has said that they deal with it.</summary>
    public string? AcknowledgedBy { get; init; }

    public long? AcknowledgedAt { get; init; }
}

/// <summary>What one channel last told of an alert.</summary>
public sealed record AlertTold
{
    public required string Key { get; init; }

    /// <summary>email or webhook; or whatever is told daily, under a key of its own.</summary>
    public required string Channel { get; init; }

    public long At { get; init; }

    /// <summary>Since when the alert stood that was told of: a later one is another.</summary>
    public long Since { get; init; }

    public long Level { get; init; }

    /// <summary>1: that it has ended.</summary>
    public long Ended { get; init; }
}

/// <summary>How a way of telling works.</summary>
public sealed record AlertChannelRow
{
    public required string Channel { get; init; }

    /// <summary>When it last worked; null: never.</summary>
    public long? SentAt { get; init; }

    /// <summary>How often it has failed since it last worked.</summary>
    public long Failures { get; init; }

    /// <summary>Since when it fails; null: it works.</summary>
    public long? FailingSince { get; init; }

    /// <summary>When it last failed. Stays when it works again.</summary>
    public long? FailedAt { get; init; }

    /// <summary>How it last failed.</summary>
    public string? Problem { get; init; }

    /// <summary>It is not tried again before.</summary>
    public long NextAt { get; init; }
}
