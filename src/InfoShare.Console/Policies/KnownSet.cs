using InfoShare.Console.Words;
using InfoShare.Policy;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Console.Policies;

/// <summary>A policy set that somebody can look at, try or propose.</summary>
/// <param name="Version">The hash of its files.</param>
/// <param name="Standing">Whether it is, was or may come to be in force.</param>
internal sealed record KnownSet(string Version, string Name, string Standing)
{
    private const int MostCandidates = 50;

    /// <summary>The set of that version, wherever it is kept; null: there is none, or this release cannot read it.</summary>
    public static SharingPolicy? Find(ConsoleContext console, ReadScope scope, string version) =>
        console.Policies.WithVersion(version) ?? scope.FindCandidate(version)?.ToPolicy() ?? scope.PolicyWith(version);

    /// <summary>Each once: those in force and to come, those of the settings, those that somebody added, and those that were in force before.</summary>
    public static IReadOnlyList<KnownSet> All(ConsoleContext console, ReadScope scope)
    {
        var (policies, now) = (console.Policies, console.Now);
        var inForce = policies.At(now);
        return [.. policies.All.Select(policy => new KnownSet(policy.Version, policy.Name, StandingOf(policies, policy, inForce, now)))
            .Concat(scope.ListCandidates(MostCandidates).Select(row => new KnownSet(row.Version, row.Name, "added here, never in force")))
            .Concat(scope.ListPolicySets().Reverse().Select(row => new KnownSet(row.Version, row.Name, "in force before")))
            .DistinctBy(set => set.Version)];
    }

    private static string StandingOf(SharingPolicies policies, SharingPolicy policy, SharingPolicy inForce, DateTimeOffset now)
    {
        if (policy.Version == inForce.Version)
            return "in force now";
        var dates = policies.InForce.Where(set => set.Policy.Version == policy.Version).Select(set => set.From).ToList();
        return dates.Find(from => from > now) is var next && next != default ? $"in force from {next.Uk()}"
            : dates.Count > 0 ? "in force before" : "in the settings, never in force";
    }

    /// <summary>Short enough to be read out, long enough to differ.</summary>
    public static string Brief(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Ids.Brief(version.Replace("sha256:", "", StringComparison.Ordinal));
    }
}
