using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Failures;
using InfoShare.Vault;

namespace InfoShare.Console.Failures;

/// <summary>A failed delivery is given up, so that what waits behind it goes. The subject is the delivery.</summary>
public sealed class GiveUpAction(ConsoleContext console) : IApprovedAction
{
    public const string Code = "give-up";

    public string Kind => Code;

    public string Needs => Permissions.Approve;

    /// <summary>Whether somebody has asked for it.</summary>
    public static bool IsAsked(ReadScope scope, string deliveryId, long now) => scope.OpenApprovals(now).Any(row => row.Kind == Code && row.Subject == deliveryId);

    public string Words(ReadScope scope, ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return scope.FindDelivery(approval.Subject) is { } row
            ? $"Give up {row.MessageType} {row.DeliveryId} to {row.Organisation} {row.Role}: it is never sent, its sender is told, and {scope.CountBehind(row)} behind it go"
            : "A delivery that is not on record";
    }

    public string? AddressOf(ApprovalRow approval, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.May(Permissions.MendFailures) ? $"/failures/delivery/{Uri.EscapeDataString(approval.Subject)}" : null;
    }

    public string? Do(WriteScope scope, ApprovalRow approval, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(by);
        return console.Desks.Failures.GiveUp(scope, approval.Subject, by.Name);
    }
}
