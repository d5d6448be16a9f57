namespace InfoShare.Storage.Failures;

/// <summary>Deliveries of one group that are sent again, in stages.</summary>
public sealed record RetryRow
{
    public required string RetryId { get; init; }

    /// <summary>The key of the group.</summary>
    public required string FailureGroup { get; init; }

    /// <summary>One of <see cref="RetryStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>How many are sent again in a minute at the most.</summary>
    public long PerMinute { get; init; }

    /// <summary>It stops by itself after so many have failed again.</summary>
    public long StopAfter { get; init; }

    /// <summary>How many may be sent again so far: the stage.</summary>
    public long Released { get; init; }

    /// <summary>How many had failed again when somebody resumed it.</summary>
    public long Forgiven { get; init; }

    /// <summary>Who began it, by the token of their name.</summary>
    public required string By { get; init; }

    public long At { get; init; }

    /// <summary>When the outcome of the last one was known.</summary>
    public long? EndedAt { get; init; }
}

/// <summary>States of a retry.</summary>
public static class RetryStates
{
    /// <summary>Sends what was released.</summary>
    public const string Open = "open";

    /// <summary>Somebody paused it.</summary>
    public const string Paused = "paused";

    /// <summary>Too many have failed again.</summary>
    public const string Stopped = "stopped";

    /// <summary>Somebody called it off: nothing more is sent again.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Of each the outcome is known.</summary>
    public const string Done = "done";
}

/// <summary>One delivery of a retry.</summary>
public sealed record RetryItem
{
    public required string RetryId { get; init; }

    /// <summary>From 1, in the order in which they go.</summary>
    public long N { get; init; }

    public required string DeliveryId { get; init; }

    /// <summary>When it was put back to be sent; null: not yet, or never.</summary>
    public long? AgainAt { get; init; }

    /// <summary>One of <see cref="RetryOutcomes"/>; null: not known yet.</summary>
    public string? Outcome { get; init; }

    /// <summary>A code of why it was not sent again, or the state that stopped it.</summary>
    public string? Why { get; init; }

    public long? SettledAt { get; init; }
}

/// <summary>What came of one delivery that was to be sent again.</summary>
public static class RetryOutcomes
{
    /// <summary>The recipient's adapter has said so.</summary>
    public const string HandedOver = "handed-over";

    public const string FailedAgain = "failed-again";

    /// <summary>It went no further, and that is right: withheld, superseded or recalled meanwhile.</summary>
    public const string Stopped = "stopped";

    /// <summary>It was not sent again.</summary>
    public const string NotSent = "not-sent";
}
