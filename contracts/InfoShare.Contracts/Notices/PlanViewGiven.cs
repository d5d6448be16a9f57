using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Notices;

/// <summary>
/// A health role says what it thinks of the end of a plan. Goes back to who manages the plan, which does not end without. Source:
/// Somerset's review of Family A, on the part of health professionals where a child protection plan is proposed to end.
/// </summary>
public sealed record PlanViewGiven
{
    /// <summary>The delivery of <c>plan.changed</c> that is answered.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>What the role thinks.</summary>
    public required PlanView View { get; init; }

    /// <summary>Why.</summary>
    [Text(4_000)]
    public required string Rationale { get; init; }

    /// <summary>The post that says so, such as <c>health-visitor</c>.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a role thinks of the end of a plan.</summary>
public enum PlanView
{
    /// <summary>It can end.</summary>
    Agrees = 1,

    /// <summary>It should go on.</summary>
    Disagrees,

    /// <summary>Nothing is known that speaks for or against.</summary>
    NoInformation,
}
