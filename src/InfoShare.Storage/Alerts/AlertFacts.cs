using InfoShare.Storage.Answers;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Storage.Alerts;

/// <summary>Deliveries that are alike, counted.</summary>
public sealed record StuckRow
{
    public required string State { get; init; }

    /// <summary>Empty where nobody serves the recipient.</summary>
    public required string Participant { get; init; }

    public long Urgent { get; init; }
    public long Count { get; init; }
    public long Oldest { get; init; }
}

/// <summary>Asks the records for what somebody may have to know of.</summary>
public static class AlertFacts
{
    /// <summary>Deliveries that need a person.</summary>
    public static IReadOnlyList<StuckRow> Stuck(this ReadScope scope) => scope.Query<StuckRow>("""
        select state, coalesce(participant, '') as participant, urgent, count(*) as count, min(decided_at) as oldest from delivery
        where state in ('failed', 'expired', 'held') group by 1, 2, 3
        """);

    /// <summary>Urgent deliveries decided until then that are not received.</summary>
    public static IReadOnlyList<StuckRow> UrgentNotReceived(this ReadScope scope, long until) => scope.Query<StuckRow>("""
        select 'waiting' as state, coalesce(participant, '') as participant, urgent, count(*) as count, min(decided_at) as oldest from delivery
        where state in ('decided', 'sending', 'sent') and decided_at <= @until and urgent = 1 group by 1, 2, 3
        """, new { until });

    /// <summary>Answers that are late, the latest ones first.</summary>
    public static IReadOnlyList<AnswerClockRow> LateAnswers(this ReadScope scope, long now, int most) => scope.Query<AnswerClockRow>(
        $"select * from answer_clock where answered_at is null and closed_at is null and late_from <= @now order by late_from limit {most}", new { now });

    /// <summary>Emergency access whose review is overdue, whoever was told.</summary>
    public static IReadOnlyList<EmergencyRow> ReviewsOverdue(this ReadScope scope, long now, int most) => scope.Query<EmergencyRow>(
        $"select e.*, 1 as of_this_store from emergency e where reviewed_at is null and (review_by is null or review_by <= @now) order by asked_at limit {most}", new { now });

    /// <summary>What each writer has noted of its starts: which sets it decides by, that policies were refused, that the store was restored.</summary>
    public static IReadOnlyList<AuditRow> Starts(this ReadScope scope)
    {
        var writers = scope.AuditWriters().ToArray();
        return writers.Length == 0 ? [] : scope.Query<AuditRow>("""
            select * from audit where about in @writers and writer = about and kind in ('started', 'policy-refused', 'store-restored') order by writer, n
            """, new { writers });
    }
}
