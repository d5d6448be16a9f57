using InfoShare.Policy;
using InfoShare.Routing.Answers;
using InfoShare.Routing.Dispatch;
using InfoShare.Routing.Emergency;
using InfoShare.Routing.Escalations;
using InfoShare.Routing.Incidents;
using InfoShare.Routing.Intake;
using InfoShare.Routing.Plans;
using InfoShare.Routing.Transfers;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Messages;
using InfoShare.Vault;

namespace InfoShare.Routing.Upkeep;

/// <summary>What routing does now and then: tells what is late, gives up what is hopeless, erases what is old. Never silently.</summary>
internal sealed class Housekeeping(RoutingContext routing)
{
    private const int AtOnce = 200;

    private readonly EmergencyUpkeep emergencies = new(routing);
    private readonly TransferUpkeep transfers = new(routing);
    private readonly AnswerUpkeep answers = new(routing);
    private readonly IncidentUpkeep incidents = new(routing);
    private readonly EscalationUpkeep escalations = new(routing);
    private readonly PlanUpkeep plans = new(routing);

    /// <summary>At the last round; null before the first.</summary>
    private SharingPolicy? inForce;

    /// <summary>One round.</summary>
    public async Task RunAsync()
    {
        var policy = routing.PolicyAt(routing.Now);
        await routing.Store.WriteAsync(scope =>
        {
            NoteInForce(scope, policy);
            TellLate(scope);
            Expire(scope);
            Erase(scope);
            emergencies.Run(scope);
            transfers.Run(scope);
            answers.Run(scope);
            incidents.Run(scope);
            escalations.Run(scope);
            plans.Run(scope);
        });
        inForce = policy;
    }

    private void NoteInForce(WriteScope scope, SharingPolicy policy)
    {
        if (inForce is not null && policy.Version != inForce.Version)
            scope.Audit(routing.Settings.Writer, routing.Now, "policy-in-force", routing.Settings.Writer, $"{policy.Name} {policy.Version} after {inForce.Name} {inForce.Version}");
    }

    private void TellLate(WriteScope scope)
    {
        foreach (var row in scope.Late(Before(routing.Settings.LateAfter), Before(routing.Settings.UrgentLateAfter), AtOnce))
        {
            scope.MarkLateTold(row.DeliveryId);
            scope.Audit(routing.Settings.Writer, routing.Now, "delivery-late", row.DeliveryId, row.State);
            SenderNotices.Tell(scope, routing, row, WithheldCodes.Late);
        }
    }

    private void Expire(WriteScope scope)
    {
        foreach (var row in scope.Expiring(Before(routing.Settings.ExpireAfter), AtOnce))
        {
            scope.SetState(row.DeliveryId, DeliveryStates.Expired, routing.Now.ToMicroseconds(), FailureCauses.TooOld);
            scope.Audit(routing.Settings.Writer, routing.Now, "delivery-expired", row.DeliveryId, row.State);
            if (row.Kind is not ("sender-notice" or DeliveryContent.ReminderKind))
                SenderNotices.Tell(scope, routing, row, WithheldCodes.Undeliverable);
        }
    }

    private void Erase(WriteScope scope)
    {
        foreach (var message in scope.Erasable(Before(routing.Settings.KeepMessages), AtOnce))
        {
            scope.Erase(message);
            scope.Audit(routing.Settings.Writer, routing.Now, "message-erased", message.Id, message.Sender);
        }
    }

    private long Before(TimeSpan age) => (routing.Now - age).ToMicroseconds();
}
