using InfoShare.Policy;

namespace InfoShare.Storage.Emergency;

/// <summary>Emergency access that somebody asked for: codes, tokens and times. What they wrote is sealed.</summary>
public sealed record EmergencyRow
{
    public required string GrantId { get; init; }
    public required string ChildToken { get; init; }
    public required string Organisation { get; init; }
    public required string Role { get; init; }

    /// <summary>The delivery by which child and recipient were named.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>A code of <see cref="EmergencyReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The token of a name. <see cref="OperatorTable"/>.</summary>
    public required string AskedBy { get; init; }

    public long AskedAt { get; init; }
    public long StandsUntil { get; init; }

    /// <summary>The first instant at which the review is overdue; null: the calendar to tell it by is not known.</summary>
    public long? ReviewBy { get; init; }

    public long? EndedAt { get; init; }

    /// <summary>Who stopped it; null: it ended by itself.</summary>
    public string? EndedBy { get; init; }

    public long? ReviewedAt { get; init; }
    public string? ReviewedBy { get; init; }

    /// <summary>justified or not-justified.</summary>
    public string? Outcome { get; init; }

    public long OverdueTold { get; init; }

    /// <summary>1 where it was asked for in this incarnation of the store. What was stopped after a backup must not stand again.</summary>
    public long OfThisStore { get; init; }

    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];

    /// <summary>As the policy sees it.</summary>
    public EmergencyGrant Grant => new(
        $"{Organisation}#{Role}", Instants.FromMicroseconds(AskedAt), Instants.FromMicroseconds(StandsUntil),
        OfThisStore == 0 ? DateTimeOffset.MinValue : EndedAt is { } ended ? Instants.FromMicroseconds(ended) : null);

    /// <summary>Nobody has reviewed it, and the time for it is over, or cannot be told.</summary>
    public bool IsOverdueAt(long now) => ReviewedAt is null && (ReviewBy is not { } by || by <= now);
}
