using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Escalations;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Escalations;

/// <summary>Keeps the register of challenges. Any recipient can challenge what it was sent; only who challenges can close.</summary>
internal sealed class EscalationIntake(RoutingContext routing)
{
    private readonly EscalationDelivery delivery = new(routing);

    /// <summary>The delivery that a challenge, or the closing of one, is about; null for other messages.</summary>
    public static DeliveryRow? Challenged(ReadScope scope, string sender, object data) => data switch
    {
        EscalationRaised raised => scope.FindDelivery(raised.DeliveryId),
        EscalationClosed closed => scope.FindEscalation(sender, closed.EscalationId) is { } known ? scope.FindDelivery(known.DeliveryId) : null,
        _ => null,
    };

    /// <summary>Why it cannot be taken, or null.</summary>
    public static Reply? Problem(ReadScope scope, string sender, Envelope<object> envelope, DeliveryRow? about) => envelope.Data switch
    {
        EscalationRaised when about?.Participant != sender || about.Kind is not ("original" or "correction" or "notice" or "answer") =>
            Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery that this participant received"),
        EscalationRaised raised when scope.FindEscalation(sender, raised.EscalationId) is { ClosedAt: not null } =>
            Reply.Refused(envelope.Id, "out-of-order", "data.escalationId", "is of a challenge that is closed"),
        EscalationClosed when about is null => Reply.Refused(envelope.Id, "not-your-delivery", "data.escalationId", "must be of a challenge that this participant has raised"),
        EscalationAnswered when about?.Participant != sender || about.MessageType != MessageTypes.EscalationRaised.Name =>
            Reply.Refused(envelope.Id, "not-your-delivery", "data.deliveryId", "must be a delivery of escalation.raised"),
        _ => null,
    };

    /// <summary>Puts a challenge on the register, and sends it to its first stage; one that leaves a child unsafe goes to the last as well, at once.</summary>
    public void Raise(Arrival arrival, EscalationRaised raised, DeliveryRow challenged)
    {
        var (organisation, role) = DeciderOf(arrival.Scope, challenged, arrival.Day);
        var known = arrival.Scope.FindEscalation(arrival.Sender, raised.EscalationId);
        var stage = raised.UnsafeNow ? EscalationStages.Last : (int)(known?.Stage ?? EscalationStages.First);
        var escalation = new EscalationRow
        {
            Sender = arrival.Sender,
            EscalationId = raised.EscalationId,
            Record = arrival.Record,
            ChildToken = arrival.ChildToken,
            MessageId = arrival.Envelope.Id,
            DeliveryId = challenged.DeliveryId,
            Organisation = organisation,
            Role = role,
            RaisedBy = Roles.All.Contains(raised.Role) ? raised.Role : "other",
            UnsafeNow = raised.UnsafeNow ? 1 : 0,
            Stage = stage,
            StageEnds = EscalationStages.EndOf(stage, organisation, arrival.At, routing.Directory)?.ToMicroseconds(),
            RaisedAt = known?.RaisedAt ?? arrival.At.ToMicroseconds(),
        };
        arrival.Scope.Save(escalation);
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "escalation-raised", arrival.Envelope.Id, $"stage {stage} against {organisation}#{role}{(raised.UnsafeNow ? " unsafe-now" : "")}");
        if (raised.UnsafeNow)
        {
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", arrival.Envelope.Id, "a challenge says that a child is unsafe now");
            delivery.Send(arrival.Scope, escalation, EscalationStages.First);
        }

        delivery.Send(arrival.Scope, escalation, stage);
    }

    /// <summary>Notes that who was challenged has answered; it goes on until who challenged closes it.</summary>
    public static void Answer(Arrival arrival, DeliveryRow challenge)
    {
        if (arrival.Scope.FindEscalation(challenge.Sender, challenge.About!) is { ClosedAt: null } escalation)
            arrival.Scope.Save(escalation with { AnsweredAt = arrival.At.ToMicroseconds() });
    }

    public void Close(Arrival arrival, EscalationClosed closed)
    {
        if (arrival.Scope.FindEscalation(arrival.Sender, closed.EscalationId) is not { ClosedAt: null } escalation)
            return;
        arrival.Scope.Save(escalation with { ClosedAt = arrival.At.ToMicroseconds(), Outcome = Coded.Word(closed.Outcome), StageEnds = null });
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "escalation-closed", arrival.Envelope.Id, $"{Coded.Word(closed.Outcome)} in stage {escalation.Stage}");
    }

    /// <summary>Of an answer: the post that was answered for. Of anything else: who answers for what the organisation sends.</summary>
    private (string Organisation, string Role) DeciderOf(ReadScope scope, DeliveryRow challenged, DateOnly day)
    {
        var message = scope.FindMessage(challenged.Sender, challenged.MessageId)!;
        var organisation = OrganisationSource.TryParse(message.Source, out var source) ? source.Id : challenged.Sender;
        var answered = challenged.Kind == "answer" && scope.BodyOf(message) is { } body && WireReader.Read(body).Value is { } envelope && AnswerOf.DeliveryId(envelope.Data) is { } id ? scope.FindDelivery(id) : null;
        return answered is not null ? (answered.Organisation, answered.Role) : (organisation, EscalationStages.LeadOf(organisation, routing.Directory, day) ?? Roles.FrontDoor);
    }
}
