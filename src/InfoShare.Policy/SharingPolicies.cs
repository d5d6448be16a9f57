using InfoShare.Policy.Sets;

namespace InfoShare.Policy;

/// <summary>The policy sets of a folder: which decides when, and the candidates that never do.</summary>
public sealed class SharingPolicies
{
    private readonly IReadOnlyList<(DateTimeOffset From, SharingPolicy Policy)> inForce;

    private SharingPolicies(IReadOnlyList<(NamedSet Named, SharingPolicy Policy)> sets, PolicyFiles files)
    {
        All = [.. sets.Select(set => set.Policy)];
        inForce = [.. sets.Where(set => set.Named.InForceFrom is not null).Select(set => (set.Named.InForceFrom!.Value, set.Policy)).OrderBy(set => set.Value)];
        Files = files;
    }

    /// <summary>Those that come with this release.</summary>
    public static SharingPolicies OfThisRelease { get; } = Read(PolicyFiles.OfThisRelease).Policies
        ?? throw new InvalidOperationException($"the policies of this release are refused: {Read(PolicyFiles.OfThisRelease).Problems[0]}");

    /// <summary>Every set, in the order of <c>sets.json</c>.</summary>
    public IReadOnlyList<SharingPolicy> All { get; }

    /// <summary>What they were read from.</summary>
    public PolicyFiles Files { get; }

    /// <summary>All sets of a folder; or everything that is wrong with any of them.</summary>
    public static (SharingPolicies? Policies, IReadOnlyList<PolicyProblem> Problems) Read(PolicyFiles files)
    {
        var (named, problems) = NamedSet.ReadAll(files);
        var sets = named.Select(set => (Named: set, Read: PolicySetReader.Read(set.Name, set.Policies, files))).ToList();
        PolicyProblem[] all = [.. problems, .. sets.SelectMany(set => set.Read.Problems).Distinct()];
        return all.Length > 0 ? (null, all) : (new([.. sets.Select(set => (set.Named, set.Read.Policy!))], files), []);
    }

    /// <summary>One set for all time; for tests and trials.</summary>
    internal static SharingPolicies Always(SharingPolicy policy) => new([(new(policy.Name, DateTimeOffset.MinValue, []), policy)], new(new Dictionary<string, string>()));

    /// <summary>The set that decides at this instant: the one that came into force last; before all, the first.</summary>
    public SharingPolicy At(DateTimeOffset instant) => inForce.LastOrDefault(set => set.From <= instant, inForce[0]).Policy;

    /// <summary>The first instant at which this set decides; null: a candidate, which never does.</summary>
    public DateTimeOffset? InForceFrom(SharingPolicy policy) =>
        inForce.Where(set => ReferenceEquals(set.Policy, policy)).Select(set => (DateTimeOffset?)set.From).FirstOrDefault();

    /// <summary>The set with that version; null where there is none.</summary>
    public SharingPolicy? WithVersion(string version) => All.FirstOrDefault(policy => policy.Version == version);

    /// <summary>The set with that name; null where there is none.</summary>
    public SharingPolicy? Named(string name) => All.FirstOrDefault(policy => policy.Name == name);
}
