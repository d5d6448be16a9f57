using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Concerns;

/// <summary>A role at the recipient answers a delivery. Goes back to the referrer.</summary>
public sealed record ConcernAcknowledged
{
    /// <summary>The delivery that is answered.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>What the role says.</summary>
    public required AcknowledgementAnswer Answer { get; init; }

    /// <summary>The post that answers, such as <c>children-services-front-door</c>.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Anything to add for the referrer.</summary>
    [Text(2_000)]
    public string? Note { get; init; }
}

/// <summary>Answers to a delivery.</summary>
public enum AcknowledgementAnswer
{
    /// <summary>Read, and in hand.</summary>
    Acknowledged = 1,

    /// <summary>Not this recipient's to deal with.</summary>
    NotOurs,

    /// <summary>The person described is not the one meant.</summary>
    WrongPerson,

    /// <summary>Theirs, but they cannot act.</summary>
    CannotAccept,
}

/// <summary>What the recipient decided to do about a concern. Goes back to the referrer.</summary>
public sealed record ConcernDecision
{
    /// <summary>The delivery that is answered.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>What was decided.</summary>
    public required ConcernOutcome Outcome { get; init; }

    /// <summary>Why: mandatory, so that the decision can be challenged.</summary>
    [Text(4_000)]
    public required string Rationale { get; init; }

    /// <summary>The post that decided.</summary>
    [Text(100)]
    public required string DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }
}

/// <summary>Outcomes of a concern.</summary>
public enum ConcernOutcome
{
    /// <summary>No further action.</summary>
    Nfa = 1,

    /// <summary>Early help.</summary>
    EarlyHelp,

    /// <summary>Child in need, Children Act 1989 s.17.</summary>
    S17,

    /// <summary>Enquiries under Children Act 1989 s.47.</summary>
    S47,

    /// <summary>Immediate protection.</summary>
    Immediate,

    /// <summary>More information is needed.</summary>
    MoreInformation,
}
