using InfoShare.Policy;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Routing.Transfers;

/// <summary>Tells who asked, and the operators, of transfers whose conference has not been held in time.</summary>
internal sealed class TransferUpkeep(RoutingContext routing)
{
    private const int AtOnce = 200;

    public void Run(WriteScope scope)
    {
        foreach (var transfer in scope.OverdueTransfers(routing.Now.ToMicroseconds(), AtOnce))
        {
            scope.Save(transfer with { OverdueTold = 1 });
            scope.Audit(routing.Settings.Writer, routing.Now, "alert", transfer.TransferId, $"transfer-overdue {transfer.State} from {transfer.FromOrganisation} to {transfer.ToOrganisation ?? "nobody"}");
            SenderNotices.Add(scope, routing, transfer.Sender, transfer.TransferId, transfer.TransferId, [new() { Code = WithheldCodes.TransferOverdue }], $"transfer-overdue {transfer.RequestedAt}");
        }
    }

    /// <summary>A case that is closed as transferred, and that nobody has accepted, is nobody's.</summary>
    public static void TellUnaccepted(RoutingContext routing, Arrival arrival)
    {
        if (arrival.Scope.WasAccepted(arrival.ChildToken, arrival.Source))
            return;
        arrival.Scope.Audit(routing.Settings.Writer, arrival.At, "alert", arrival.Envelope.Id, $"closed-as-transferred-without-acceptance by {arrival.Source}");
        SenderNotices.Add(
            arrival.Scope, routing, arrival.Sender, arrival.Envelope.Id, arrival.Subject.About, [new() { Code = WithheldCodes.TransferNotAccepted }], WithheldCodes.TransferNotAccepted);
    }
}
