namespace InfoShare.Storage.Deliveries;

/// <summary>One recipient's share of one message, from the decision to the answer.</summary>
public sealed record DeliveryRow
{
    public required string DeliveryId { get; init; }

    /// <summary>The participant whose message it is.</summary>
    public required string Sender { get; init; }

    public required string MessageId { get; init; }
    public required string MessageType { get; init; }
    public string? About { get; init; }
    public string? ChildToken { get; init; }

    /// <summary>original, correction, notice, answer; sender-notice (what was withheld, to the sender); review (an original that a person must look at).</summary>
    public required string Kind { get; init; }

    /// <summary>Whose adapter gets it; null when nobody serves the organisation.</summary>
    public string? Participant { get; init; }

    public required string Organisation { get; init; }
    public required string Role { get; init; }
    public required string Relationship { get; init; }
    public long Urgent { get; init; }
    public required string PartitionKey { get; init; }
    public required string OrderNo { get; init; }

    /// <summary>One of <see cref="DeliveryStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>The state as people see it: held when a failed one of its key stands before it. Read with all deliveries only.</summary>
    public string? Shown { get; init; }

    /// <summary>When withheld: the coarse code.</summary>
    public string? Code { get; init; }

    /// <summary>When failed or expired: why, one of <see cref="FailureCauses"/>; null where nobody had noted that yet.</summary>
    public string? Cause { get; init; }

    /// <summary>Comma-separated part names that were released.</summary>
    public string Parts { get; init; } = "";

    /// <summary>Comma-separated <c>part:code</c> that were not.</summary>
    public string WithheldParts { get; init; } = "";

    /// <summary>Comma-separated rule ids.</summary>
    public required string Because { get; init; }

    /// <summary>Comma-separated basis codes.</summary>
    public string Basis { get; init; } = "";

    /// <summary>For a sender notice: its codes. Never content.</summary>
    public string? Detail { get; init; }

    public long Attempts { get; init; }
    public long DueAt { get; init; }
    public long DecidedAt { get; init; }
    public long? SentAt { get; init; }
    public long? ReceivedAt { get; init; }
    public long? HandedOverAt { get; init; }
    public long? AnsweredAt { get; init; }
    public long LateTold { get; init; }

    /// <summary>pending, sent or confirmed; null: not recalled.</summary>
    public string? Recall { get; init; }

    public string? RecallReason { get; init; }
    public long? RecallDueAt { get; init; }

    /// <summary>The emergency access that it was made for, and without which it does not leave; null: none.</summary>
    public string? GrantId { get; init; }
}

/// <summary>States of a delivery. Source: architecture, life of a message.</summary>
public static class DeliveryStates
{
    public const string Decided = "decided";

    /// <summary>May have left.</summary>
    public const string Sending = "sending";

    public const string Sent = "sent";
    public const string Received = "received";
    public const string HandedOver = "handed-over";
    public const string Acknowledged = "acknowledged";
    public const string Answered = "answered";
    public const string Withheld = "withheld";

    /// <summary>A person must look.</summary>
    public const string Held = "held";

    public const string Superseded = "superseded";
    public const string Recalled = "recalled";
    public const string Failed = "failed";
    public const string Expired = "expired";

    /// <summary>Every state.</summary>
    public static readonly string[] All = [Decided, Sending, Sent, Received, HandedOver, Acknowledged, Answered, Withheld, Held, Superseded, Recalled, Failed, Expired];

    /// <summary>States in which the recipient may have it.</summary>
    public static readonly string[] MayHaveLeft = [Sending, Sent, Received, HandedOver, Acknowledged, Answered];

    /// <summary>States from which it goes no further by itself.</summary>
    public static readonly string[] Settled = [HandedOver, Acknowledged, Answered, Withheld, Held, Superseded, Recalled, Failed, Expired];
}
