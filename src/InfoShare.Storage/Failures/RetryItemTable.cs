using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Storage.Failures;

/// <summary>One delivery that is to be sent again, and what stands in its way.</summary>
public sealed record RetryCandidate
{
    public long N { get; init; }
    public required string DeliveryId { get; init; }

    /// <summary>Empty: nobody's, as far as was known when it was decided.</summary>
    public required string Participant { get; init; }

    public required string Organisation { get; init; }

    /// <summary>A code; null: nothing does, as far as the records tell.</summary>
    public string? Why { get; init; }
}

/// <summary>How many of a retry have come to one outcome.</summary>
public sealed record RetryTally
{
    /// <summary>One of <see cref="RetryOutcomes"/>; empty: not known yet.</summary>
    public required string Outcome { get; init; }

    /// <summary>1: they were sent again.</summary>
    public long Again { get; init; }

    public long Count { get; init; }
}

/// <summary>Reads and writes the deliveries of retries.</summary>
public static class RetryItemTable
{
    /// <summary>What is never sent again, whoever asks: the first that holds.</summary>
    private const string WhyNot = """
        case when d.state not in ('failed', 'expired') then 'changed' when d.recall is not null then 'recalled' when d.cause = 'given-up' then 'given-up'
            when d.cause = 'no-recipient' then 'no-recipient' when d.cause = 'erased' then 'erased'
            when d.kind not in ('sender-notice', 'reminder', 'answer') and exists (
                select 1 from about_state a where a.about = d.about and a.sender = d.sender and d.order_no < a.order_no) then 'overtaken'
            when d.kind not in ('sender-notice', 'reminder') and not exists (
                select 1 from message m where m.id = d.message_id and m.sender = d.sender and length(m.body) > 0) then 'erased' end
        """;

    /// <summary>Of a group, in the order in which they would go, each with what stands in its way; changes nothing.</summary>
    public static IReadOnlyList<RetryCandidate> CandidatesIn(this ReadScope scope, FailureGroup group, int most) => scope.Query<RetryCandidate>($"""
        select 0 as n, d.delivery_id, coalesce(d.participant, '') as participant, d.organisation, {WhyNot} as why
        from delivery d where {FailureTable.In(group)} order by d.order_no, d.delivery_id limit {most}
        """, group);

    /// <summary>Puts deliveries of a group into a retry, in the order in which they go.</summary>
    public static void Fill(this WriteScope scope, string retryId, FailureGroup group, int most) => scope.Execute($"""
        insert into retry_item (retry_id, n, delivery_id)
        select @retryId, row_number() over (order by d.order_no, d.delivery_id), d.delivery_id from delivery d where {FailureTable.In(group)}
        order by d.order_no, d.delivery_id limit {most}
        """, new { retryId, group.State, group.Cause, group.Type, group.Participant });

    /// <summary>The next that are neither sent again nor left out.</summary>
    public static IReadOnlyList<RetryCandidate> NextOf(this ReadScope scope, string retryId, int most) => scope.Query<RetryCandidate>($"""
        select i.n, d.delivery_id, coalesce(d.participant, '') as participant, d.organisation, {WhyNot} as why
        from retry_item i join delivery d on d.delivery_id = i.delivery_id
        where i.retry_id = @retryId and i.again_at is null and i.outcome is null order by i.n limit {most}
        """, new { retryId });

    /// <summary>Back to where the dispatcher finds it: due now, decided again before it leaves, under its own id.</summary>
    public static void SendAgain(this WriteScope scope, string retryId, long n, string deliveryId, string participant, long now)
    {
        scope.Later("""
            update delivery set state = 'decided', participant = @participant, attempts = 0, due_at = @now, decided_at = @now, late_told = 0, cause = null,
                code = case when code = 'undeliverable' then null else code end, sent_at = null, received_at = null, handed_over_at = null
            where delivery_id = @deliveryId and state in ('failed', 'expired')
            """, new { deliveryId, participant, now });
        scope.Later("update retry_item set again_at = @now where retry_id = @retryId and n = @n", new { retryId, n, now });
    }

    /// <summary>It is not sent again.</summary>
    public static void LeaveOut(this WriteScope scope, string retryId, long n, string why, long now) => scope.Later(
        "update retry_item set outcome = 'not-sent', why = @why, settled_at = @now where retry_id = @retryId and n = @n", new { retryId, n, why, now });

    /// <summary>None of the rest is sent again.</summary>
    public static void LeaveOutRest(this WriteScope scope, string retryId, string why, long now) => scope.Execute(
        "update retry_item set outcome = 'not-sent', why = @why, settled_at = @now where retry_id = @retryId and again_at is null and outcome is null", new { retryId, why, now });

    /// <summary>Notes the outcome of those that were sent again and went no further, by what their deliveries have come to.</summary>
    public static void Settle(this WriteScope scope, string retryId, long now)
    {
        Settle(scope, retryId, now, RetryOutcomes.HandedOver, [DeliveryStates.HandedOver, DeliveryStates.Acknowledged, DeliveryStates.Answered]);
        Settle(scope, retryId, now, RetryOutcomes.FailedAgain, [DeliveryStates.Failed, DeliveryStates.Expired]);
        Settle(scope, retryId, now, RetryOutcomes.Stopped, [DeliveryStates.Withheld, DeliveryStates.Held, DeliveryStates.Superseded, DeliveryStates.Recalled]);
    }

    /// <summary>How many have come to which outcome.</summary>
    public static IReadOnlyList<RetryTally> TallyOf(this ReadScope scope, string retryId) => scope.Query<RetryTally>("""
        select coalesce(outcome, '') as outcome, case when again_at is null then 0 else 1 end as again, count(*) as count from retry_item where retry_id = @retryId group by 1, 2
        """, new { retryId });

    /// <summary>How many were sent again from a time on.</summary>
    public static long CountSentAgainBy(this ReadScope scope, string retryId, long since) =>
        scope.First<long>("select count(*) from retry_item where retry_id = @retryId and again_at > @since", new { retryId, since });

    /// <summary>Those that were sent again or left out, the latest first.</summary>
    public static IReadOnlyList<RetryItem> ItemsOf(this ReadScope scope, string retryId, int most) => scope.Query<RetryItem>($"""
        select * from retry_item where retry_id = @retryId and (again_at is not null or outcome is not null) order by n desc limit {most}
        """, new { retryId });

    private static void Settle(WriteScope scope, string retryId, long now, string outcome, string[] states) => scope.Execute("""
        update retry_item set outcome = @outcome, settled_at = @now, why = (select d.state from delivery d where d.delivery_id = retry_item.delivery_id)
        where retry_id = @retryId and again_at is not null and outcome is null
            and exists (select 1 from delivery d where d.delivery_id = retry_item.delivery_id and d.state in @states)
        """, new { retryId, now, outcome, states });
}
