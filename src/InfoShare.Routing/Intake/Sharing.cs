using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Notices;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Answers;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Incidents;
using InfoShare.Routing.Meetings;
using InfoShare.Routing.Moves;
using InfoShare.Routing.Plans;
using InfoShare.Routing.Recipients;
using InfoShare.Routing.Telemetry;
using InfoShare.Routing.Transfers;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Decides who receives a concern, a move, a notice or a request to take over, part by part, and puts each delivery on record.</summary>
internal sealed class Sharing(RoutingContext routing)
{
    private readonly OwedAnswers owed = new(routing);
    private readonly ChildPlaces places = new(routing);

    public void Share(Arrival arrival)
    {
        using var span = RoutingSignals.Decision(routing, arrival);
        NoteAddress(arrival);
        var latest = arrival.Before.AboutOf(arrival.Sender, arrival.Subject.About);
        // Whatever has deliveries has a latest word.
        var earlier = latest is null ? [] : arrival.Scope.DeliveriesAbout(arrival.Sender, arrival.Subject.About);
        var had = HadEarlier(arrival, earlier);
        var overtaken = latest is not null && MessageTable.IsBefore(arrival.Order, latest);
        if (!overtaken)
        {
            Supersede(arrival, earlier);
            OwedAnswers.Settle(arrival);
        }

        var place = places.Of(arrival);
        var facts = FactsOf(arrival, place.ReceivingArea ?? place.Area);
        var consents = arrival.Before.ConsentsOf(arrival.ChildToken);
        var found = WithPlanHolders(arrival, Candidates.For(facts, place, arrival.Sender, arrival.Source, routing.PolicyAt(arrival.At), routing.Directory, arrival.Day));
        IReadOnlyList<Candidate> candidates = [.. found, .. Searchers.Of(arrival.SoughtBy, routing.Directory, arrival.Day).Where(c => c.Facts.Organisation != arrival.Source), .. WithEmergencyAccess(arrival, facts)];
        var deliveries = candidates.Concat(had.Where(h => candidates.All(c => c.Facts.Name != h.Facts.Name)))
            .DistinctBy(candidate => candidate.Facts.Name)
            .Select(candidate => Decide(arrival, facts, consents, candidate, had, overtaken))
            .ToList();
        List<WithheldNotice> closed = [];
        if (facts.RiskOfSignificantHarm && !overtaken)
        {
            closed.AddRange(OutOfHours.Told(deliveries.Select(decided => decided.Row), !facts.AddressRestricted, routing.Directory, arrival.At));
            deliveries.AddRange(OutOfHours.OnDuty(deliveries.Select(decided => decided.Row).ToList(), routing.Directory, arrival.At)
                .Where(one => one.Facts.Organisation != arrival.Source && deliveries.TrueForAll(decided => $"{decided.Row.Organisation}#{decided.Row.Role}" != one.Facts.Name)).DistinctBy(one => one.Facts.Name)
                .Select(one => Decide(arrival, facts, consents, one, had, overtaken)).ToList());
        }

        if (found.Count == 0 && !PlanRules.IsForRegister(arrival.Subject.ChangedPlan))
            deliveries.Add(NoRecipient(arrival));

        foreach (var decided in deliveries)
        {
            Record(arrival, decided);
            owed.Start(arrival, decided.Row);
        }

        if (!overtaken && !arrival.IsDetected)
            TellSender(arrival, deliveries, "decided", closed);
    }

    /// <summary>Asks those about whom nobody knew before, after more has come to be known of the child. How many it goes to.</summary>
    /// <param name="because">The notice for which who manages a plan is asked; empty: more is known of the child.</param>
    public int ShareAgain(WriteScope scope, MessageRow message, string because = "")
    {
        if (scope.BodyOf(message) is not { } body || Arrival.Of(routing, scope, message, body) is not { } arrival)
            return 0;
        var place = places.Of(arrival);
        var facts = FactsOf(arrival, place.ReceivingArea ?? place.Area);
        var asked = scope.DeliveriesAbout(arrival.Sender, arrival.Subject.About).ToLookup(delivery => $"{delivery.Organisation}#{delivery.Role}");
        var deliveries = WithPlanHolders(arrival, Candidates.For(facts, place, arrival.Sender, arrival.Source, routing.PolicyAt(arrival.At), routing.Directory, arrival.Day))
            .DistinctBy(candidate => candidate.Facts.Name)
            .Where(candidate => asked[candidate.Facts.Name].All(before => HasComeToManage(candidate, before, because)))
            .Select(candidate => Decide(arrival, facts, arrival.Before.ConsentsOf(arrival.ChildToken), candidate, [], overtaken: false, because))
            .ToList();
        foreach (var decided in deliveries)
            Record(arrival, decided);
        if (deliveries.Count > 0)
            TellSender(arrival, deliveries, $"shared-again {arrival.At.ToMicroseconds()}", []);
        return deliveries.Count(decided => decided.Row.State is DeliveryStates.Decided);
    }

