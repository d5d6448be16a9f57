using InfoShare.Vault;

namespace InfoShare.Storage.Histories;

/// <summary>A concern as it was last told, without its content.</summary>
public sealed record PastConcernRow
{
    public required string ChildToken { get; init; }
    public required string Sender { get; init; }
    public required string About { get; init; }

    /// <summary>The message that is the latest word.</summary>
    public required string MessageId { get; init; }

    public long HappenedAt { get; init; }
    public long ReceivedAt { get; init; }

    /// <summary>JSON of its coded facts.</summary>
    public required string Facts { get; init; }

    /// <summary>What a recipient has decided about it, as a code; null: nothing yet.</summary>
    public string? Outcome { get; init; }
}

/// <summary>Something that was shared about a child.</summary>
public sealed record ChronologyRow
{
    public required string Sender { get; init; }
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string ChildToken { get; init; }
    public long HappenedAt { get; init; }

    /// <summary>JSON of its coded facts.</summary>
    public required string Facts { get; init; }

    public long KeyId { get; init; }
    public byte[] Body { get; init; } = [];

    /// <summary>What a recipient has decided about it, as a code.</summary>
    public string? Outcome { get; init; }
}

/// <summary>That an organisation knows a child, with the plans it has told of.</summary>
public sealed record PastInvolvementRow
{
    public required string ChildToken { get; init; }

    /// <summary>As <c>scheme/code</c>.</summary>
    public required string Organisation { get; init; }

    public string? Since { get; init; }
    public string? Until { get; init; }

    /// <summary>Why it ended: a CIN census code.</summary>
    public string? Closure { get; init; }

    /// <summary>JSON list of plans, coded.</summary>
    public required string Plans { get; init; }
}

/// <summary>Reads what is known of children from before. Withdrawn concerns are not among it.</summary>
public static class HistoryTable
{
    /// <summary>The concerns about some children, those that happened last first. Without a join, for which PostgreSQL may go through the whole table.</summary>
    /// <param name="most">Of each child.</param>
    public static Asked<PastConcernRow> PastConcernsOf(this ReadScope scope, string[] childTokens, int most) => scope.Ask<PastConcernRow>("""
        select child_token, sender, about, message_id, happened_at, received_at, facts,
            (select a.outcome from about_state a where a.about = latest.about and a.sender = latest.sender) as outcome
        from (
            select m.child_token, m.sender, m.about, m.id as message_id, m.happened_at, m.received_at, m.facts,
                row_number() over (partition by m.child_token order by m.happened_at desc, m.received_at desc, m.id) as nth
            from message m
            where m.child_token in @childTokens and m.facts is not null and m.happened_at is not null and m.type in ('concern.raised', 'concern.corrected')
                and (select a.message_id from about_state a where a.about = m.about and a.sender = m.sender and a.withdrawn = 0 limit 1) = m.id) latest
        where nth <= @most order by child_token, nth
        """, new { childTokens, most });

    /// <summary>What was shared about a child, each as it was last told and with what was decided about it, as it happened.</summary>
    public static IReadOnlyList<ChronologyRow> ChronologyOf(this ReadScope scope, string childToken, int most) => scope.Query<ChronologyRow>("""
        select m.sender, m.id, m.type, m.child_token, m.happened_at, m.facts, m.key_id, m.body, a.outcome
        from message m join about_state a on a.sender = m.sender and a.about = m.about and a.message_id = m.id
        where m.child_token = @childToken and a.withdrawn = 0 and m.facts is not null and m.happened_at is not null
        order by m.happened_at desc, m.received_at desc, m.id limit @most
        """, new { childToken, most });

    /// <summary>The body as it came; null once erased.</summary>
    public static byte[]? BodyOf(this ReadScope scope, ChronologyRow row) => scope.Unseal(row.KeyId, row.Body);

    /// <summary>Who knows some children, and the plans they have told of.</summary>
    public static Asked<PastInvolvementRow> InvolvementsOf(this ReadScope scope, string[] childTokens) => scope.Ask<PastInvolvementRow>(
        "select child_token, organisation, since, until, closure, plans from involvement where child_token in @childTokens order by since", new { childTokens });
}
