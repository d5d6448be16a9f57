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

    /// <summary>Whether it waits for another person, or to be done.</summary>
    public static bool IsUnderWay(ReadScope scope, string subject, long now) =>
        scope.OpenApprovals(now).Any(row => row.Kind == Code && row.Subject == subject) || scope.OpenWork().Any(row => row.Subject == subject);

    public string Words(ReadScope scope, ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return AccessChange.Read(approval.Subject)?.Words ?? Kind;
    }

    public string? AddressOf(ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return AccessChange.Read(approval.Subject)?.Address;
    }

    public string? Do(WriteScope scope, ApprovalRow approval, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(by);
        if (console.Access.WhyNot is { } why)
            return why;
        if (AccessChange.Read(approval.Subject) is null)
            return "This release does not know what that is";
        scope.Add(new ApprovedWorkRow { ApprovalId = approval.ApprovalId, Subject = approval.Subject, ApprovedAt = console.Now.ToMicroseconds() });
        return null;
    }
}