    /// <summary>Taken back: what may have left is recalled, what has not is stopped.</summary>
    /// <param name="alsoWent">Undoes what else the message had done, and tells what went because of it; not asked where something later was told.</param>
    public void Withdraw(Arrival arrival, Func<Arrival, IReadOnlyList<DeliveryRow>>? alsoWent = null)
    {
        if (arrival.Before.AboutOf(arrival.Sender, arrival.Subject.About) is { } latest && MessageTable.IsBefore(arrival.Order, latest))
            return;

        var more = alsoWent?.Invoke(arrival) ?? [];
        var reason = arrival.Envelope.Data is ConcernWithdrawn { Reason: WithdrawalReason.WrongChild } or NoticeWithdrawn { Reason: WithdrawalReason.WrongChild } ? IncidentIntake.WrongPerson : "withdrawn-by-sender";
        arrival.Scope.SetAbout(arrival.Sender, arrival.Subject.About, arrival.Order, arrival.Envelope.Id, withdrawn: true);
        OwedAnswers.Withdraw(arrival);
        List<string> left = [];
        foreach (var delivery in arrival.Scope.DeliveriesAbout(arrival.Sender, arrival.Subject.About).Concat(reason == IncidentIntake.WrongPerson ? more : []))
        {
            if (DeliveryStates.MayHaveLeft.Contains(delivery.State))
            {
                arrival.Scope.RequestRecall(delivery.DeliveryId, reason, arrival.At.ToMicroseconds());
                if (delivery.Kind is "original" or "correction")
                    left.Add(delivery.DeliveryId);
            }
            else if (delivery.State is DeliveryStates.Decided or DeliveryStates.Held)
                arrival.Scope.SetState(delivery.DeliveryId, DeliveryStates.Superseded, arrival.At.ToMicroseconds());
            else
                continue;
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "recall-requested", delivery.DeliveryId, reason);
        }

