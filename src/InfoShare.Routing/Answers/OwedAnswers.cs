using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Notices;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Incidents;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Answers;

/// <summary>Keeps what recipients owe: starts the clocks of what is shared, and stops them as answers come.</summary>
internal sealed class OwedAnswers(RoutingContext routing)
{
    /// <summary>Starts the clocks of a delivery that goes.</summary>
    public void Start(Arrival arrival, DeliveryRow delivery)
    {
        if (arrival.Subject is { Concern: null, Notice: null } || delivery.State != DeliveryStates.Decided || delivery.Kind == "notice" || arrival.IsDetected)
            return;
        var all = AnswerClocks.For(arrival.Subject, routing.Directory.ParticipantNamed(arrival.Sender)!.Kind, delivery.Organisation, delivery.Role, arrival.At, routing.Directory, out var fault);
        foreach (var owed in all)
        {
            arrival.Scope.Start(new()
            {
                Sender = arrival.Sender,
                About = arrival.Subject.About,
                Organisation = delivery.Organisation,
                Role = delivery.Role,
                Clock = owed.Clock,
                Owed = Coded.Word(owed.Owed),
                DeliveryId = delivery.DeliveryId,
                StartedAt = arrival.At.ToMicroseconds(),
                WarnAt = owed.WarnAt.ToMicroseconds(),
                LateFrom = owed.LateFrom.ToMicroseconds(),
            });
        }

        if (fault is not null)
            arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", delivery.DeliveryId, $"clock-unknown {fault}");
    }

    /// <summary>Notes what an answer settles. Whoever says that it is not theirs owes nothing more, and the sender hears that nobody has taken it.</summary>
    public void Note(Arrival arrival, DeliveryRow answered)
    {
        var now = arrival.At.ToMicroseconds();
        switch (arrival.Envelope.Data)
        {
            case ConcernAcknowledged { Answer: AcknowledgementAnswer.Acknowledged }:
                arrival.Scope.Answered(answered.Sender, answered.About!, answered.Organisation, answered.Role, [Coded.Word(AnswerOwed.Acknowledgement)], now);
                break;
            case ConcernDecision:
                arrival.Scope.Answered(answered.Sender, answered.About!, answered.Organisation, answered.Role, [Coded.Word(AnswerOwed.Acknowledgement), Coded.Word(AnswerOwed.Decision)], now);
                break;
            case InformationSupplied or InformationDeclined:
                arrival.Scope.Answered(answered.Sender, answered.About!, answered.Organisation, answered.Role, [Coded.Word(AnswerOwed.Acknowledgement), Coded.Word(AnswerOwed.Information)], now);
                break;
            case PlanViewGiven:
                arrival.Scope.Answered(answered.Sender, answered.About!, answered.Organisation, answered.Role, [Coded.Word(AnswerOwed.Acknowledgement), Coded.Word(AnswerOwed.View)], now);
                break;
            case ConcernAcknowledged { Answer: var refused }:
                arrival.Scope.CloseClocks(answered.Sender, answered.About!, answered.Organisation, answered.Role, now);
                arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", answered.DeliveryId, $"{Coded.Word(refused)} by {answered.Organisation}#{answered.Role}");
                SenderNotices.Tell(arrival.Scope, routing, answered, Policy.WithheldCodes.NotTaken);
                if (refused is AcknowledgementAnswer.WrongPerson)
                    IncidentIntake.Doubted(arrival, routing, answered);
                break;
        }
    }

    /// <summary>The sender has said itself what was asked about: early help was considered.</summary>
    public static void Settle(Arrival arrival)
    {
        if (arrival.Subject.Notice is AttendanceThreshold { Parts.Education.EarlyHelp: not null })
            arrival.Scope.CloseClocks(arrival.Sender, arrival.Subject.About, arrival.At.ToMicroseconds());
    }

    /// <summary>A concern that is taken back is owed no answer.</summary>
    public static void Withdraw(Arrival arrival) => arrival.Scope.CloseClocks(arrival.Sender, arrival.Subject.About, arrival.At.ToMicroseconds());
}
