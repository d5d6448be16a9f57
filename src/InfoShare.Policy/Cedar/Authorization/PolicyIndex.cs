using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Finds the policies whose scopes may hold without looking at the others: by action, then by principal and resource.</summary>
internal sealed class PolicyIndex
{
    private readonly FrozenDictionary<EntityUid, ScopeIndex> byAction;
    private readonly ScopeIndex anyAction;

    public PolicyIndex(IReadOnlyList<CompiledPolicy> policies)
    {
        var numbered = policies.Select((policy, number) => (policy.Policy, Number: number)).ToList();
        anyAction = new(numbered.Where(p => p.Policy.Action is ScopeConstraint.Any));
        byAction = numbered
            .SelectMany(p => Actions(p.Policy.Action).Distinct().Select(action => (Action: action, Policy: p)))
            .GroupBy(p => p.Action)
            .ToFrozenDictionary(same => same.Key, same => new ScopeIndex(same.Select(p => p.Policy)));
    }

    /// <summary>Numbers of all policies whose scopes hold, and of some whose do not; in no order; one may be there twice.</summary>
    public List<int> Candidates(RequestView request)
    {
        var found = new List<int>();
        anyAction.AddTo(found, request);
        var action = request.Request.Action;
        AddTo(found, request, action);
        if (request.Find(action) is { } known)
            foreach (var above in known.Ancestors)
                AddTo(found, request, above);
        return found;
    }

    private void AddTo(List<int> found, RequestView request, EntityUid action)
    {
        if (byAction.TryGetValue(action, out var policies))
            policies.AddTo(found, request);
    }

    private static IReadOnlyList<EntityUid> Actions(ScopeConstraint action) => action switch
    {
        ScopeConstraint.Equal { Entity: { } entity } => [entity],
        ScopeConstraint.In { Entity: { } entity } => [entity],
        ScopeConstraint.InAny { Entities: var entities } => entities,
        _ => [],
    };
}
