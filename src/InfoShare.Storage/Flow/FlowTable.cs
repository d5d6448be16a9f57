using InfoShare.Vault;

namespace InfoShare.Storage.Flow;

/// <summary>One delivery on its way, as the figures need it: no ids.</summary>
public sealed record FlowRow
{
    public required string Sender { get; init; }

    /// <summary>Empty where nobody serves the recipient.</summary>
    public required string Participant { get; init; }

    public required string Type { get; init; }
    public required string State { get; init; }
    public required string Kind { get; init; }
    public string? Area { get; init; }
    public long Urgent { get; init; }
    public long MessageAt { get; init; }
    public long DecidedAt { get; init; }
    public long? HandedOverAt { get; init; }
}

/// <summary>What waits for one participant.</summary>
public sealed record WaitingRow
{
    public required string Participant { get; init; }
    public required string Type { get; init; }
    public long Count { get; init; }
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
    /// <summary>The deliveries of messages received from a time on, one by one, for as long as the scope is open.</summary>
    public static IEnumerable<FlowRow> FlowSince(this ReadScope scope, long since) => scope.Stream<FlowRow>("""
        select m.sender, coalesce(d.participant, '') as participant, d.message_type as type, d.state, d.kind, c.area, d.urgent, m.received_at as message_at, d.decided_at, d.handed_over_at
        from message m join delivery d on d.sender = m.sender and d.message_id = m.id left join child c on c.token = m.child_token
        where m.received_at >= @since
        """, new { since });

    /// <summary>What waits to be received, by participant and type.</summary>
    public static IReadOnlyList<WaitingRow> Waiting(this ReadScope scope) => scope.Query<WaitingRow>("""
        select coalesce(participant, '') as participant, message_type as type, count(*) as count, min(decided_at) as oldest from delivery
        where state in ('decided', 'sending', 'sent') group by 1, 2
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
