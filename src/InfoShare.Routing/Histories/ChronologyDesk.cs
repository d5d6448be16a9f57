using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Transfers;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Families;
using InfoShare.Storage.Histories;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Routing.Histories;

/// <summary>
/// Tells what happened to a child, across agencies, by when it happened, as far as one reader may know it. Each event is a question of
/// its own to the policy, asked now. That somebody reads it is on record before they see it.
/// </summary>
public sealed class ChronologyDesk
{
    private const int MostOfOne = 500;
    private const int MostWhy = 1_000;
    private const int MostRelated = 20;

    private readonly RoutingContext routing;
    private readonly Operators operators;

    internal ChronologyDesk(RoutingContext routing) => (this.routing, operators) = (routing, new(routing.Store));

    public Task<ChronologyAnswer> ReadAsync(ChronologyAsk asked) => routing.Store.WriteAsync(scope =>
    {
        if (EmergencyRules.ProblemOfName(asked.By) is { } problem)
            return new(problem);
        if (string.IsNullOrWhiteSpace(asked.Why) || asked.Why.Length > MostWhy)
            return new($"why it is needed must be said, in {MostWhy} characters at the most");
        if (scope.FindDelivery(asked.DeliveryId) is not { ChildToken: { } child, Kind: "original" or "correction" or "notice" } delivery || scope.LatestDecision(delivery.DeliveryId) is not { Facts.Length: > 0 } decision)
            return new ChronologyAnswer("there is no such delivery, or it shares nothing about a child with a recipient");

        var reader = ReaderOf(delivery, DecisionTable.Read<SharingFacts>(decision.Facts));
        var why = routing.Store.Operators.Of("why", asked.Why.Trim());
        scope.KeepName(why, asked.Why.Trim());
        scope.Audit(routing.Settings.Writer, routing.Now, "chronology-read", delivery.DeliveryId, $"{reader.Recipient.Name}{(asked.Family ? " family" : "")} by:{operators.TokenOf(scope, asked.By)} why:{why}");
        List<IReadOnlyList<RelatedChildRow>> children = [[new() { ChildToken = child, Because = "" }], .. asked.Family ? Related(scope, child) : []];
        var read = children.Select((one, nth) => Of(scope, one, nth + 1, reader)).ToList();
        return new(
            null, reader.Recipient.Name, routing.Now, [.. read.Select(one => one.Child)],
            [.. read.SelectMany(one => one.Entries).OrderBy(entry => entry.On).ThenBy(entry => entry.Child).ThenBy(entry => entry.Kind, StringComparer.Ordinal)], read.Exists(one => one.IsCut));
    });

    /// <summary>Who reads, with what was granted to the post now.</summary>
    private SharingFacts ReaderOf(DeliveryRow delivery, SharingFacts recorded) => recorded with
    {
        Recipient = recorded.Recipient with { Grants = routing.Directory.PostAt(delivery.Organisation, delivery.Role, RoutingContext.DayOf(routing.Now))?.Grants ?? [] },
        At = routing.Now,
    };

    /// <summary>Each with why it counts as family.</summary>
    private static IEnumerable<IReadOnlyList<RelatedChildRow>> Related(ReadScope scope, string child) => scope.FamilyOf(child)
        .GroupBy(row => row.ChildToken).OrderBy(one => one.Min(row => row.FirstTold)).Take(MostRelated).Select(one => one.ToList());

    private (ChronologyChild Child, IReadOnlyList<ChronologyEntry> Entries, bool IsCut) Of(ReadScope scope, IReadOnlyList<RelatedChildRow> child, int number, SharingFacts reader)
    {
        var token = child[0].ChildToken;
        var facts = reader with
        {
            Consents = scope.ConsentsOf(token),
            EmergencyUntil = EmergencyGrant.StandingUntil(scope.EmergenciesOf([token]).Rows.Select(row => row.Grant), reader.Recipient.Name, routing.Now),
        };
        var restricted = KnownLocations.Restricted(scope, token, routing.Directory, RoutingContext.DayOf(routing.Now));
        var rows = scope.ChronologyOf(token, MostOfOne + 1);
        var events = rows.Take(MostOfOne).Select(row => Event(scope, row, number, facts, restricted)).OfType<ChronologyEntry>().ToList();
        var (transfers, involvements) = (scope.TransfersOf([token]).Rows, scope.InvolvementsOf([token]).Rows);
        // Whoever may know of nothing that happened does not learn of plans either.
        var mayKnowPlans = events.Count > 0 && routing.PolicyAt(facts.At).Decide(facts with { Message = facts.Message with { Parts = [PartName.Identity, PartName.History] } }).Released.Contains(PartName.History);
        var held = mayKnowPlans ? ResponsibilityOf.Child(transfers, involvements) : null;
        if (held is not null && restricted is not null && !facts.Recipient.SeesRestrictedAddress)
            held = held with { HeldBy = null };
        return (ChildOf(number, child, held), [.. events, .. mayKnowPlans ? Plans(involvements, number) : []], rows.Count > MostOfOne);
    }

    private static ChronologyChild ChildOf(int number, IReadOnlyList<RelatedChildRow> child, Responsibility? held) => number == 1
        ? new(number, [], null, null, held)
        : new(number, [.. child.Select(row => row.Because)], DayOf(child.Min(row => row.FirstTold)), DayOf(child.Max(row => row.LastTold)), held);

    private static DateOnly DayOf(long microseconds) => London.DayOf(Instants.FromMicroseconds(microseconds));

    /// <summary>Null where the reader may not know of it.</summary>
    private ChronologyEntry? Event(ReadScope scope, ChronologyRow row, int number, SharingFacts reader, AddressSpellings? restricted)
    {
        var told = DecisionTable.Read<MessageFacts>(row.Facts);
        var subject = scope.BodyOf(row) is { } body && WireReader.Read(body).Value is { } envelope ? Subject.Of(envelope.Data) : null;
        var message = subject is null ? told with { Parts = [] } : MessageFactsOf.Create(row.Type, told.From, subject, restricted, told.Area, told.Cumulative);
        var decision = routing.PolicyAt(reader.At).Decide(reader with { Message = message });
        return !decision.MayKnow ? null : new(
            DayOf(row.HappenedAt), null, number, told.IsMove ? "move" : told.IsTransfer ? "transfer" : told.IsConcern ? "concern" : "notice", told.From,
            told.LevelOfNeed, told.Categories, row.Outcome is { } outcome ? Coded.Read<ConcernOutcome>(outcome) : null, told.MoveType,
            Parts: subject?.Parts is { } parts ? ReleasedParts.Of(parts, decision, restricted) : null, WordsErased: subject is null, Notice: told is { IsMove: false, IsTransfer: false, IsConcern: false } ? told.Type : null);
    }

    private static IEnumerable<ChronologyEntry> Plans(IReadOnlyList<PastInvolvementRow> involvements, int number) =>
        from row in involvements
        from plan in DecisionTable.Read<OpenPlan[]>(row.Plans)
        where plan.Start is not null
        select new ChronologyEntry(plan.Start!.Value, plan.End, number, "plan", AgencyKind.SocialCare, Plan: plan);
}
