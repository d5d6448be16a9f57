using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Escalations;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Escalations;

/// <summary>Sends a challenge to the post of a stage, or of the next that there is.</summary>
internal sealed class EscalationDelivery(RoutingContext routing)
{
    /// <summary>False where nobody is left to be asked; that is on record.</summary>
    public bool Send(WriteScope scope, EscalationRow escalation, int stage)
    {
        var day = RoutingContext.DayOf(routing.Now);
        if (escalation.StageEnds is null)
            scope.Audit(routing.Settings.Writer, routing.Now, "alert", escalation.MessageId, "clock-unknown: the stage of a challenge has no end, and it goes no further by itself");
        for (; stage <= EscalationStages.Last; stage++)
        {
            if (EscalationStages.PostFor(stage, escalation.Organisation, escalation.Role, routing.Directory, day) is not { } post || routing.Directory.ParticipantServing(post.Organisation, day)?.Id is not { } participant)
                continue;
            var (id, now) = (routing.Store.Ids.Of("escalation", escalation.Sender, escalation.EscalationId, post.Id, $"{stage}"), routing.Now.ToMicroseconds());
            scope.Add(new DeliveryRow
            {
                DeliveryId = id,
                Sender = escalation.Sender,
                MessageId = escalation.MessageId,
                MessageType = MessageTypes.EscalationRaised.Name,
                About = escalation.EscalationId,
                ChildToken = escalation.ChildToken,
                Kind = "answer",
                Participant = participant,
                Organisation = post.Organisation,
                Role = post.Role,
                Relationship = "challenged",
                Urgent = escalation.UnsafeNow,
                PartitionKey = id,
                OrderNo = scope.FindMessage(escalation.Sender, escalation.MessageId)!.OrderNo!,
                State = DeliveryStates.Decided,
                Because = "challenge-to-decider",
                Basis = "UKGDPR-6-1-e,CA04-S11",
                Detail = DecisionTable.Write(new ChallengeSummary
                {
                    Stage = stage,
                    Concern = scope.FindDelivery(escalation.DeliveryId)?.About,
                    UnsafeNow = escalation.UnsafeNow == 1,
                    By = escalation.StageEnds is { } ends ? Instants.FromMicroseconds(ends).AddSeconds(-1) : null,
                }),
                DueAt = now,
                DecidedAt = now,
            });
            return true;
        }

        scope.Audit(routing.Settings.Writer, routing.Now, "alert", escalation.MessageId, "a challenge finds nobody to answer it");
        return false;
    }
}
