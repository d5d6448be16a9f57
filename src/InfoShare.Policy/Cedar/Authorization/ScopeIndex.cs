using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Policies for one action, each filed once, under the narrowest thing that its principal or resource asks.</summary>
internal sealed class ScopeIndex
{
    private readonly PartIndex principals;
    private readonly PartIndex resources;
    private readonly int[] others;

    public ScopeIndex(IEnumerable<(CedarPolicy Policy, int Number)> policies)
    {
        var filed = policies.ToLookup(p => Breadth(p.Policy.Principal) <= Breadth(p.Policy.Resource) ? Variable.Principal : Variable.Resource);
        var byPrincipal = filed[Variable.Principal].ToLookup(p => p.Policy.Principal is ScopeConstraint.Any);
        principals = new(byPrincipal[false].Select(p => (p.Policy.Principal, p.Number)));
        resources = new(filed[Variable.Resource].Select(p => (p.Policy.Resource, p.Number)));
        others = [.. byPrincipal[true].Select(p => p.Number)];
    }

    /// <summary>Adds the numbers of those that may hold.</summary>
    public void AddTo(List<int> found, RequestView request)
    {
        found.AddRange(others);
        principals.AddTo(found, request, request.Request.Principal);
        resources.AddTo(found, request, request.Request.Resource);
    }

    /// <summary>The narrower, the fewer requests it holds for.</summary>
    private static int Breadth(ScopeConstraint constraint) => constraint switch
    {
        ScopeConstraint.Equal => 0,
        ScopeConstraint.In or ScopeConstraint.IsIn => 1,
        ScopeConstraint.Is => 2,
        _ => 3,
    };

    /// <summary>Policies filed under their principal, or under their resource.</summary>
    private sealed class PartIndex(IEnumerable<(ScopeConstraint Constraint, int Number)> policies)
    {
        private readonly FrozenDictionary<EntityUid, int[]> equal = By(policies, constraint => (constraint as ScopeConstraint.Equal)?.Entity);

        private readonly FrozenDictionary<EntityUid, int[]> below = By(policies, constraint => constraint switch
        {
            ScopeConstraint.In of => of.Entity,
            ScopeConstraint.IsIn of => of.Entity,
            _ => null,
        });

        private readonly FrozenDictionary<string, int[]> ofType = By(policies, constraint => (constraint as ScopeConstraint.Is)?.EntityType);

        public void AddTo(List<int> found, RequestView request, EntityUid uid)
        {
            Add(found, equal, uid);
            Add(found, ofType, uid.Type);
            if (below.Count == 0)
                return;
            Add(found, below, uid);
            if (request.Find(uid) is { } known)
                foreach (var above in known.Ancestors)
                    Add(found, below, above);
        }

        private static void Add<TKey>(List<int> found, FrozenDictionary<TKey, int[]> policies, TKey key) where TKey : notnull
        {
            if (policies.Count > 0 && policies.TryGetValue(key, out var numbers))
                found.AddRange(numbers);
        }

        private static FrozenDictionary<TKey, int[]> By<TKey>(IEnumerable<(ScopeConstraint Constraint, int Number)> policies, Func<ScopeConstraint, TKey?> key)
            where TKey : class =>
            policies.Where(p => key(p.Constraint) is not null).GroupBy(p => key(p.Constraint)!).ToFrozenDictionary(same => same.Key, same => same.Select(p => p.Number).ToArray());
    }
}
