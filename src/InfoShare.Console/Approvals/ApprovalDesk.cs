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

    /// <summary>Asks, in a transaction of the caller's.</summary>
    /// <returns>What is wrong; null: it waits for another person.</returns>
    public string? Ask(WriteScope scope, string kind, string subject, string why, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (string.IsNullOrWhiteSpace(why) || why.Length > MostWhy)
            return $"Say why, in {MostWhy} characters at the most";
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
        console.Audit(scope, "approval-asked", id, $"{kind} by:{by.Token}");
        return null;
    }

    /// <summary>Approves and does it, or refuses it.</summary>
    /// <returns>What stands in the way; null: nothing did.</returns>
    public Task<string?> DecideAsync(string id, bool approve, Viewer by) => console.Store.WriteAsync(scope =>
    {
        if (scope.FindApproval(id) is not { } approval || ActionOf(approval.Kind) is not { } action)
            return "There is no such request";
        if (WhyNot(approval, action, by) is { } why)
            return why;
        if (approve && action.Do(scope, approval, by) is { } problem)
            return problem;
        var outcome = approve ? "approved" : "refused";
        scope.Decide(approval with { DecidedBy = by.Token, DecidedAt = console.Now.ToMicroseconds(), Outcome = outcome });
        console.Audit(scope, $"approval-{outcome}", id, $"{approval.Kind} by:{by.Token}");
        return null;
    });

    /// <summary>Why somebody cannot decide about it; null: they can.</summary>
    public string? WhyNot(ApprovalRow approval, IApprovedAction action, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(by);
        return approval.Outcome is { } outcome ? $"It was {outcome} already"
            : approval.Until <= console.Now.ToMicroseconds() ? "It has waited too long; ask again"
            : approval.AskedBy == by.Token ? "Somebody else must decide what you asked for"
            : by.May(action.Needs) ? null : "Your roles do not include approving this";
    }
}
