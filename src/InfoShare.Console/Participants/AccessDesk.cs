using InfoShare.Console.Approvals;
using InfoShare.Console.Security;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Vault;

namespace InfoShare.Console.Participants;

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

    /// <summary>The names that there are: participants of the directory, and whoever has or had a certificate.</summary>
    public IReadOnlyList<string> Names() => [.. console.Directory.Participants.Select(one => one.Id).Union(console.Access.Certificates().Select(one => one.Name)).Order(StringComparer.Ordinal)];

    /// <summary>Asks for a change of a certificate that can be made as things are.</summary>
    /// <returns>What is wrong; null: it waits for another person.</returns>
    public Task<string?> AskAsync(string name, AccessTask? task, string why, Viewer by) =>
        task is { } chosen && AccessChange.PossibleOf(console.Access.Certificates().FirstOrDefault(one => one.Name == name)).Contains(chosen)
            ? AskAsync(new AccessChange(chosen, name), why, by)
            : Task.FromResult<string?>("Choose what is to be done");

    /// <summary>Asks that the broker is made to hold what the directory says.</summary>
    /// <returns>What is wrong; null: it waits for another person.</returns>
    public async Task<string?> AskToProvisionAsync(string version, string why, Viewer by, CancellationToken cancellationToken)
    {
        var compared = await console.Access.CompareAsync(cancellationToken);
        return compared.Problem ?? (compared.Steps.Count == 0 ? "There is nothing to do"
            : compared.Version != version ? "The broker or the directory has changed since you looked: look again"
            : await AskAsync(new AccessChange(AccessTask.Provision, version), why, by));
    }

    /// <summary>What was approved, the latest first, with what came of it; and what waits for another person.</summary>
    public static (IReadOnlyList<ApprovedWorkRow> Approved, IReadOnlyList<ApprovalRow> Asked) Of(ReadScope scope, Func<AccessChange, bool> which, long now)
    {
        bool Is(string subject) => AccessChange.Read(subject) is { } change && which(change);
        return ([.. scope.LatestWork(MostPast).Where(work => Is(work.Subject))], [.. scope.OpenApprovals(now).Where(row => row.Kind == AccessAction.Code && Is(row.Subject))]);
    }

    private Task<string?> AskAsync(AccessChange change, string why, Viewer by) => WhyNot(by) is { } whyNot
        ? Task.FromResult<string?>(whyNot)
        : console.Store.WriteAsync(scope => AccessAction.IsUnderWay(scope, change.Subject, console.Now.ToMicroseconds())
            ? "It was asked for already, and waits for another person or to be done"
            : approvals.Ask(scope, AccessAction.Code, change.Subject, why, by));
}
