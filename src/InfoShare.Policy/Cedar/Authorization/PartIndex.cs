using System.Collections.Frozen;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Authorization;

/// <summary>Policies filed under what they ask of one part of a request, the principal or the resource.</summary>
internal sealed class PartIndex(IReadOnlyList<FiledPolicy> policies)
{
    private readonly QuestionIndex any = new(policies.Where(policy => policy.Constraint is ScopeConstraint.Any));
    private readonly FrozenDictionary<EntityUid, QuestionIndex> equal = By<ScopeConstraint.Equal, EntityUid>(policies, constraint => constraint.Entity!);
    private readonly FrozenDictionary<EntityUid, QuestionIndex> below = By<ScopeConstraint.In, EntityUid>(policies, constraint => constraint.Entity!);
    private readonly FrozenDictionary<string, QuestionIndex> ofType = By<ScopeConstraint.Is, string>(policies, constraint => constraint.EntityType);

    private readonly FrozenDictionary<(string Type, EntityUid Above), QuestionIndex> ofTypeBelow =
        By<ScopeConstraint.IsIn, (string, EntityUid)>(policies, constraint => (constraint.EntityType, constraint.Entity!));

    /// <summary>Adds the numbers of those whose scopes hold, less those whose first clause is false.</summary>
    /// <param name="uid">The part of the request.</param>
    /// <param name="known">What is known of it.</param>
    public void AddTo(List<int> found, RequestView request, EntityUid uid, KnownEntity? known)
    {
        any.AddTo(found, request);
        Add(found, request, equal, uid);
        Add(found, request, ofType, uid.Type);
        Add(found, request, below, uid);
        Add(found, request, ofTypeBelow, (uid.Type, uid));
        if (known is null || (below.Count == 0 && ofTypeBelow.Count == 0))
            return;
        foreach (var above in known.Ancestors)
        {
            Add(found, request, below, above);
            Add(found, request, ofTypeBelow, (uid.Type, above));
        }
    }

    private static void Add<TKey>(List<int> found, RequestView request, FrozenDictionary<TKey, QuestionIndex> policies, TKey key) where TKey : notnull
    {
        if (policies.Count > 0 && policies.TryGetValue(key, out var filed))
            filed.AddTo(found, request);
    }

    private static FrozenDictionary<TKey, QuestionIndex> By<TConstraint, TKey>(IReadOnlyList<FiledPolicy> policies, Func<TConstraint, TKey> key)
        where TConstraint : ScopeConstraint where TKey : notnull =>
        policies.Where(policy => policy.Constraint is TConstraint)
            .GroupBy(policy => key((TConstraint)policy.Constraint))
            .ToFrozenDictionary(same => same.Key, same => new QuestionIndex(same));
}
