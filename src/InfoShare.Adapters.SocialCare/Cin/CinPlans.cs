using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>The plans of an episode: child in need (<c>CINPlanDates</c>) and child protection (<c>ChildProtectionPlans</c>).</summary>
internal sealed record CinPlans(IReadOnlyList<OpenPlan> All)
{
    private const int Most = 20;

    public static CinPlans Read(CinFields episode) => new(
    [
        .. episode.Each("ChildProtectionPlans").Select(plan => Read(plan, PlanType.ChildProtection, "CPPstartDate", "CPPendDate", Category(plan))),
        .. episode.Each("CINPlanDates").Select(plan => Read(plan, PlanType.ChildInNeed, "CINPlanStartDate", "CINPlanEndDate", null)),
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

    private static string? Category(CinFields plan) =>
        plan.Code("LatestCategoryOfAbuse", CinCodes.AbuseCodes, "must be NEG, PHY, SAB, EMO or MUL")
        ?? plan.Code("InitialCategoryOfAbuse", CinCodes.AbuseCodes, "must be NEG, PHY, SAB, EMO or MUL");
}
