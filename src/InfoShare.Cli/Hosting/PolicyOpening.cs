using InfoShare.Cli.Policies;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage;
using InfoShare.Storage.Policies;

namespace InfoShare.Cli.Hosting;

/// <summary>The policy sets by which routing decides.</summary>
/// <param name="Refused">What is wrong with those in the settings, where the ones that were used last go on; empty: nothing.</param>
internal sealed record PolicyOpening(SharingPolicies Policies, IReadOnlyList<PolicyProblem> Refused)
{
    /// <summary>Those of the folder; where it is refused, those that routing ran with last: better than to decide nothing at all.</summary>
    /// <exception cref="CannotStartException">The folder is refused, and there are no others.</exception>
    public static async Task<PolicyOpening> ReadAsync(string? folder, RoutingStore store, CancellationToken cancellationToken)
    {
        var (policies, problems) = await PolicyFolder.ReadSetsAsync(folder, cancellationToken);
        if ((policies ?? store.Read(scope => scope.LastPolicies())) is { } found)
            return new(found, problems);
        throw new CannotStartException(string.Join(Environment.NewLine, problems.Select(problem => problem.ToString()).Prepend($"policies: {folder} is refused, and there are none from before:")));
    }
}
