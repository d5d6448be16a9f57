namespace InfoShare.Storage.Escalations;

/// <summary>A challenge, and how far it has come.</summary>
public sealed record EscalationRow
{
    /// <summary>The participant that challenges.</summary>
    public required string Sender { get; init; }

    public required string EscalationId { get; init; }
    public required string Record { get; init; }
    public required string ChildToken { get; init; }

    /// <summary>The message that raised it.</summary>
    public required string MessageId { get; init; }

    /// <summary>The delivery that is challenged.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>Who decided, as <c>scheme/code</c>, and the post there.</summary>
    public required string Organisation { get; init; }

    public required string Role { get; init; }

    /// <summary>The role that challenges; <c>other</c>: one that the directory does not know.</summary>
    public required string RaisedBy { get; init; }

    public long UnsafeNow { get; init; }

    /// <summary>1 to 3, then 4: mediation.</summary>
    public long Stage { get; init; }

    /// <summary>The first instant after this stage; null: it cannot be said, or there is no stage after it.</summary>
    public long? StageEnds { get; init; }

    public long RaisedAt { get; init; }
    public long? AnsweredAt { get; init; }
    public long? ClosedAt { get; init; }

    /// <summary>A code.</summary>
    public string? Outcome { get; init; }
}
