using InfoShare.Vault;

namespace InfoShare.Storage.Failures;

/// <summary>A message that routing could not deal with, and that is not on record.</summary>
public sealed record GivenUpRow
{
    public required string Sender { get; init; }
    public required string MessageId { get; init; }

    /// <summary>How often its broker gave it up.</summary>
    public long Times { get; init; }

    /// <summary>When it was given up last.</summary>
    public long At { get; init; }

    /// <summary>1: it stays on the broker until it is too old; 0: it is tried once more.</summary>
    public long Kept { get; init; }
}

/// <summary>Reads what routing gave up on, which only the audit knows.</summary>
public static class GivenUpTable
{
    /// <summary>Those given up from a time on, the latest first, without what has come to be on record since: its sender offers it again.</summary>
    public static IReadOnlyList<GivenUpRow> GivenUp(this ReadScope scope, long since, int most) => scope.Query<GivenUpRow>("""
        select detail as sender, about as message_id, count(*) as times, max(at) as at, cast(max(case when kind = 'message-kept' then 1 else 0 end) as bigint) as kept from audit
        where kind in ('message-kept', 'message-given-back') and at >= @since and not exists (select 1 from message m where m.sender = audit.detail and m.id = audit.about)
        group by detail, about order by max(at) desc, about limit @most
        """, new { since, most });
}
