namespace InfoShare.Storage.Answers;

/// <summary>An answer that a recipient owes about a concern, and by when.</summary>
public sealed record AnswerClockRow
{
    /// <summary>The participant whose concern it is.</summary>
    public required string Sender { get; init; }

    public required string About { get; init; }
    public required string Organisation { get; init; }
    public required string Role { get; init; }

    /// <summary>referral-decision, or respond-by.</summary>
    public required string Clock { get; init; }

    /// <summary>acknowledgement or decision.</summary>
    public required string Owed { get; init; }

    /// <summary>The latest delivery that it is owed for.</summary>
    public required string DeliveryId { get; init; }

    public long StartedAt { get; init; }

    /// <summary>When the recipient is reminded.</summary>
    public long WarnAt { get; init; }

    /// <summary>The first instant that is late.</summary>
    public long LateFrom { get; init; }

    public long? WarnedAt { get; init; }
    public long? LateToldAt { get; init; }

    /// <summary>When what is owed came.</summary>
    public long? AnsweredAt { get; init; }

    /// <summary>When it was no longer owed: the concern was withdrawn, or the recipient has said that it is not theirs.</summary>
    public long? ClosedAt { get; init; }
}
