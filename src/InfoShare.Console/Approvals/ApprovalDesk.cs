using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;

namespace InfoShare.Console.Approvals;

/// <summary>Four eyes: one asks and says why, another approves, and then it is done. Both are on record.</summary>
public sealed class ApprovalDesk(ConsoleContext console, IEnumerable<IApprovedAction> actions)
{
    private const int MostWhy = 1_000;
    private static readonly TimeSpan Waits = TimeSpan.FromDays(2);

    private readonly Dictionary<string, IApprovedAction> actions = actions.ToDictionary(action => action.Kind);

    /// <summary>The action of a kind; null where this release knows none.</summary>
    public IApprovedAction? ActionOf(string kind) => actions.GetValueOrDefault(kind);

    /// <summary>What is wrong with a reason; null: nothing.</summary>
    public static string? ProblemOfWhy(string? why) => string.IsNullOrWhiteSpace(why) || why.Length > MostWhy ? $"Say why, in {MostWhy} characters at the most" : null;

    /// <summary>Asks, in a transaction of the caller's.</summary>
    /// <returns>What is wrong; null: it waits for another person.</returns>
    public string? Ask(WriteScope scope, string kind, string subject, string why, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (ProblemOfWhy(why) is { } problem)
            return problem;
        var now = console.Now;
        var id = console.Store.Ids.Of("approval", kind, subject, by.Token, $"{now.ToMicroseconds()}");
        scope.Add(new ApprovalRow
        {
            ApprovalId = id,
            Kind = kind,
            Subject = subject,
            AskedBy = by.Token,
            Why = console.Keep(scope, why),
            AskedAt = now.ToMicroseconds(),
            Until = (now + Waits).ToMicroseconds(),
        });
        console.Audit(scope, "approval-asked", id, $"{kind} {subject} by:{by.Token}");
        return null;
    }

    /// <summary>Approves and does it, or refuses it.</summary>
    /// <returns>What stands in the way; null: nothing did.</returns>
    public Task<string?> DecideAsync(string id, bool approve, Viewer by) => console.Store.WriteAsync(scope =>
    {
        if (scope.FindApproval(id) is not { } approval || ActionOf(approval.Kind) is not { } action)
            return "There is no such request";
        if (WhyNot(scope, approval, action, by) is { } why)
            return why;
        if (approve && (action.WhyNot(scope, approval) ?? action.Do(scope, approval, by)) is { } problem)
            return problem;
        Settle(scope, approval, approve ? "approved" : "refused", by);
        return null;
    });

    /// <summary>Takes back what one has asked for oneself.</summary>
    /// <returns>What stands in the way; null: nothing did.</returns>
    public Task<string?> WithdrawAsync(string id, Viewer by) => console.Store.WriteAsync(scope =>
    {
        if (scope.FindApproval(id) is not { } approval || approval.AskedBy != by.Token)
            return "There is no such request of yours";
        if (approval.Outcome is { } outcome)
            return $"It was {outcome} already";
        Settle(scope, approval, "withdrawn", by);
        return null;
    });

    private void Settle(WriteScope scope, ApprovalRow approval, string outcome, Viewer by)
    {
        scope.Decide(approval with { DecidedBy = by.Token, DecidedAt = console.Now.ToMicroseconds(), Outcome = outcome });
        console.Audit(scope, $"approval-{outcome}", approval.ApprovalId, $"{approval.Kind} {approval.Subject} by:{by.Token}");
    }

    /// <summary>Why somebody can neither approve nor refuse it. Whoever gave somebody an account may use it.</summary>
    public string? WhyNot(ReadScope scope, ApprovalRow approval, IApprovedAction action, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(by);
        return approval.Outcome is { } outcome ? $"It was {outcome} already"
            : approval.Until <= console.Now.ToMicroseconds() ? "It has waited too long; ask again"
            : approval.AskedBy == by.Token ? "Somebody else must decide what you asked for"
            : !by.May(action.Needs) ? "Your roles do not include approving this"
            : scope.GaveAccount(approval.AskedBy, by.Token) ? "Who asked for it made your account or its password: somebody else must decide" : null;
    }
}
