using InfoShare.Policy.Sets;

namespace InfoShare.Policy;

/// <summary>The policy sets of a folder: which decides when, and the candidates that never do.</summary>
public sealed class SharingPolicies
{
    private SharingPolicies(IReadOnlyList<SharingPolicy> all, IEnumerable<DatedPolicy> inForce, PolicyFiles files) =>
        (All, InForce, Files) = (all, [.. inForce.OrderBy(set => set.From)], files);

    /// <summary>Those that come with this release.</summary>
    public static SharingPolicies OfThisRelease { get; } = Read(PolicyFiles.OfThisRelease).Policies
        ?? throw new InvalidOperationException($"the policies of this release are refused: {Read(PolicyFiles.OfThisRelease).Problems[0]}");

    /// <summary>Every set, in the order of <c>sets.json</c>.</summary>
    public IReadOnlyList<SharingPolicy> All { get; }

    /// <summary>Those that decide at some time, in the order in which they come into force. There is one at least.</summary>
    public IReadOnlyList<DatedPolicy> InForce { get; }

    /// <summary>What they were read from.</summary>
    public PolicyFiles Files { get; }

    /// <summary>All sets of a folder; or everything that is wrong with any of them.</summary>
    public static (SharingPolicies? Policies, IReadOnlyList<PolicyProblem> Problems) Read(PolicyFiles files)
    {
        var (named, problems) = NamedSet.ReadAll(files);
        var sets = named.Select(set => (Named: set, Read: PolicySetReader.Read(set.Name, set.Policies, files))).ToList();
        PolicyProblem[] all = [.. problems, .. sets.SelectMany(set => set.Read.Problems).Distinct()];
        if (all.Length > 0)
            return (null, all);
        var inForce = sets.Where(set => set.Named.InForceFrom is not null).Select(set => new DatedPolicy(set.Named.InForceFrom!.Value, set.Read.Policy!));
        return (new([.. sets.Select(set => set.Read.Policy!)], inForce, files), []);
    }

    /// <summary>Those that were in force, and no others; for a store that has kept them.</summary>
    /// <param name="inForce">One at least.</param>
    public static SharingPolicies Of(IReadOnlyList<DatedPolicy> inForce) => new(
        [.. inForce.Select(set => set.Policy)], inForce,
        new(inForce.SelectMany(set => set.Policy.Files).DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Text)));

    /// <summary>These, and others that have come into force beside them. Where two begin at one instant, the later in the list decides.</summary>
    public SharingPolicies With(IReadOnlyList<DatedPolicy> activated)
    {
        ArgumentNullException.ThrowIfNull(activated);
        return new([.. All.Concat(activated.Select(set => set.Policy)).DistinctBy(policy => policy.Version)], InForce.Where(set => !activated.Any(one => one.From == set.From && one.Policy.Version == set.Policy.Version)).Concat(activated), Files);
    }

    /// <summary>The set that decides at this instant: the one that came into force last; before all, the first.</summary>
    public SharingPolicy At(DateTimeOffset instant) => (InForce.LastOrDefault(set => set.From <= instant) ?? InForce[0]).Policy;

    /// <summary>The first instant at which this set decides; null: a candidate, which never does.</summary>
    public DateTimeOffset? InForceFrom(SharingPolicy policy) =>
        InForce.FirstOrDefault(set => ReferenceEquals(set.Policy, policy))?.From;

    /// <summary>The set with that version; null where there is none.</summary>
    public SharingPolicy? WithVersion(string version) => All.FirstOrDefault(policy => policy.Version == version);

    /// <summary>The set with that name; null where there is none.</summary>
    public SharingPolicy? Named(string name) => All.FirstOrDefault(policy => policy.Name == name);
}
