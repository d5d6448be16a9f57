using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;

namespace InfoShare.Console.Participants;

/// <summary>Certificates and what the broker holds are changed: one asks, another approves, then <see cref="AccessWatch"/> does it.</summary>
public sealed class AccessAction(ConsoleContext console) : IApprovedAction
{
    /// <summary>The code of it.</summary>
    public const string Code = "access";

    public string Kind => Code;

    public string Needs => Permissions.ChangeParticipants;

    /// <summary>What waits for another person, or to be done.</summary>
    public static IEnumerable<AccessChange> UnderWay(ReadScope scope, long now) =>
        scope.OpenApprovals(now).Where(row => row.Kind == Code).Select(row => row.Subject).Concat(scope.OpenWork().Select(row => row.Subject)).Select(AccessChange.Read).OfType<AccessChange>();

    /// <summary>Things may have changed since it was asked for.</summary>
    public string? WhyNot(ReadScope scope, ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        if (console.Access.WhyNot is { } why || AccessChange.Read(approval.Subject) is not { } change)
            return console.Access.WhyNot ?? "This release does not know what that is";
        if (change.Task == AccessTask.Provision)
            return null;
        if (!AccessChange.PossibleOf(console.Access.Certificates().Of(change.Name)).Contains(change.Task))
            return $"The certificate of {change.Name} has changed since: this cannot be done any more";
        return change.Task != AccessTask.Revoke && OpenWorkOf(scope, change.Name).Any() ? $"Another change of the certificate of {change.Name} is being done" : null;
    }

    public string Words(ReadScope scope, ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return AccessChange.Read(approval.Subject)?.Words ?? Kind;
    }

    public string? AddressOf(ApprovalRow approval, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.May(Permissions.SeeParticipants) ? AccessChange.Read(approval.Subject)?.Address : null;
    }

    public string? Do(WriteScope scope, ApprovalRow approval, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(by);
        var now = console.Now.ToMicroseconds();
        // A key in the wrong hands waits for nothing, and nothing that was agreed on before it comes after it.
        foreach (var overtaken in AccessChange.Read(approval.Subject) is { Task: AccessTask.Revoke } change ? OpenWorkOf(scope, change.Name).ToList() : [])
            scope.End(overtaken.ApprovalId, ApprovedWorkTable.NotDone, "a revocation was approved since", now);
        scope.Add(new ApprovedWorkRow { ApprovalId = approval.ApprovalId, Subject = approval.Subject, ApprovedAt = now });
        return null;
    }

    private static IEnumerable<ApprovedWorkRow> OpenWorkOf(ReadScope scope, string name) =>
        scope.OpenWork().Where(row => AccessChange.Read(row.Subject) is { } change && change.Task != AccessTask.Provision && change.Name == name);
}
