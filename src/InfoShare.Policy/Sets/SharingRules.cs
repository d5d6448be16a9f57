using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Sets;

/// <summary>The rules of one set, ready to decide.</summary>
/// <param name="Policies">Their compiled form.</param>
/// <param name="Partnerships">The numbers that a partnership's threshold document sets.</param>
internal sealed record SharingRules(PolicySet Policies, IReadOnlyList<SharingRule> All, IReadOnlyDictionary<EntityUid, Entity> Partnerships)
{
    private readonly Dictionary<string, SharingRule> byId = All.ToDictionary(rule => rule.Id);

    public SharingRule this[string id] => byId[id];
}
