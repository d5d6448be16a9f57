using System.Globalization;
using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Console.Policies;

/// <summary>A set comes into force: one governance lead asks, another approves.</summary>
public sealed class PolicyActivation(ConsoleContext console) : IApprovedAction
{
    /// <summary>The code of it.</summary>
    public const string Code = "policy";

    /// <summary>Every router has taken it by then, so that all begin at one instant.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    public string Kind => Code;

    public string Needs => Permissions.ChangePolicy;

    /// <summary>As the approval keeps it.</summary>
    public static string Subject(string version, DateTimeOffset from) => $"{version} {from.ToMicroseconds()}";

    /// <summary>What a subject says; null: it is none.</summary>
    public static (string Version, DateTimeOffset From)? Read(ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return approval.Subject.Split(' ') is [var version, var text] && long.TryParse(text, CultureInfo.InvariantCulture, out var from) ? (version, Instants.FromMicroseconds(from)) : null;
    }

    public string Words(ReadScope scope, ApprovalRow approval) => Read(approval) is not { } asked ? Kind
        : $"Bring the policy set {NameOf(scope, asked.Version)} ({KnownSet.Brief(asked.Version)}) into force from {asked.From.Uk()}";

    public string? AddressOf(ApprovalRow approval, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Read(approval) is { } asked && viewer.May(Permissions.SeePolicy) ? $"/policy/changes/{asked.Version}" : null;
    }

    public string? Do(WriteScope scope, ApprovalRow approval, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(by);
        if (Read(approval) is not { } asked || KnownSet.Find(console, scope, asked.Version) is not { } policy)
            return "There is no such set, or this release cannot read it";
        var from = asked.From > console.Now + Notice ? asked.From : console.Now + Notice;
        scope.Add(new PolicyActivationRow
        {
            ActivationId = approval.ApprovalId,
            Version = policy.Version,
            Name = policy.Name,
            Files = DecisionTable.Write(policy.Files),
            InForceFrom = from.ToMicroseconds(),
            AskedBy = approval.AskedBy,
            ApprovedBy = by.Token,
            ApprovedAt = console.Now.ToMicroseconds(),
        });
        console.Audit(scope, "policy-activated", approval.ApprovalId, $"{policy.Name} {policy.Version} from {from.UtcDateTime:O} asked:{approval.AskedBy} by:{by.Token}");
        return null;
    }

    /// <summary>Whatever was proposed is kept.</summary>
    private static string NameOf(ReadScope scope, string version) => scope.FindCandidate(version)?.Name ?? "that is not kept";
}
