using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Escalations;

/// <summary>
/// Somebody challenges what was decided, or what was sent: any role, any decision. Goes to who decided, and from stage to stage until it is
/// closed. Source: Working Together to Safeguard Children 2023, partnerships' escalation policies.
/// </summary>
public sealed record EscalationRaised
{
    /// <summary>The sender's own reference for it; the adapter replaces it by a keyed hash.</summary>
    [Text(100)]
    public required string EscalationId { get; init; }

    /// <summary>The delivery that is challenged: an answer, or anything else that the sender was sent.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>True where the decision leaves a child unsafe now: the stages before the last are skipped.</summary>
    public bool UnsafeNow { get; init; }

    /// <summary>Why the sender does not agree.</summary>
    [Text(4_000)]
    public required string Dissent { get; init; }

    /// <summary>The post that challenges.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Who was challenged answers. Goes back to who challenged, who alone can close it.</summary>
public sealed record EscalationAnswered
{
    /// <summary>The delivery of the challenge.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>True where the decision is changed.</summary>
    public required bool Changed { get; init; }

    /// <summary>What is changed, or why it stands.</summary>
    [Text(4_000)]
    public required string Rationale { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Who challenged says what came of it. Until then it goes on.</summary>
public sealed record EscalationClosed
{
    /// <summary>As in <see cref="EscalationRaised.EscalationId"/>.</summary>
    [Text(100)]
    public required string EscalationId { get; init; }

    /// <summary>What came of it.</summary>
    public required EscalationOutcome Outcome { get; init; }

    /// <summary>What others can learn from it; without names.</summary>
    [Text(2_000)]
    public string? Learning { get; init; }

    /// <summary>The post that closes it.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What comes of a challenge.</summary>
public enum EscalationOutcome
{
    /// <summary>The decision was changed.</summary>
    Changed = 1,

    /// <summary>The decision stands, and who challenged it agrees.</summary>
    Agreed,

    /// <summary>Settled by mediation.</summary>
    Mediated,

    /// <summary>Taken back.</summary>
    Withdrawn,
}
