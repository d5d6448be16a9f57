using InfoShare.Contracts.Consent;
using InfoShare.Policy;
using InfoShare.Routing.Facts;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;

namespace InfoShare.Routing.Intake;

/// <summary>Notes agreements and their withdrawal. A withdrawal holds for everything not yet sent, and recalls what may not have been read.</summary>
internal sealed class ConsentIntake(RoutingContext routing)
{
    private readonly AgreementRecall recall = new(routing);

    public void Take(Arrival arrival, ConsentRecorded consent)
    {
        var competence = Gillick.Of(consent.GivenBy, AgeWhenAnswered(arrival, consent), !string.IsNullOrWhiteSpace(consent.CompetenceAssessedBy));
        var fact = new ConsentFact(
            consent.AgreementTo, consent.Answer, consent.Agencies, consent.Scope, consent.ValidFrom, consent.ValidTo, null, consent.GivenBy, competence);
        arrival.Scope.SetConsent(arrival.Sender, consent.ConsentId, arrival.Record, arrival.ChildToken, arrival.Order, fact);
        if (!fact.CanBeReliedOn)
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "agreement-not-relied-on", arrival.Envelope.Id, "competence-not-assessed");
        if (consent.Answer is ConsentAnswer.Refused)
            recall.Recall(arrival.Scope, arrival.ChildToken);
    }

    public void Take(Arrival arrival, ConsentWithdrawn withdrawal)
    {
        // A withdrawal may overtake what it withdraws; it then stands on its own, as the later word.
        var before = arrival.Scope.FindConsent(arrival.Sender, withdrawal.ConsentId)?.Fact
            ?? new ConsentFact(AgreementTo.Share, ConsentAnswer.Given, [], [], DateTimeOffset.MinValue, null, null);
        arrival.Scope.SetConsent(
            arrival.Sender, withdrawal.ConsentId, arrival.Record, arrival.ChildToken, arrival.Order,
            before with { WithdrawnAt = withdrawal.WithdrawnAt, WithdrawnBy = withdrawal.WithdrawnBy });
        recall.Recall(arrival.Scope, arrival.ChildToken);
    }

    /// <summary>By the date of birth in the message. Who answers now for later is as old as now; null: unknown.</summary>
    private static int? AgeWhenAnswered(Arrival arrival, ConsentRecorded consent) =>
        arrival.Subject.Parts?.Identity?.DateOfBirth is { } birth
            ? Age.On(RoutingContext.DayOf(consent.ValidFrom < arrival.At ? consent.ValidFrom : arrival.At), birth)
            : null;
}
