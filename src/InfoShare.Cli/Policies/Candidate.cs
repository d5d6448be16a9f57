using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Policy;

namespace InfoShare.Cli.Policies;

/// <summary>What is to decide in place of the recorded sets.</summary>
/// <param name="Sets">Those that can come to decide.</param>
/// <param name="At">The one of them that decides at that time.</param>
internal sealed record Candidate(IReadOnlyList<SharingPolicy> Sets, Func<DateTimeOffset, SharingPolicy> At)
{
    /// <summary>A set by its name, for all time; or a folder's sets, each from when it is in force. Null: neither was asked for.</summary>
    /// <exception cref="CannotStartException">There is no such set, or the folder is refused.</exception>
    public static async Task<Candidate?> ReadAsync(PolicyReplayOptions options, Settings settings, CancellationToken cancellationToken)
    {
        if (options is { Set: null, Policies: null })
            return null;
        var folder = options.Policies ?? settings.Policies;
        var (policies, problems) = await PolicyFolder.ReadSetsAsync(folder, cancellationToken);
        if (policies is null)
            throw new CannotStartException(string.Join(Environment.NewLine, problems.Select(problem => problem.ToString()).Prepend($"{folder} is refused:")));
        if (options.Set is not { } name)
            return new([.. policies.InForce.Select(set => set.Policy).Distinct()], policies.At);
        return policies.Named(name) is { } named
            ? new([named], _ => named)
            : throw new CannotStartException($"there is no set {name}; there are {string.Join(", ", policies.All.Select(policy => policy.Name))}");
    }
}
