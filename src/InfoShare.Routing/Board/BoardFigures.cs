using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Storage;
using InfoShare.Storage.Board;
using InfoShare.Storage.Decisions;
using InfoShare.Vault;

namespace InfoShare.Routing.Board;

/// <summary>
/// What a partnership's board asks for: who answers in time, what came of challenges, what was said about agreement and when it was
/// overridden, which children wait to be taken over, which plans drift. Small counts are left out.
/// </summary>
public static class BoardFigures
{
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day that is not counted any more.</param>
    /// <param name="now">What waits and drifts is told as of now.</param>
    public static IReadOnlyList<Figure> Of(ReadScope scope, DateOnly from, DateOnly until, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (start, end) = (RoutingContext.StartOf(from).ToMicroseconds(), RoutingContext.StartOf(until).ToMicroseconds());
        return SmallNumbers.LeftOut([
            .. Named("answers", scope.AnswersOwed(start, end, now.ToMicroseconds())),
            .. Named("challenges", scope.Challenges(start, end)),
            .. Agreements(scope, from, until),
            .. DespiteRefusal(scope, start, end),
            .. ChildVoices(scope, start, end),
            .. Named("meetings-held", scope.MeetingsHeld(Days.Written(from), Days.Written(until))),
            .. Named("invitations", scope.Invitations(Days.Written(from), Days.Written(until))),
            .. Named("reports", scope.MeetingReports(Days.Written(from), Days.Written(until))),
            .. Named("disclosure-refused", scope.RefusedDisclosures(start, end)),
            .. Named("transfers", scope.TransfersWaiting(now.ToMicroseconds())),
            .. Plans(scope, RoutingContext.DayOf(now)),
        ]);
    }

    private static IEnumerable<Figure> Named(string series, IEnumerable<CountRow> rows) => rows.Select(row => new Figure(series, row.Of, row.What, row.Count));

    /// <summary>What was said, by what it was about, on the day from which it holds. A withdrawal counts on its day, and as nothing else.</summary>
    private static IEnumerable<Figure> Agreements(ReadScope scope, DateOnly from, DateOnly until) =>
        from consent in scope.EveryConsent()
        let day = RoutingContext.DayOf(consent.WithdrawnAt ?? consent.ValidFrom)
        where day >= @from && day < until
        group consent by (Of: Coded.Word(consent.AgreementTo), What: consent.WithdrawnAt is null ? Coded.Word(consent.Answer) : "withdrawn") into said
        orderby said.Key
        select new Figure("agreement", said.Key.Of, said.Key.What, said.Count());

    /// <summary>Messages that went to a kind of agency though sharing with it was refused, by the rule that let them. Each message counts once for a rule.</summary>
    private static IEnumerable<Figure> DespiteRefusal(ReadScope scope, long from, long until) =>
        from row in scope.DecisionsDespiteRefusal(@from, until)
        let facts = DecisionTable.Read<SharingFacts>(row.Facts)
        where facts.Consents.Any(consent => consent.RefusesSharing(facts.Recipient.Kind, null, facts.At))
        let decision = DecisionTable.Read<SharingDecision>(row.Outcome)
        where decision.MayKnow
        from rule in decision.Because
        group (row.Sender, row.MessageId) by (Of: Coded.Word(facts.Recipient.Kind), rule) into shared
        orderby shared.Key
        select new Figure("shared-despite-refusal", shared.Key.Of, shared.Key.rule, shared.Distinct().Count());

    /// <summary>Concerns that say something of the child's voice, and those that do not, by who raised them. Source: West Sussex LSCB.</summary>
    private static IEnumerable<Figure> ChildVoices(ReadScope scope, long from, long until) =>
        from facts in scope.ConcernFacts(@from, until).Select(DecisionTable.Read<MessageFacts>)
        group facts by (Of: Coded.Word(facts.From), What: facts.Parts.Contains(PartName.ChildVoice) ? "told" : "not-told") into voices
        orderby voices.Key
        select new Figure("child-voice", voices.Key.Of, voices.Key.What, voices.Count());

    /// <summary>Open plans, by their kind and how long they have been in place.</summary>
    private static IEnumerable<Figure> Plans(ReadScope scope, DateOnly today) =>
        from open in scope.PlansOfOpenCases()
        from plan in JsonSerializer.Deserialize<OpenPlan[]>(open.Plans, WireJson.Options) ?? []
        where plan.End is null || plan.End >= today
        group plan by (Of: open.Organisation, What: $"{Coded.Word(plan.Type)} {PlanAge.Of(plan.Start, today)}") into plans
        orderby plans.Key
        select new Figure("plans", plans.Key.Of, plans.Key.What, plans.Count());
}
