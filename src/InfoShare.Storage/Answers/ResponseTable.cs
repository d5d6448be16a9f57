using InfoShare.Contracts.Codes;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Answers;

/// <summary>What became of one concern at one recipient.</summary>
public sealed record ResponseRow
{
    public required string Sender { get; init; }
    public required string About { get; init; }

    /// <summary>The organisation that told of the concern, as messages name it.</summary>
    public string? Source { get; init; }

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
    private const string NotConcerns = "('child.movedArea', 'transfer.requested')";

    /// <summary>How many open clocks are looked at for each concern that is wanted: a concern has several.</summary>
    private const int ClocksOfOne = 6;

    /// <summary>Each of the concerns in <c>told</c> with its recipients; one row for each answer that is owed.</summary>
    private const string WithRecipients = """
        select t.sender, t.about, m.source, d.organisation, d.role, d.state, d.decided_at, d.received_at, d.answered_at as delivery_answered_at, a.outcome,
            c.clock, c.owed, c.late_from, c.answered_at as clock_answered_at, c.closed_at
        from told t join about_state a on a.sender = t.sender and a.about = t.about
            join message m on m.sender = a.sender and m.id = a.message_id
            join delivery d on d.sender = m.sender and d.message_id = m.id and d.kind in ('original', 'correction', 'notice')
            left join answer_clock c on c.sender = t.sender and c.about = t.about and c.organisation = d.organisation and c.role = d.role
        order by t.place, t.about, d.organisation, d.role, c.clock
        """;

    /// <summary>Of the concerns that were told last, each with its recipients.</summary>
    /// <param name="sender">Only of this participant; empty: of all.</param>
    /// <param name="lateAt">Only concerns with an answer that is late then and has not come; null: all.</param>
    /// <param name="most">How many concerns.</param>
    public static IReadOnlyList<ResponseRow> Responses(this ReadScope scope, string sender, long? lateAt, int most) => scope.Query<ResponseRow>($"""
        with told as (
            select a.sender, a.about, -max(d.decided_at) as place from about_state a join message m on m.sender = a.sender and m.id = a.message_id
                join delivery d on d.sender = m.sender and d.message_id = m.id
            where a.withdrawn = 0 and m.type not in {NotConcerns} and m.facts is not null and (@sender = '' or a.sender = @sender)
                and (@lateAt < 0 or exists (select 1 from answer_clock c where c.sender = a.sender and c.about = a.about
                    and c.answered_at is null and c.closed_at is null and c.late_from <= @lateAt))
            group by a.sender, a.about order by place, a.about limit @most)
        {WithRecipients}
        """, new { sender, lateAt = lateAt ?? -1, most });

    /// <summary>The concerns about which an answer is owed and has not come, by when it is late, the first first.</summary>
    /// <param name="only">Those that this organisation has sent, and those about which it owes an answer itself; null: all.</param>
    public static IReadOnlyList<ResponseRow> ResponsesOwed(this ReadScope scope, string? only, int most) => scope.Query<ResponseRow>($"""
        with told as (
            select sender, about, min(late_from) as place from (
                select c.sender, c.about, c.late_from from answer_clock c where c.answered_at is null and c.closed_at is null {(only is null ? "" : $"and ({OwedBy} or {SentBy})")}
                order by c.late_from limit @clocks) first
            group by sender, about order by place, about limit @most)
        {WithRecipients}
        """, new { only, source = SourceOf(only), left = DeliveryStates.MayHaveLeft, clocks = most * ClocksOfOne, most });

    /// <summary>The concerns that came last, since a time.</summary>
    /// <param name="only">Those that this organisation has sent, and those of which something may have left to it; null: all.</param>
    public static IReadOnlyList<ResponseRow> ResponsesLately(this ReadScope scope, string? only, long since, int most) => scope.Query<ResponseRow>($"""
        with told as (
            select m.sender, m.about, -m.received_at as place from message m join about_state s on s.about = m.about and s.sender = m.sender and s.message_id = m.id
            where m.received_at >= @since and m.facts is not null and m.type not in {NotConcerns} and s.withdrawn = 0
                {(only is null ? "" : "and (m.source = @source or exists (select 1 from delivery x where x.sender = m.sender and x.message_id = m.id and x.organisation = @only and x.state in @left))")}
            order by m.received_at desc, m.about limit @most)
        {WithRecipients}
        """, new { only, source = SourceOf(only), left = DeliveryStates.MayHaveLeft, since, most });

    private const string OwedBy = "c.organisation = @only and exists (select 1 from delivery x where x.delivery_id = c.delivery_id and x.state in @left)";

    private const string SentBy = """
        exists (select 1 from about_state s join message x on x.sender = s.sender and x.id = s.message_id where s.sender = c.sender and s.about = c.about and x.source = @source)
        """;

    private static string? SourceOf(string? organisation) => organisation is null ? null : OrganisationSource.UriOf(organisation);
}
