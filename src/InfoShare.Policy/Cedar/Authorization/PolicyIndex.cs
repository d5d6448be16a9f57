using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>
/// Finds the policies whose scopes hold without looking at most of the others: by action, then by principal or resource, then
/// by what they ask first.
/// </summary>
internal sealed class PolicyIndex
{
    private readonly ScopeIndex forAnyAction;
    private readonly FrozenDictionary<EntityUid, ScopeIndex> forAction;
    private readonly FrozenDictionary<EntityUid, ScopeIndex> forActionsBelow;

    public PolicyIndex(IReadOnlyList<CompiledPolicy> policies)
    {
        var numbered = policies.Select((policy, number) => (policy.Policy, Number: number)).ToList();
        forAnyAction = new(numbered.Where(p => p.Policy.Action is ScopeConstraint.Any));
        forAction = By(action => action is ScopeConstraint.Equal { Entity: { } entity } ? [entity] : []);
        forActionsBelow = By(action => action switch
        {
            ScopeConstraint.In { Entity: { } entity } => [entity],
            ScopeConstraint.InAny several => [.. several.Entities.Distinct()],
            _ => [],
        });

        FrozenDictionary<EntityUid, ScopeIndex> By(Func<ScopeConstraint, IReadOnlyList<EntityUid>> actions) =>
            numbered.SelectMany(p => actions(p.Policy.Action).Select(action => (Action: action, Policy: p)))
                .GroupBy(p => p.Action)
                .ToFrozenDictionary(same => same.Key, same => new ScopeIndex(same.Select(p => p.Policy)));
    }

    /// <summary>
    /// The numbers of all policies that are satisfied or err, and of some that are neither, but of none whose scope does not
    /// hold; in no order, and one may be there more than once.
    /// </summary>
    public List<int> Find(RequestView request)
    {
        var found = new List<int>();
        var action = request.Request.Action;
        forAnyAction.AddTo(found, request);
        AddTo(found, request, forAction, action);
        AddTo(found, request, forActionsBelow, action);
        if (forActionsBelow.Count > 0 && request.Action is { } known)
            foreach (var above in known.Ancestors)
                AddTo(found, request, forActionsBelow, above);
        return found;
    }

    private static void AddTo(List<int> found, RequestView request, FrozenDictionary<EntityUid, ScopeIndex> policies, EntityUid action)
    {
        if (policies.TryGetValue(action, out var index))
            index.AddTo(found, request);
    }
}
