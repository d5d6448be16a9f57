using InfoShare.Contracts.Consent;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Routing.Intake;

/// <summary>Notes agreements and their withdrawal. A withdrawal holds for everything not yet sent, and recalls what may not have been read.</summary>
internal sealed class ConsentIntake(RoutingContext routing)
{
    public void Take(Arrival arrival, ConsentRecorded consent)
    {
        var fact = new ConsentFact(consent.AgreementTo, consent.Answer, consent.Agencies, consent.Scope, consent.ValidFrom, consent.ValidTo, null);
        arrival.Scope.SetConsent(arrival.Sender, consent.ConsentId, arrival.ChildToken, arrival.Order, fact);
        if (consent.Answer is ConsentAnswer.Refused)
            Recall(arrival);
    }

    public void Take(Arrival arrival, ConsentWithdrawn withdrawal)
    {
        // A withdrawal may overtake what it withdraws; it then stands on its own, as the later word.
        var before = arrival.Scope.FindConsent(arrival.Sender, withdrawal.ConsentId)?.Fact
            ?? new ConsentFact(AgreementTo.Share, ConsentAnswer.Given, [], [], DateTimeOffset.MinValue, null, null);
        arrival.Scope.SetConsent(
            arrival.Sender, withdrawal.ConsentId, arrival.ChildToken, arrival.Order, before with { WithdrawnAt = withdrawal.WithdrawnAt });
        Recall(arrival);
    }

    private void Recall(Arrival arrival)
    {
        var consents = arrival.Scope.ConsentsOf(arrival.ChildToken);
        foreach (var delivery in arrival.Scope.RestingOnAgreement(arrival.ChildToken).Where(d => !StillAllowed(arrival, d, consents)))
        {
            arrival.Scope.RequestRecall(delivery.DeliveryId, "consent-withdrawn", arrival.At.ToMicroseconds());
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "recall-requested", delivery.DeliveryId, "consent-withdrawn");
        }
    }

    /// <summary>Another agreement, or another ground, may still carry it.</summary>
    private bool StillAllowed(Arrival arrival, DeliveryRow delivery, IReadOnlyList<ConsentFact> consents) =>
        arrival.Scope.LatestDecision(delivery.DeliveryId) is { } decision
        && routing.PolicyAt(arrival.At).Decide(DecisionTable.Read<SharingFacts>(decision.Facts) with { Consents = consents, At = arrival.At }).MayKnow;
}
