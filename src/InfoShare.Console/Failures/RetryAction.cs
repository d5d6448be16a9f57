using System.Globalization;
using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Console.Words;
using InfoShare.Routing.Failures;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Failures;
using InfoShare.Vault;

namespace InfoShare.Console.Failures;

/// <summary>Many more deliveries are sent again. The subject is the retry and how many.</summary>
public sealed class RetryAction(ConsoleContext console) : IApprovedAction
{
    public const string Code = "retry";

    public string Kind => Code;

    public string Needs => Permissions.Approve;

    /// <summary>As it is asked for.</summary>
    public static string SubjectOf(string retryId, long more) => $"{retryId} {more.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Whether somebody has asked that more of a retry are sent again.</summary>
    public static bool IsAsked(ReadScope scope, string retryId, long now) => scope.OpenApprovals(now).Any(row => row.Kind == Code && Read(row.Subject).RetryId == retryId);

    public string Words(ReadScope scope, ApprovalRow approval)
    {
        ArgumentNullException.ThrowIfNull(approval);
        var (retryId, more) = Read(approval.Subject);
        return scope.FindRetry(retryId) is { } retry && FailureGroup.Of(retry.FailureGroup) is { } group
            ? $"Send {more.Count("more failed delivery", "more failed deliveries")} again, {retry.PerMinute.Number()} a minute, until {retry.StopAfter.Number()} have failed again. {FailureWords.Of(group)}"
            : "A retry that is not on record";
    }

    public string? AddressOf(ApprovalRow approval, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.May(Permissions.MendFailures) ? $"/failures/retry/{Uri.EscapeDataString(Read(approval.Subject).RetryId)}" : null;
    }

    public string? Do(WriteScope scope, ApprovalRow approval, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(by);
        var (retryId, more) = Read(approval.Subject);
        return console.Desks.Retries.Release(scope, retryId, more, by.Name, approved: true);
    }

    private static (string RetryId, long More) Read(string subject) => subject.Split(' ') is [var retryId, var more] ? (retryId, long.Parse(more, CultureInfo.InvariantCulture)) : ("", 0);
}
