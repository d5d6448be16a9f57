using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Emergency;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Calls back what may not have been read and rests on an agreement that stands no longer.</summary>
internal sealed class AgreementRecall(RoutingContext routing)
{
    public void Recall(WriteScope scope, string childToken)
    {
        var at = routing.Now;
        var consents = scope.ConsentsOf(childToken);
        var emergencies = scope.EmergenciesOf([childToken]).Rows.Select(row => row.Grant).ToList();
        foreach (var delivery in scope.RestingOnAgreement(childToken).Where(d => !StillAllowed(scope, d, at, consents, emergencies)))
        {
            scope.RequestRecall(delivery.DeliveryId, "consent-withdrawn", at.ToMicroseconds());
            scope.Audit(routing.Settings.Writer, at, "recall-requested", delivery.DeliveryId, "consent-withdrawn");
        }
    }

    /// <summary>Another agreement, another ground or emergency access may still carry it.</summary>
    private bool StillAllowed(ReadScope scope, DeliveryRow delivery, DateTimeOffset at, IReadOnlyList<ConsentFact> consents, IReadOnlyList<EmergencyGrant> emergencies) =>
        scope.LatestDecision(delivery.DeliveryId) is { } decision
        && DecisionTable.Read<SharingFacts>(decision.Facts) is var recorded
        && routing.PolicyAt(at).Decide(recorded with
        {
            Consents = consents,
            At = at,
            EmergencyUntil = EmergencyGrant.StandingUntil(emergencies, recorded.Recipient.Name, at),
        }).MayKnow;
}
