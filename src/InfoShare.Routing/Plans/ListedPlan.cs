using InfoShare.Storage;
using InfoShare.Storage.Plans;

namespace InfoShare.Routing.Plans;

/// <summary>A plan of the register.</summary>
/// <param name="Child">The child's token: several plans with one are of one child.</param>
/// <param name="ManagedBy"><c>organisation#role</c>; without a role the directory has no post for it.</param>
/// <param name="State"><c>open</c>, <c>end-proposed</c>, <c>ended-without-health-view</c> or <c>over</c>.</param>
/// <param name="HealthView">What a health role thinks of its end; null: nothing was said.</param>
/// <param name="Told">What its manager was told: <c>plan-15-months</c>.</param>
/// <param name="NextDue">When somebody is told next, if nothing changes; null: nobody is.</param>
public sealed record ListedPlan(
    string Plan, string Child, string Type, string? Category, string ManagedBy, string State, string? StartedOn, string? EndedOn, string? VisitedOn, string? HealthView,
    IReadOnlyList<string> Told, DateTimeOffset? NextDue)
{
    public static ListedPlan Of(PlanRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.PlanId, row.ChildToken, row.Type, row.Category, row.Role is null ? row.Organisation : $"{row.Organisation}#{row.Role}", StateOf(row), row.StartedOn, row.EndedOn, row.VisitedOn, row.View,
            [.. row.Told.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(mark => mark.Split(':')[0]).Distinct()], row.NextDue is { } due ? Instants.FromMicroseconds(due) : null);
    }

    private static string StateOf(PlanRow row) => row switch
    {
        { ClosedAt: not null } => "over",
        { EndedOn: not null } => "ended-without-health-view",
        { EndProposedBy: not null } => "end-proposed",
        _ => "open",
    };
}