        if (reason == IncidentIntake.WrongPerson)
            IncidentIntake.Withdrawn(arrival, routing, left);
    }

    /// <summary>What the message tells, without what else is known of the child: kept for its history.</summary>
    public MessageFacts FactsAsTold(Arrival arrival) => MessageFactsOf.Create(
        arrival.TypeName, routing.Directory.ParticipantNamed(arrival.Sender)!.Kind, arrival.Subject, restricted: null, arrival.Child.Area, arrival.IsCumulative);

    /// <summary>What is known of the child, with this message's part.</summary>
    private MessageFacts FactsOf(Arrival arrival, string? area) => MessageFactsOf.Create(
        arrival.TypeName, routing.Directory.ParticipantNamed(arrival.Sender)!.Kind, arrival.Subject,
        arrival.Before.IsRestricted(arrival.ChildToken) || arrival.Subject.RestrictsAddress is not null
            ? KnownLocations.Restricted(arrival.Scope, arrival.ChildToken, routing.Directory, arrival.Day)
            : null,
        area, arrival.IsCumulative);

    private void NoteAddress(Arrival arrival)
    {
        foreach (var (digest, address) in KnownLocations.In(arrival.Subject.Parts?.Address, routing.Store.Children))
        {
            if (!arrival.Before.HasAddress(arrival.Record, digest))
                arrival.Scope.AddKnownAddress(arrival.Record, arrival.ChildToken, digest, address);
        }

        if (arrival.Subject.RestrictsAddress is { } restricted)
            arrival.Scope.SetRestriction(arrival.Record, arrival.ChildToken, arrival.Order, restricted);
    }

    /// <summary>Those who have, or may have, something earlier about the same: they must hear of the change.</summary>
    private List<Candidate> HadEarlier(Arrival arrival, IReadOnlyList<DeliveryRow> earlier) =>
        [.. earlier
            .Where(d => d.Kind is "original" or "correction" or "notice" && DeliveryStates.MayHaveLeft.Contains(d.State))
            .DistinctBy(d => (d.Organisation, d.Role))
            .Select(d => Candidate.ThatHad(d, routing.Directory, arrival.Day))];

    /// <summary>Who manages a plan by now was perhaps asked before, as somebody else, and told nothing; or had it, and it was called back: then only another plan brings it again.</summary>
    private static bool HasComeToManage(Candidate candidate, DeliveryRow before, string because) =>
        candidate.Facts.Relationship is Relationship.ManagesPlan
        && ((before.Recall is not null && because.Length > 0) || (before.State is DeliveryStates.Withheld && before.Relationship != nameof(Relationship.ManagesPlan)));

    /// <summary>Who manages a plan is asked as such, whatever else it is; only a move is first of all for those who serve the new area.</summary>
    private List<Candidate> WithPlanHolders(Arrival arrival, IReadOnlyList<Candidate> found)
    {
        var holders = PlanHolders.ToTell(arrival, routing.Directory).Concat(CoreGroup.ToTell(arrival, routing.Directory));
        return [.. arrival.Subject.Move is null ? holders.Concat(found) : found.Concat(holders)];
    }

    /// <summary>Whoever has emergency access to the child, as far as it lets them know of this message. Where it does not, nobody asks, and nobody is told of it.</summary>
    private IEnumerable<Candidate> WithEmergencyAccess(Arrival arrival, MessageFacts message) =>
        from grant in arrival.Before.EmergenciesOf(arrival.ChildToken)
        where grant.StandsAt(arrival.At)
        let post = grant.Recipient.Split('#')
        where post[0] != arrival.Source && routing.Directory.PostAt(post[0], post[1], arrival.Day) is not null
        let candidate = Candidate.For(routing.Directory.PostAt(post[0], post[1], arrival.Day)!, Relationship.EmergencyAccess, routing.Directory, arrival.Day)
        where candidate?.Facts.Name == grant.Recipient && routing.PolicyAt(arrival.At).Decide(FactsFor(arrival, message, [], candidate)).MayKnow
        select candidate;

    private static SharingFacts FactsFor(Arrival arrival, MessageFacts message, IReadOnlyList<ConsentFact> consents, Candidate candidate) => new(
        message, candidate.Facts, consents, arrival.At,
        EmergencyGrant.StandingUntil(arrival.Before.EmergenciesOf(arrival.ChildToken), candidate.Facts.Name, arrival.At));

    private static void Supersede(Arrival arrival, IReadOnlyList<DeliveryRow> earlier)
    {
        foreach (var delivery in earlier.Where(d => d.State is DeliveryStates.Decided && d.Kind != "answer" && d.Kind != "sender-notice"))
            arrival.Scope.SetState(delivery.DeliveryId, DeliveryStates.Superseded, arrival.At.ToMicroseconds());
        arrival.Scope.SetAbout(arrival.Sender, arrival.Subject.About, arrival.Order, arrival.Envelope.Id, withdrawn: false);
    }

    private Decided Decide(
        Arrival arrival, MessageFacts message, IReadOnlyList<ConsentFact> consents, Candidate candidate, List<Candidate> had, bool overtaken, string because = "")
    {
        var facts = FactsFor(arrival, message, consents, candidate);
        var policy = routing.PolicyAt(facts.At);
        var decision = policy.Decide(facts);
        var hadEarlier = had.Any(h => h.Facts.Name == candidate.Facts.Name);
        var kind = hadEarlier ? decision.MayKnow ? "correction" : "notice" : arrival.Envelope.Data is ConcernCorrected ? "correction" : "original";
        // Original or correction depends on what had left before, which a restored store may see otherwise: the id must not.
        var id = routing.Store.Ids.Of("delivery", arrival.Sender, arrival.Envelope.Id, candidate.Facts.Name, kind == "notice" ? kind : candidate.Facts.Relationship is Relationship.ManagesPlan ? "plan" + because : "content");
        var row = DecidedRows.Delivery(arrival, candidate, decision, kind, id);
        if (overtaken)
            row = row with { State = DeliveryStates.Superseded };
        return new(row, facts, decision) { Policy = policy };
    }

    private void Record(Arrival arrival, Decided decided)
    {
        var row = arrival.Departures?.Take(arrival, decided) ?? decided.Row;
        arrival.Scope.Add(row);
        var hash = decided.Facts is null
            ? AuditTrail.NoDecision
            : arrival.Scope.Record(arrival.Sender, arrival.Envelope.Id, decided.Row.DeliveryId, "first", decided.Policy!.Version, routing.Directory.Version, decided.Facts, decided.Decision!);
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "decided", decided.Row.DeliveryId,
            $"{arrival.Envelope.Id} {decided.Row.Organisation}#{decided.Row.Role} {decided.Row.State} parts {decided.Row.Parts} because {decided.Row.Because} {AuditTrail.DecisionMark}{hash}");
        foreach (var alert in decided.Decision?.Alerts ?? [])
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", decided.Row.DeliveryId, alert);
        if (row.State is DeliveryStates.Sending)
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "delivery-sending", row.DeliveryId, "attempt 1");
        if (decided.Row.State is DeliveryStates.Decided && DecidedRows.Review(decided, routing.Store.Ids) is { } review)
            arrival.Scope.Add(review);
    }

    private Decided NoRecipient(Arrival arrival) =>
        new(DecidedRows.Nobody(arrival, routing.Store.Ids.Of("delivery", arrival.Sender, arrival.Envelope.Id, "nobody"), WithheldCodes.NoRecipient), null, null);

    private void TellSender(Arrival arrival, List<Decided> deliveries, string reason, IEnumerable<WithheldNotice> more)
    {
        var notices = deliveries.SelectMany(DecidedRows.NoticesOf).Concat(more).Distinct().ToList();
        if (notices.Count > 0)
            SenderNotices.Add(arrival.Scope, routing, arrival.Sender, arrival.Envelope.Id, arrival.Subject.About, notices, reason);
    }
}

/// <summary>A delivery with the facts and the decision behind it.</summary>
internal sealed record Decided(DeliveryRow Row, SharingFacts? Facts, SharingDecision? Decision)
{
    /// <summary>The set that decided: another may have come into force since.</summary>
    public SharingPolicy? Policy { get; init; }
}
