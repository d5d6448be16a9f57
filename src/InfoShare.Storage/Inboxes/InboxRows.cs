namespace InfoShare.Storage.Inboxes;

/// <summary>A delivery as its post's inbox lists it. Nothing of the child.</summary>
public sealed record InboxRow
{
    public required string DeliveryId { get; init; }

    /// <summary>The participant whose message it is.</summary>
    public required string Sender { get; init; }

    public required string MessageType { get; init; }
    public required string Kind { get; init; }
    public required string State { get; init; }
    public long Urgent { get; init; }
    public long DecidedAt { get; init; }

    /// <summary>When somebody of the post first read it in the console; null: nobody has.</summary>
    public long? ReadAt { get; init; }
}

/// <summary>What somebody of a post has sent from the console.</summary>
public sealed record InboxSentRow
{
    /// <summary>That of the page it was sent from: a page sent twice is one.</summary>
    public required string Reference { get; init; }

    /// <summary>Whose adapter took it.</summary>
    public required string Participant { get; init; }

    public required string Organisation { get; init; }
    public required string Role { get; init; }

    /// <summary>Who sent it, by the token of their name.</summary>
    public required string By { get; init; }

    /// <summary>Such as <c>concern.raised</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The delivery that it answers; null: it answers none.</summary>
    public string? DeliveryId { get; init; }

    public required string MessageId { get; init; }
    public long At { get; init; }

    /// <summary>Whether routing took it; null: routing has not had it yet, or it was not asked for.</summary>
    public string? Outcome { get; init; }

    /// <summary>JSON list of receipt reasons; null as <see cref="Outcome"/>.</summary>
    public string? Reasons { get; init; }
}

/// <summary>An answer that came back to something that was sent from the console.</summary>
public sealed record InboxAnswerRow
{
    /// <summary>What is answered.</summary>
    public required string MessageId { get; init; }

    /// <summary>The delivery of the answer.</summary>
    public required string DeliveryId { get; init; }

    public required string Type { get; init; }
    public long At { get; init; }
    public long? ReadAt { get; init; }
}
