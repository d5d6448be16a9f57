using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Facts;
using InfoShare.Storage.Plans;

namespace InfoShare.Routing.Plans;

/// <summary>What becomes of a plan when something is told of it. Pure.</summary>
internal static class PlanRules
{
    private static readonly string Protection = Coded.Word(PlanType.ChildProtection);
    private static readonly string Disagrees = Coded.Word(Contracts.Notices.PlanView.Disagrees);

    private static readonly string[] HealthRoles = [Roles.HealthVisitor, Roles.SchoolNurse, Roles.NamedMidwife, Roles.GpSafeguardingLead];

    /// <summary>Whose view is asked for where a child protection plan is proposed to end. Source: Somerset's review of Family A.</summary>
    public static bool AsksOf(string role) => HealthRoles.Contains(role);

    /// <summary>Whether a change is for the register, and for other managers where there are any: a visit, and whatever is no plan by law.</summary>
    public static bool IsForRegister(OpenPlan? plan) => plan is { Change: PlanChange.Visited } or { Type: not (PlanType.ChildInNeed or PlanType.ChildProtection or PlanType.LookedAfter) };

    /// <summary>Whether this is told of a plan that needs a health role's view before it is over.</summary>
    public static bool IsEndOfProtection(OpenPlan? plan) => plan is { Type: PlanType.ChildProtection, Change: PlanChange.EndProposed };

    /// <summary>The plan after a change.</summary>
    /// <param name="before">As it was; null: it is new.</param>
    /// <param name="told">What is told of it. What it does not say stays as it was.</param>
    /// <param name="row">Who tells of it and when: <see cref="PlanRow.EndProposedBy"/> is the notice, <see cref="PlanRow.ClosedAt"/> the time.</param>
    public static PlanRow After(PlanRow? before, OpenPlan told, PlanRow row)
    {
        var goesOn = told.Change is PlanChange.Opened or PlanChange.Reviewed;
        var proposed = told.Change is PlanChange.EndProposed;
        var visited = Days.Written(told.Change is PlanChange.Visited ? told.VisitedOn ?? told.Start : told.VisitedOn);
        var after = row with
        {
            Category = told.Category ?? before?.Category,
            StartedOn = Days.Written(told.Start) ?? before?.StartedOn,
            EndedOn = told.Change is PlanChange.Ended ? Days.Written(told.End) : goesOn ? null : before?.EndedOn,
            VisitedOn = string.CompareOrdinal(visited, before?.VisitedOn) > 0 ? visited : before?.VisitedOn,
            EndProposedBy = proposed ? row.EndProposedBy : goesOn ? null : before?.EndProposedBy,
            View = proposed || goesOn ? null : before?.View,
            Told = before?.Told ?? "",
        };
        return Closed(after, row.ClosedAt!.Value);
    }

    /// <summary>The plan after a health role has spoken. That one disagrees is not undone by another that agrees.</summary>
    public static PlanRow Viewed(PlanRow plan, string view, long now) => Closed(plan with { View = plan.View == Disagrees ? Disagrees : view }, now);

    /// <summary>It is over once it has ended, and a health role has spoken where one must.</summary>
    private static PlanRow Closed(PlanRow plan, long now) =>
        plan with { ClosedAt = plan.EndedOn is not null && (plan.Type != Protection || plan.View is not null) ? now : null };
}
