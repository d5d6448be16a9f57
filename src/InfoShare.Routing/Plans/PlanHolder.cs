using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Escalations;
using InfoShare.Routing.Recipients;
using InfoShare.Storage.Plans;

namespace InfoShare.Routing.Plans;

/// <summary>Which post manages a plan: the team that holds the case, else who answers for what the organisation does. Pure.</summary>
internal static class PlanHolder
{
    /// <summary>The organisation and the role; the role is null where the directory has no such post.</summary>
    public static (string Organisation, string? Role) Of(PlanPart plan, string source, SharingDirectory directory, DateOnly day) =>
        plan.AllocatedTeam is { } team && directory.TeamWith(team, day) is { } found && directory.PostAt(found.Organisation, Roles.AllocatedTeam, day) is { } post
            ? (post.Organisation, post.Role)
            : (source, EscalationStages.LeadOf(source, directory, day));

    /// <summary>Those who manage a child's plans, but for the post that speaks.</summary>
    /// <param name="own">The post that speaks; null: it manages none.</param>
    public static IEnumerable<Candidate> OfOthers(IEnumerable<PlanRow> plans, (string Organisation, string? Role)? own, SharingDirectory directory, DateOnly day) =>
        from plan in plans
        where plan.Role is not null && (plan.Organisation, plan.Role) != own
        let post = directory.PostAt(plan.Organisation, plan.Role!, day)
        where post is not null
        let candidate = Candidate.For(post, Relationship.ManagesPlan, directory, day)
        where candidate is not null
        select candidate;
}
