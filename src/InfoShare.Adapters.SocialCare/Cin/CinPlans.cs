using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// The plans of an episode: child in need (<c>CINPlanDates</c>), child protection (<c>ChildProtectionPlans</c>), and
/// pre-proceedings (<c>PreProceedingsandFGDM</c>, in the newer shapes).
/// </summary>
internal sealed record CinPlans(IReadOnlyList<OpenPlan> All)
{
    private const int Most = 20;

    public static CinPlans Read(CinFields episode) => new(
    [
        .. episode.Each("ChildProtectionPlans").Select(plan => Read(plan, PlanType.ChildProtection, "CPPstartDate", "CPPendDate", Category(plan))),
        .. episode.Each("CINPlanDates").Select(plan => Read(plan, PlanType.ChildInNeed, "CINPlanStartDate", "CINPlanEndDate", null)),
        .. episode.Each("PreProceedingsandFGDM").Select(PreProceedings).OfType<OpenPlan>(),
    ]);

    /// <summary>Those without an end, and those that end after the day.</summary>
    public IReadOnlyList<OpenPlan> OpenAfter(DateOnly day) => [.. All.Where(plan => plan.End is null || plan.End > day).Distinct().Take(Most)];

    private static OpenPlan Read(CinFields plan, PlanType type, string start, string end, string? category)
    {
        var first = plan.PastDay(start);
        var last = plan.Day(end);
        if (!(last < first))
            return new() { Type = type, Start = first, End = last, Category = category };

        // An end before the start ends nothing.
        plan.Mark(end, $"must not be before {start}");
        return new() { Type = type, Start = first, Category = category };
    }

    /// <summary>They end with the decision to step up or down, or with the application to the court. A meeting offered before they began is no plan.</summary>
    private static OpenPlan? PreProceedings(CinFields plan) => plan.Text("PPStartDate") is null
        ? null
        : Read(plan, PlanType.PreProceedings, "PPStartDate", plan.Text("StepDecisionDate") is null ? "CourtAppDate" : "StepDecisionDate", null);

    private static string? Category(CinFields plan) =>
        plan.Code("LatestCategoryOfAbuse", CinCodes.AbuseCodes, "must be NEG, PHY, SAB, EMO or MUL")
        ?? plan.Code("InitialCategoryOfAbuse", CinCodes.AbuseCodes, "must be NEG, PHY, SAB, EMO or MUL");
}
