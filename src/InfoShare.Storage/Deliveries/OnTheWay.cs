using InfoShare.Vault;

namespace InfoShare.Storage.Deliveries;

/// <summary>What is on its way, and what must wait for it.</summary>
public static class OnTheWay
{
    private const string Counted = """
        select count(*) filter (where d.urgent = 0) as ordinary, count(*) filter (where d.urgent = 1) as urgent from delivery d
        where d.state in ('sending', 'sent') and d.due_at > case when d.state = 'sending' then @leaseFrom else @now end
        """;

    /// <summary>How many of each participant's are in the broker, as far as is known; nothing of some of those who have none there.</summary>
    /// <param name="leaseFrom">Of those that are sending, only the ones whose lease ends later: what became of the others will show.</param>
    public static Asked<InBrokerRow> InBroker(this ReadScope scope, string[] participants, long now, long leaseFrom) => scope.Ask<InBrokerRow>(scope.OnServer
        // Each by the index that begins with its name: of all together PostgreSQL would go through whatever anybody has not received.
        ? $"select asked.participant, counted.* from unnest(@participants) asked (participant) cross join lateral ({Counted} and d.participant = asked.participant) counted"
        : $"select d.participant, {Counted["select ".Length..]} and d.participant in @participants group by d.participant",
        new { participants, now, leaseFrom });

    /// <summary>Those of the keys of which something ordinary has not been received yet, by whomever.</summary>
    public static Asked<string> KeysWaiting(this ReadScope scope, string[] keys) => scope.Ask<string>("""
        select distinct partition_key from delivery where partition_key in @keys
            and urgent = 0 and kind <> 'review' and state in ('decided', 'sending', 'sent', 'held', 'failed')
        """, new { keys });

    /// <summary>Where those stand that may be on their way still, or are asked about again.</summary>
    public static IReadOnlyList<StandingRow> StandingOf(this ReadScope scope, string[] ids) => scope.Query<StandingRow>(
        "select delivery_id, state, attempts from delivery where delivery_id in @ids and state in ('sending', 'received')", new { ids });
}

/// <summary>How many of a participant's deliveries are in the broker.</summary>
public sealed record InBrokerRow
{
    public required string Participant { get; init; }
    public long Ordinary { get; init; }
    public long Urgent { get; init; }
}

/// <summary>Where a delivery stands.</summary>
public sealed record StandingRow
{
    public required string DeliveryId { get; init; }
    public required string State { get; init; }
    public long Attempts { get; init; }
}
