using InfoShare.Vault;

namespace InfoShare.Storage.Answers;

/// <summary>What became of one concern at one recipient.</summary>
public sealed record ResponseRow
{
    public required string Sender { get; init; }
    public required string About { get; init; }
    public required string Organisation { get; init; }
    public required string Role { get; init; }
    public required string State { get; init; }
    public long DecidedAt { get; init; }
    public long? ReceivedAt { get; init; }
    public long? DeliveryAnsweredAt { get; init; }

    /// <summary>What was decided about the concern last, by anybody; null: nothing.</summary>
    public string? Outcome { get; init; }

    public string? Clock { get; init; }
    public string? Owed { get; init; }
    public long? LateFrom { get; init; }
    public long? ClockAnsweredAt { get; init; }
    public long? ClosedAt { get; init; }
}

/// <summary>Reads the response board: who was told of which concern, who has answered, who is late.</summary>
public static class ResponseTable
{
    /// <summary>Of the concerns that were told last, each with its recipients; one row for each answer that is owed.</summary>
    /// <param name="sender">Only of this participant; empty: of all.</param>
    /// <param name="lateAt">Only concerns with an answer that is late then and has not come; null: all.</param>
    /// <param name="most">How many concerns.</param>
    public static IReadOnlyList<ResponseRow> Responses(this ReadScope scope, string sender, long? lateAt, int most) => scope.Query<ResponseRow>("""
        with told as (
            select a.sender, a.about, max(d.decided_at) as told_at from about_state a join message m on m.sender = a.sender and m.id = a.message_id
                join delivery d on d.sender = m.sender and d.message_id = m.id
            where a.withdrawn = 0 and m.type not in ('child.movedArea', 'transfer.requested') and m.facts is not null and (@sender = '' or a.sender = @sender)
                and (@lateAt < 0 or exists (select 1 from answer_clock c where c.sender = a.sender and c.about = a.about
                    and c.answered_at is null and c.closed_at is null and c.late_from <= @lateAt))
            group by a.sender, a.about order by told_at desc, a.about limit @most)
        select t.sender, t.about, d.organisation, d.role, d.state, d.decided_at, d.received_at, d.answered_at as delivery_answered_at, a.outcome,
            c.clock, c.owed, c.late_from, c.answered_at as clock_answered_at, c.closed_at
        from told t join about_state a on a.sender = t.sender and a.about = t.about
            join message m on m.sender = a.sender and m.id = a.message_id
            join delivery d on d.sender = m.sender and d.message_id = m.id and d.kind in ('original', 'correction', 'notice')
            left join answer_clock c on c.sender = t.sender and c.about = t.about and c.organisation = d.organisation and c.role = d.role
        order by t.told_at desc, t.about, d.organisation, d.role, c.clock
        """, new { sender, lateAt = lateAt ?? -1, most });
}
