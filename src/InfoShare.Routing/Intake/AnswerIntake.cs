using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;

namespace InfoShare.Routing.Intake;

/// <summary>Acknowledgements and decisions go back to the referrer. Only the recipient of a delivery can answer it.</summary>
internal sealed class AnswerIntake(RoutingContext routing)
{
    /// <summary>Why an answer cannot be taken, or null.</summary>
    public Reply? Problem(string sender, Envelope<object> envelope)
    {
        var deliveryId = envelope.Data switch
        {
            ConcernAcknowledged a => a.DeliveryId,
            ConcernDecision d => d.DeliveryId,
            _ => null,
        };
        if (deliveryId is null)
            return null;
        var delivery = routing.Store.Read(scope => scope.FindDelivery(deliveryId));
        return delivery?.Participant == sender && delivery.Kind is "original" or "correction" or "notice"
            ? null
            : Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery that this participant received");
    }

    public void Take(Arrival arrival)
    {
        var (deliveryId, answer) = arrival.Envelope.Data switch
        {
            ConcernAcknowledged a => (a.DeliveryId, SummaryOf(a, arrival)),
            ConcernDecision d => (d.DeliveryId, SummaryOf(d, arrival)),
            _ => throw new InvalidOperationException("not an answer"),
        };
        var delivery = arrival.Scope.FindDelivery(deliveryId)!;
        var state = answer.Acknowledgement is AcknowledgementAnswer.Acknowledged ? DeliveryStates.Acknowledged : DeliveryStates.Answered;
        arrival.Scope.MarkAnswered(deliveryId, state, arrival.At.ToMicroseconds());
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "delivery-" + state, deliveryId, Word(answer));
        arrival.Scope.Add(BackToReferrer(arrival, delivery, answer));
    }

    private DeliveryRow BackToReferrer(Arrival arrival, DeliveryRow delivery, AnswerSummary answer)
    {
        var source = arrival.Scope.FindMessage(delivery.Sender, delivery.MessageId)?.Source;
        var id = routing.Store.Ids.Of("answer", arrival.Sender, arrival.Envelope.Id);
        var now = arrival.At.ToMicroseconds();
        return new()
        {
            DeliveryId = id, Sender = arrival.Sender, MessageId = arrival.Envelope.Id, MessageType = arrival.TypeName, About = delivery.About,
            ChildToken = delivery.ChildToken, Kind = "answer", Participant = delivery.Sender,
            Organisation = OrganisationSource.TryParse(source, out var referrer) ? referrer.Id : delivery.Sender,
            Role = "referrer", Relationship = "referrer", PartitionKey = routing.Store.Ids.Of("answers", delivery.DeliveryId), OrderNo = arrival.Order,
            State = DeliveryStates.Decided, Because = "answer-to-referrer", Basis = "UKGDPR-6-1-e,CA04-S10",
            Detail = DecisionTable.Write(answer), DueAt = now, DecidedAt = now,
        };

    }

    private AnswerSummary SummaryOf(ConcernAcknowledged a, Arrival arrival) =>
        new() { By = KindOf(arrival), Role = a.Role, At = a.At, Acknowledgement = a.Answer, Text = a.Note };

    private AnswerSummary SummaryOf(ConcernDecision d, Arrival arrival) =>
        new() { By = KindOf(arrival), Role = d.DecidedBy, At = d.DecidedAt, Outcome = d.Outcome, Text = d.Rationale };

    private AgencyKind KindOf(Arrival arrival) => routing.Directory.ParticipantNamed(arrival.Sender)!.Kind;

    private static string Word(AnswerSummary answer) => answer.Acknowledgement?.ToString() ?? answer.Outcome!.ToString()!;
}
