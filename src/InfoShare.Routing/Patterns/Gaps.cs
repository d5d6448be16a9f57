using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Facts;

namespace InfoShare.Routing.Patterns;

/// <summary>What a concern, or the change of a plan, does not tell and should. It is delivered all the same, and its readers see the gap. Pure.</summary>
internal static class Gaps
{
    public static IReadOnlyList<Gap> Of(Subject subject) => subject is { Concern: null, ChangedPlan: null or { Change: PlanChange.Visited } } ? [] :
    [
        .. subject.Parts?.ChildVoice is null ? [Gap.ChildVoice] : (Gap[])[],
        // Unknown is an answer; nothing is none.
        .. subject.Parts?.Household is { AdultsUnknown: true } or { Adults.Count: > 0 } ? [] : (Gap[])[Gap.HouseholdAdults],
    ];
}
