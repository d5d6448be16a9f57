using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Vault;

namespace InfoShare.Routing.Answers;

/// <summary>Reminds recipients before an answer is late; when it is, tells the sender, the recipient and the operators. Each once.</summary>
internal sealed class AnswerUpkeep(RoutingContext routing)
{
    private const int AtOnce = 200;

    public void Run(WriteScope scope)
    {
        var now = routing.Now.ToMicroseconds();
        foreach (var clock in scope.ToWarn(now, AtOnce))
        {
            scope.MarkWarned(clock, now);
            if (clock.LateFrom > now)
                Remind(scope, clock, isOverdue: false);
        }

        foreach (var clock in scope.ToTellLate(now, AtOnce))
        {
            scope.MarkLateTold(clock, now);
            scope.Audit(routing.Settings.Writer, routing.Now, "alert", clock.DeliveryId, $"unanswered {clock.Clock} by {clock.Organisation}#{clock.Role}");
            if (scope.FindDelivery(clock.DeliveryId) is not { } delivery)
                continue;
            Remind(scope, clock, isOverdue: true);
            // One delivery may be owed an acknowledgement and a decision: each is told when it is late.
            SenderNotices.Add(scope, routing, delivery.Sender, delivery.MessageId, delivery.About, [new() { Code = WithheldCodes.Unanswered }], $"{delivery.DeliveryId} {WithheldCodes.Unanswered} {clock.Clock}");
        }
    }

    /// <summary>Goes to whoever is on duty for the post now: it says what is owed and nothing of the child.</summary>
    private void Remind(WriteScope scope, AnswerClockRow clock, bool isOverdue)
    {
        var day = RoutingContext.DayOf(routing.Now);
        var post = routing.Directory.PostAt(clock.Organisation, clock.Role, day) is { } found ? routing.Directory.OnDuty(found, routing.Now) ?? routing.Directory.Standing(found, day) ?? found : null;
        var organisation = post?.Organisation ?? clock.Organisation;
        if (routing.Directory.ParticipantServing(organisation, day)?.Id is not { } participant || scope.FindDelivery(clock.DeliveryId) is not { } delivery)
            return;
        var (id, now) = (routing.Store.Ids.Of("reminder", clock.Sender, clock.About, clock.Organisation, clock.Role, clock.Clock, isOverdue ? "overdue" : "due"), routing.Now.ToMicroseconds());
        scope.Add(new DeliveryRow
        {
            DeliveryId = id,
            Sender = delivery.Sender,
            MessageId = delivery.MessageId,
            MessageType = delivery.MessageType,
            About = delivery.About,
            ChildToken = delivery.ChildToken,
            Kind = DeliveryContent.ReminderKind,
            Participant = participant,
            Organisation = organisation,
            Role = post?.Role ?? clock.Role,
            Relationship = "owes-answer",
            PartitionKey = id,
            OrderNo = "",
            State = DeliveryStates.Decided,
            Because = "answer-is-owed",
            Basis = "UKGDPR-6-1-e",
            Detail = DecisionTable.Write(new AnswerDue
            {
                DeliveryId = clock.DeliveryId,
                Owed = Coded.Read<AnswerOwed>(clock.Owed),
                Clock = clock.Clock,
                By = Instants.FromMicroseconds(clock.LateFrom).AddSeconds(-1),
                IsOverdue = isOverdue,
            }),
            DueAt = now,
            DecidedAt = now,
        });
    }
}
