using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Storage.Board;

/// <summary>How many of something; the words depend on the question.</summary>
public sealed record CountRow
{
    public required string Of { get; init; }
    public required string What { get; init; }
    public long Count { get; init; }
}

/// <summary>What a safeguarding partnership's board asks of the records: counts, and nothing of a child. Times in microseconds.</summary>
public static class BoardTable
{
    /// <summary>Answers that were owed from some time until another, by who owed them: in-time, late, missing or open.</summary>
    public static IReadOnlyList<CountRow> AnswersOwed(this ReadScope scope, long from, long until, long now) => scope.Query<CountRow>("""
        select organisation as Of, owed || ' ' || case
            when answered_at < late_from then 'in-time' when answered_at is not null then 'late' when late_from <= @now then 'missing' else 'open' end as What, count(*) as Count
        from answer_clock where started_at >= @from and started_at < @until and closed_at is null group by 1, 2 order by 1, 2
        """, new { from, until, now });

    /// <summary>Challenges that were raised in that time, by the role that raised them, and what came of them.</summary>
    public static IReadOnlyList<CountRow> Challenges(this ReadScope scope, long from, long until) => scope.Query<CountRow>("""
        select raised_by as Of, case when closed_at is not null then outcome when stage > 3 then 'mediation' else 'open' end as What, count(*) as Count
        from escalation where raised_at >= @from and raised_at < @until group by 1, 2 order by 1, 2
        """, new { from, until });

    /// <summary>Transfers that wait now, by who is asked; overdue ones apart.</summary>
    public static IReadOnlyList<CountRow> TransfersWaiting(this ReadScope scope, long now) => scope.Query<CountRow>("""
        select coalesce(to_organisation, 'nobody') as Of, kind || ' ' || state || case when conference_by < @now then ' overdue' else '' end as What, count(*) as Count
        from transfer where state in ('requested', 'accepted') group by 1, 2 order by 1, 2
        """, new { now });

    /// <summary>Invitations to meetings of those days, by who was invited: attended, absent, or called where nobody has said that it was held.</summary>
    public static IReadOnlyList<CountRow> Invitations(this ReadScope scope, string from, string until) => scope.Query<CountRow>("""
        select organisation as Of, type || ' ' || case when held = 0 then 'called' when attended = 1 then 'attended' else 'absent' end as What, count(*) as Count
        from meeting_place where day >= @from and day < @until group by 1, 2 order by 1, 2
        """, new { from, until });

    /// <summary>Reports that were asked for, of meetings held in those days, by who was asked.</summary>
    public static IReadOnlyList<CountRow> MeetingReports(this ReadScope scope, string from, string until) => scope.Query<CountRow>("""
        select organisation as Of, type || ' ' || case when reported = 1 then 'given' else 'missing' end as What, count(*) as Count
        from meeting_place where held = 1 and reported is not null and day >= @from and day < @until group by 1, 2 order by 1, 2
        """, new { from, until });

    /// <summary>Meetings held in those days, by their kind: of a monthly review, each is a case that was reviewed.</summary>
    public static IReadOnlyList<CountRow> MeetingsHeld(this ReadScope scope, string from, string until) => scope.Query<CountRow>("""
        select type as Of, 'held' as What, count(*) as Count from (select distinct sender, meeting_id, type from meeting_place where held = 1 and day >= @from and day < @until) m group by 1 order by 1
        """, new { from, until });

    /// <summary>What agencies have decided in that time not to tell, by who has decided.</summary>
    public static IReadOnlyList<CountRow> RefusedDisclosures(this ReadScope scope, long from, long until) => scope.Query<CountRow>(
        "select source as Of, 'refused' as What, count(*) as Count from refused_disclosure where at >= @from and at < @until group by 1 order by 1", new { from, until });

    /// <summary>The coded facts of concerns that were received in that time.</summary>
    public static IEnumerable<string> ConcernFacts(this ReadScope scope, long from, long until) => scope.Stream<string>("""
        select facts from message where type in ('concern.raised', 'concern.corrected') and facts is not null and received_at >= @from and received_at < @until order by received_at
        """, new { from, until });

    /// <summary>The plans of each case that goes on, as JSON, with whose it is.</summary>
    public static IEnumerable<CasePlansRow> PlansOfOpenCases(this ReadScope scope) =>
        scope.Stream<CasePlansRow>("select organisation, plans from involvement where until is null and plans <> '[]' order by organisation");

    /// <summary>All that was recorded of agreement.</summary>
    public static IEnumerable<ConsentFact> EveryConsent(this ReadScope scope) =>
        scope.Stream<string>("select fact from consent").Select(DecisionTable.Read<ConsentFact>);

    /// <summary>First decisions of that time about children of whom somebody has refused something.</summary>
    public static IEnumerable<DecisionRow> DecisionsDespiteRefusal(this ReadScope scope, long from, long until) => scope.Stream<DecisionRow>("""
        select * from decision where kind = 'first' and at >= @from and at < @until and facts like '%"answer":"refused"%' order by id
        """, new { from, until });
}

/// <summary>A case and its plans.</summary>
public sealed record CasePlansRow
{
    public required string Organisation { get; init; }

    /// <summary>JSON.</summary>
    public required string Plans { get; init; }
}
