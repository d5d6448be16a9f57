using InfoShare.Policy;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Escalations;
using InfoShare.Vault;

namespace InfoShare.Routing.Escalations;

/// <summary>Takes challenges that were not closed in their stage to the next by itself, so that none is forgotten.</summary>
internal sealed class EscalationUpkeep(RoutingContext routing)
{
    private const int AtOnce = 200;

    private readonly EscalationDelivery delivery = new(routing);

    public void Run(WriteScope scope)
    {
        foreach (var ended in scope.StagesEnded(routing.Now.ToMicroseconds(), AtOnce))
        {
            var stage = (int)ended.Stage + 1;
            var next = ended with { Stage = stage, StageEnds = EscalationStages.EndOf(stage, ended.Organisation, routing.Now, routing.Directory)?.ToMicroseconds() };
            scope.Save(next);
            scope.Audit(routing.Settings.Writer, routing.Now, "escalated", ended.MessageId, $"stage {stage}");
            if (stage > EscalationStages.Last || !delivery.Send(scope, next, stage))
                scope.Audit(routing.Settings.Writer, routing.Now, "alert", ended.MessageId, "a challenge was not settled in any stage");
            SenderNotices.Add(
                scope, routing, ended.Sender, ended.MessageId, ended.EscalationId,
                [new() { Code = stage > EscalationStages.Last ? WithheldCodes.Unresolved : WithheldCodes.Escalated }], $"stage {stage}");
        }
    }
}
