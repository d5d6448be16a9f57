using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Answers;
using InfoShare.Routing.Escalations;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Plans;
using InfoShare.Routing.Transfers;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Intake;

/// <summary>Acknowledgements, decisions and steps of a transfer go back to who asked. Only the recipient of a delivery can answer it.</summary>
internal sealed class AnswerIntake(RoutingContext routing)
{
    private readonly TransferIntake transfers = new(routing);
    private readonly OwedAnswers owed = new(routing);
    private readonly EscalationIntake escalations = new(routing);

    /// <summary>Why an answer cannot be taken, or null.</summary>
    /// <param name="answered">The delivery that it answers; null: there is none.</param>
    public static Reply? Problem(string sender, Envelope<object> envelope, DeliveryRow? answered) =>
        AnswerOf.DeliveryId(envelope.Data) is null || envelope.Data is EscalationRaised or EscalationAnswered || (answered?.Participant == sender && answered.Kind is "original" or "correction" or "notice")
            ? null
            : Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery that this participant received");

    /// <summary>A refusal where another organisation of the participant speaks than the one that was asked; else null.</summary>
    public static Reply? OfAnother(Envelope<object> envelope, DeliveryRow? answered) =>
        answered is null || (OrganisationSource.TryParse(envelope.Source, out var speaks) && speaks.Id == answered.Organisation)
            ? null
            : Reply.Refused(envelope.Id, "not-your-delivery", "source", "must be the organisation that was asked");

    public void Take(Arrival arrival, DeliveryRow delivery)
    {
        switch (arrival.Envelope.Data)
        {
            case EscalationRaised raised:
                escalations.Raise(arrival, raised, delivery);
                return;
            case EscalationClosed closed:
                escalations.Close(arrival, closed);
                return;
            case EscalationAnswered:
                EscalationIntake.Answer(arrival, delivery);
                break;
        }

        var acknowledged = arrival.Envelope.Data is ConcernAcknowledged { Answer: AcknowledgementAnswer.Acknowledged };
        var state = acknowledged ? DeliveryStates.Acknowledged : DeliveryStates.Answered;
        arrival.Scope.MarkAnswered(delivery.DeliveryId, state, arrival.At.ToMicroseconds());
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "delivery-" + state, delivery.DeliveryId, Word(arrival.Envelope.Data));
        arrival.Scope.Add(BackToReferrer(arrival, delivery));
        if (arrival.Envelope.Data is ConcernDecision decision)
            arrival.Scope.SetOutcome(delivery.Sender, delivery.About!, Coded.Word(decision.Outcome));
        if (arrival.Envelope.Data is PlanViewGiven view)
            PlanIntake.Viewed(arrival, delivery, view);
        transfers.Step(arrival, delivery);
        owed.Note(arrival, delivery);
    }

    /// <summary>What the answer says stays in its own message, sealed, until it is sent.</summary>
    private DeliveryRow BackToReferrer(Arrival arrival, DeliveryRow delivery)
    {
        var source = arrival.Scope.FindMessage(delivery.Sender, delivery.MessageId)?.Source;
        var now = arrival.At.ToMicroseconds();
        return new()
        {
            DeliveryId = routing.Store.Ids.Of("answer", arrival.Sender, arrival.Envelope.Id),
            Sender = arrival.Sender,
            MessageId = arrival.Envelope.Id,
            MessageType = arrival.TypeName,
            About = delivery.About,
            ChildToken = delivery.ChildToken,
            Kind = "answer",
            Participant = delivery.Sender,
            Organisation = OrganisationSource.TryParse(source, out var referrer) ? referrer.Id : delivery.Sender,
            Role = "referrer",
            Relationship = "referrer",
            PartitionKey = routing.Store.Ids.Of("answers", delivery.DeliveryId),
            OrderNo = arrival.Order,
            State = DeliveryStates.Decided,
            Because = "answer-to-referrer",
            Basis = "UKGDPR-6-1-e,CA04-S10",
            DueAt = now,
            DecidedAt = now,
        };
    }

    private static string Word(object answer) => answer switch
    {
        ConcernAcknowledged a => Coded.Word(a.Answer),
        ConcernDecision d => Coded.Word(d.Outcome),
        ConcernOutcomeReported o => Coded.Word(o.Effect),
        InformationSupplied => "supplied",
        InformationDeclined d => Coded.Word(d.Because),
        PlanViewGiven v => Coded.Word(v.View),
        EscalationAnswered e => e.Changed ? "changed" : "stands",
        _ => TransferSteps.Of(answer) is { } step ? Coded.Word(step) : "",
    };
}
