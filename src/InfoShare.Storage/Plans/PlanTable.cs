using InfoShare.Vault;

namespace InfoShare.Storage.Plans;

/// <summary>Reads and writes the register of plans.</summary>
public static class PlanTable
{
    public static PlanRow? FindPlan(this ReadScope scope, string sender, string planId) =>
        scope.First<PlanRow>("select * from plan where sender = @sender and plan_id = @planId", new { sender, planId });

    /// <summary>The plan whose end this notice has proposed.</summary>
    public static PlanRow? FindPlanToEnd(this ReadScope scope, string sender, string notice) =>
        scope.First<PlanRow>("select * from plan where sender = @sender and end_proposed_by = @notice", new { sender, notice });

    /// <summary>The plans of which this notice was the latest word.</summary>
    public static IReadOnlyList<PlanRow> PlansLastToldBy(this ReadScope scope, string sender, string notice) => scope.Query<PlanRow>("""
        select p.* from plan p join message m on m.sender = p.sender and m.id = p.message_id where m.sender = @sender and m.about = @notice and m.type = 'plan.changed'
        """, new { sender, notice });

    /// <summary>The plans of some children that are not over.</summary>
    public static Asked<PlanRow> OpenPlansOf(this ReadScope scope, string[] childTokens) => scope.Ask<PlanRow>(
        "select * from plan where closed_at is null and child_token in @childTokens order by started_on, plan_id", new { childTokens });

    /// <summary>Those of which somebody may have to be told now.</summary>
    public static IReadOnlyList<PlanRow> PlansDue(this ReadScope scope, long now, int most) => scope.Query<PlanRow>(
        "select * from plan where closed_at is null and next_due <= @now order by next_due, plan_id limit @most", new { now, most });

    /// <summary>The register: the children with several plans first, then by how long a plan has been in place.</summary>
    /// <param name="all">Also those that are over.</param>
    /// <param name="only">Those of this organisation, and as if there were no others; null: of all.</param>
    public static IReadOnlyList<PlanRow> Plans(this ReadScope scope, bool all, int most, string? only = null) => scope.Query<PlanRow>($"""
        select p.* from plan p where {(all ? "1 = 1" : "p.closed_at is null")} {(only is null ? "" : "and p.organisation = @only")}
        order by (select count(*) from plan o where o.child_token = p.child_token and o.closed_at is null {(only is null ? "" : "and o.organisation = @only")}) desc,
            p.child_token, p.started_on, p.plan_id limit @most
        """, new { most, only });

    public static void Save(this WriteScope scope, PlanRow plan) => scope.Later("""
        insert into plan (sender, plan_id, record, child_token, message_id, order_no, organisation, role, type, category, started_on, ended_on, visited_on,
            end_proposed_by, view, closed_at, next_due, told)
        values (@Sender, @PlanId, @Record, @ChildToken, @MessageId, @OrderNo, @Organisation, @Role, @Type, @Category, @StartedOn, @EndedOn, @VisitedOn,
            @EndProposedBy, @View, @ClosedAt, @NextDue, @Told)
        on conflict (sender, plan_id) do update set record = excluded.record, child_token = excluded.child_token, message_id = excluded.message_id,
            order_no = excluded.order_no, organisation = excluded.organisation, role = excluded.role, type = excluded.type, category = excluded.category,
            started_on = excluded.started_on, ended_on = excluded.ended_on, visited_on = excluded.visited_on, end_proposed_by = excluded.end_proposed_by,
            view = excluded.view, closed_at = excluded.closed_at, next_due = excluded.next_due, told = excluded.told
        """, plan);
}
