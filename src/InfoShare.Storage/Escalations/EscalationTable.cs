using InfoShare.Contracts.Codes;
using InfoShare.Vault;

namespace InfoShare.Storage.Escalations;

/// <summary>Reads and writes the register of challenges. None leaves it unresolved.</summary>
public static class EscalationTable
{
    private const string Raised = "exists (select 1 from message m where m.sender = e.sender and m.id = e.message_id and m.source = @source)";

    public static EscalationRow? FindEscalation(this ReadScope scope, string sender, string escalationId) =>
        scope.First<EscalationRow>("select * from escalation where sender = @sender and escalation_id = @escalationId", new { sender, escalationId });

    /// <summary>The oldest first.</summary>
    /// <param name="open">Only those that are not closed.</param>
    /// <param name="only">Those that this organisation has raised, and those against it; null: all.</param>
    public static IReadOnlyList<EscalationRow> Escalations(this ReadScope scope, bool open, int most, string? only = null) => scope.Query<EscalationRow>($"""
        select e.* from escalation e where {(open ? "e.closed_at is null" : "1 = 1")} {(only is null ? "" : $"and (e.organisation = @only or {Raised})")}
        order by e.raised_at, e.escalation_id limit @most
        """, new { most, only, source = only is null ? null : OrganisationSource.UriOf(only) });

    /// <summary>Those whose stage has ended and that are not closed.</summary>
    public static IReadOnlyList<EscalationRow> StagesEnded(this ReadScope scope, long now, int most) => scope.Query<EscalationRow>(
        "select * from escalation where closed_at is null and stage < 4 and stage_ends <= @now order by stage_ends limit @most", new { now, most });

    public static void Save(this WriteScope scope, EscalationRow escalation) => scope.Later("""
        insert into escalation (sender, escalation_id, record, child_token, message_id, delivery_id, organisation, role, raised_by, unsafe_now, stage, stage_ends, raised_at, answered_at, closed_at, outcome)
        values (@Sender, @EscalationId, @Record, @ChildToken, @MessageId, @DeliveryId, @Organisation, @Role, @RaisedBy, @UnsafeNow, @Stage, @StageEnds, @RaisedAt, @AnsweredAt, @ClosedAt, @Outcome)
        on conflict (sender, escalation_id) do update set message_id = excluded.message_id, stage = excluded.stage, stage_ends = excluded.stage_ends, unsafe_now = excluded.unsafe_now,
            answered_at = excluded.answered_at, closed_at = excluded.closed_at, outcome = excluded.outcome
        """, escalation);
}
