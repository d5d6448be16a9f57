using InfoShare.Vault;

namespace InfoShare.Storage.Flow;

/// <summary>Deliveries on their way that are alike, counted.</summary>
public sealed record FlowRow
{
    public required string Sender { get; init; }

    /// <summary>Empty where nobody serves the recipient.</summary>
    public required string Participant { get; init; }

    public required string Type { get; init; }
    public required string State { get; init; }
    public string? Area { get; init; }

    /// <summary>hour, day or month: the shortest of these in which the message was received.</summary>
    public required string Span { get; init; }

    public long Count { get; init; }
}

/// <summary>How long one delivery took.</summary>
public sealed record TookRow
{
    public required string Participant { get; init; }
    public required string Type { get; init; }

    /// <summary>From its message's arrival to its being handed over, in microseconds.</summary>
    public long Took { get; init; }
}

/// <summary>What waits for one participant.</summary>
public sealed record WaitingRow
{
    public required string Participant { get; init; }
    public required string Type { get; init; }
    public long Count { get; init; }

    /// <summary>Of these, how many came back from the broker when they were sent last: it has no queue for the participant.</summary>
    public long CameBack { get; init; }

    public long Oldest { get; init; }
}

/// <summary>Answers that one organisation owed.</summary>
public sealed record AnsweredRow
{
    public required string Organisation { get; init; }
    public long Owed { get; init; }
    public long InTime { get; init; }
    public long Late { get; init; }
}

/// <summary>When a participant was last heard.</summary>
public sealed record HeardRow
{
    public required string Participant { get; init; }
    public long At { get; init; }
}

/// <summary>Reads how things flow: counts and times.</summary>
public static class FlowTable
{
    /// <summary>The deliveries of messages received from the first of these times on. The database counts them: there may be millions.</summary>
    public static IReadOnlyList<FlowRow> FlowSince(this ReadScope scope, long month, long day, long hour) => scope.Query<FlowRow>("""
        select m.sender, coalesce(d.participant, '') as participant, d.message_type as type, d.state, c.area,
            case when m.received_at >= @hour then 'hour' when m.received_at >= @day then 'day' else 'month' end as span, count(*) as count
        from message m join delivery d on d.sender = m.sender and d.message_id = m.id left join child c on c.token = m.child_token
        where m.received_at >= @month group by 1, 2, 3, 4, 5, 6
        """, new { month, day, hour });

    /// <summary>
    /// The deliveries that were handed over, of messages received from a time on, one by one, for as long as the scope is open. What was told later for another reason is not
    /// among them: it did not begin with the message.
    /// </summary>
    public static IEnumerable<TookRow> HandedOverSince(this ReadScope scope, long since) => scope.Stream<TookRow>("""
        select coalesce(d.participant, '') as participant, d.message_type as type, d.handed_over_at - m.received_at as took
        from message m join delivery d on d.sender = m.sender and d.message_id = m.id
        where m.received_at >= @since and d.handed_over_at is not null and d.kind in ('original', 'correction', 'notice')
        """, new { since });

    /// <summary>
    /// What waits until the recipient's system has it, by participant and type: also what its adapter has and cannot hand over. Each half has an index of its own.
    /// </summary>
    public static IReadOnlyList<WaitingRow> Waiting(this ReadScope scope) => scope.Query<WaitingRow>("""
        select participant, type, cast(sum(n) as bigint) as count, cast(sum(back) as bigint) as came_back, min(oldest) as oldest from (
            select coalesce(participant, '') as participant, message_type as type, count(*) as n, count(case when cause = 'unroutable' then 1 end) as back, min(decided_at) as oldest
            from delivery where state in ('decided', 'sending', 'sent') group by 1, 2
            union all
            select coalesce(participant, ''), message_type, count(*), 0, min(decided_at) from delivery where state = 'received' group by 1, 2) waiting
        group by 1, 2
        """);

    /// <summary>Answers whose clock started from a time on, by organisation.</summary>
    public static IReadOnlyList<AnsweredRow> Answered(this ReadScope scope, long since, long now) => scope.Query<AnsweredRow>("""
        select organisation, count(*) as owed,
            count(case when answered_at < late_from then 1 end) as in_time,
            count(case when (answered_at is null and closed_at is null and late_from <= @now) or answered_at >= late_from then 1 end) as late
        from answer_clock where started_at >= @since group by organisation
        """, new { since, now });

    /// <summary>The latest message of each participant that sent one from a time on.</summary>
    public static IReadOnlyList<HeardRow> Heard(this ReadScope scope, long since) => scope.Query<HeardRow>(
        "select sender as participant, max(received_at) as at from message where received_at >= @since group by sender", new { since });

    /// <summary>How many deliveries need a person, by state.</summary>
    public static IReadOnlyList<AttentionRow> Attention(this ReadScope scope) => scope.Query<AttentionRow>(
        "select state, count(*) as count, min(decided_at) as oldest from delivery where state in ('failed', 'expired', 'held') group by state");
}

/// <summary>Deliveries that need a person.</summary>
public sealed record AttentionRow
{
    public required string State { get; init; }
    public long Count { get; init; }
    public long Oldest { get; init; }
}
