using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;

namespace InfoShare.Contracts.Concerns;

/// <summary>What came of a concern in the end, for the child. Goes back to the referrer, after the decision.</summary>
public sealed record ConcernOutcomeReported
{
    /// <summary>The delivery that is answered.</summary>
    [Text(100)]
    public required string DeliveryId { get; init; }

    /// <summary>What it came to for the child.</summary>
    public required PlanEffect Effect { get; init; }

    /// <summary>What was done, and what changed.</summary>
    [Text(4_000)]
    public required string Summary { get; init; }

    /// <summary>The post that says so.</summary>
    [Text(100)]
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
