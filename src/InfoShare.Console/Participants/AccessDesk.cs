using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;

namespace InfoShare.Console.Participants;

/// <summary>A change that somebody asked for, and what came of it.</summary>
/// <param name="Work">Null where it was not approved.</param>
public sealed record AskedChange(AccessChange Change, ApprovalRow Approval, ApprovedWorkRow? Work);

/// <summary>Takes what somebody asks to be changed about who is let in.</summary>
public sealed class AccessDesk(ConsoleContext console, ApprovalDesk approvals)
{
    private const int MostPast = 200;

    /// <summary>Why this person cannot ask for it; null: they can.</summary>
    public string? WhyNot(Viewer by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.May(Permissions.ChangeParticipants) ? console.Access.WhyNot : "Your roles do not include changing certificates or the broker";
    }

    /// <summary>Asks for a change of a certificate that can be made as things are.</summary>
    /// <returns>What is wrong; null: it waits for another person.</returns>
    public Task<string?> AskAsync(AccessChange change, string why, Viewer by)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WhyNot(by) is { } whyNot ? Task.FromResult<string?>(whyNot) : console.Store.WriteAsync(scope =>
        {
            var underWay = AccessAction.UnderWay(scope, console.Now.ToMicroseconds()).Where(one => one.Name == change.Name).ToList();
            return underWay.Contains(change) ? "It was asked for already, and waits for another person or to be done"
                // A key in the wrong hands waits for nothing.
                : change.Task != AccessTask.Revoke && underWay.Count > 0 ? "Another change of it was asked for, and waits for another person or to be done"
                : approvals.Ask(scope, AccessAction.Code, change.Subject, why, by);
        });
    }

    /// <summary>Asks that the broker is made to hold what the directory says.</summary>
    /// <param name="version">Of what was looked at.</param>
    /// <returns>What is wrong; null: it waits for another person.</returns>
    public async Task<string?> AskToProvisionAsync(string version, string why, Viewer by, CancellationToken cancellationToken)
    {
        var compared = await console.Access.CompareAsync(cancellationToken);
        return compared.Problem ?? (compared.Steps.Count == 0 ? "There is nothing to do"
            : compared.Version != version ? "The broker or the directory has changed since you looked: look again"
            : await AskAsync(new AccessChange(AccessTask.Provision, version), why, by));
    }

    /// <summary>What was asked for, the latest first.</summary>
    public static IReadOnlyList<AskedChange> Asked(ReadScope scope, Func<AccessChange, bool> which)
    {
        ArgumentNullException.ThrowIfNull(which);
        var work = scope.LatestWork(MostPast).ToDictionary(row => row.ApprovalId);
        return [.. from row in scope.LatestApprovals(AccessAction.Code, MostPast)
                   let change = AccessChange.Read(row.Subject)
                   where change is not null && which(change)
                   select new AskedChange(change, row, work.GetValueOrDefault(row.ApprovalId))];
    }
}
