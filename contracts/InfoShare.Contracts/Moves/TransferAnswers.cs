using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Moves;

/// <summary>How far a transfer has come.</summary>
public enum TransferState
{
    /// <summary>Asked, and not answered.</summary>
    Requested = 1,

    /// <summary>Who was asked takes over; responsibility has not passed yet.</summary>
    Accepted,

    /// <summary>Who was asked does not.</summary>
    Declined,

    /// <summary>The receiving side has held its conference.</summary>
    ConferenceHeld,

    /// <summary>The receiving side is responsible.</summary>
    ResponsibilityPassed,
}

/// <summary>Who was asked takes the child over. Goes back to who asked. Responsibility has not passed yet.</summary>
public sealed record TransferAccepted
{
    /// <summary>The delivery of the request.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day of the conference on the receiving side, once it is set.</summary>
    public DateOnly? ConferenceOn { get; init; }

    /// <summary>Who takes the case there, and how to reach them.</summary>
    [Text(200)]
    public string? Contact { get; init; }
}

/// <summary>Who was asked does not take the child over, and says why. Goes back to who asked, who stays responsible.</summary>
public sealed record TransferDeclined
{
    /// <summary>The delivery of the request.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>Why.</summary>
    public required DeclineReason Reason { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The reason in words: mandatory, so that it can be challenged.</summary>
    [Text(4_000)]
    public required string Rationale { get; init; }
}

/// <summary>Why a transfer is declined.</summary>
public enum DeclineReason
{
    /// <summary>The child does not live there.</summary>
    NotResident = 1,

    /// <summary>The stay is for a time only.</summary>
    TemporaryStay,

    /// <summary>The pack is not complete.</summary>
    PackIncomplete,

    /// <summary>Another is to be asked.</summary>
    NotOurs,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>The receiving side has held its conference. Goes back to who asked.</summary>
public sealed record TransferConferenceHeld
{
    /// <summary>The delivery of the request.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>What it came to.</summary>
    public required ConferenceOutcome Outcome { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When this was said.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a conference on the receiving side comes to.</summary>
public enum ConferenceOutcome
{
    /// <summary>A child protection plan goes on.</summary>
    ProtectionPlan = 1,

    /// <summary>A plan for a child in need, Children Act 1989 s.17.</summary>
    ChildInNeedPlan,

    /// <summary>No plan.</summary>
    NoPlan,
}

/// <summary>The receiving side is responsible from a day on. Goes back to who asked.</summary>
public sealed record TransferResponsibilityPassed
{
    /// <summary>The delivery of the request.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>The first day of responsibility.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The post that answers.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When this was said.</summary>
    public required DateTimeOffset At { get; init; }
}
