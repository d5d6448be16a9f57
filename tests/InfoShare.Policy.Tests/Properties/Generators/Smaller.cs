using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Smaller cases that may fail in the same way, those that are much smaller first.</summary>
internal static class Smaller
{
    public static IEnumerable<Case> Cases(Case whole) =>
    [
        .. Without(whole.Policies).Select(policies => whole with { Policies = policies }),
        .. Without(whole.Entities).Select(entities => whole with { Entities = entities }),
        .. WithOne(whole.Policies, Policies).Select(policies => whole with { Policies = policies }),
    ];

    public static IEnumerable<CedarPolicy> Policies(CedarPolicy policy)
    {
        var any = new ScopeConstraint.Any(default);
        foreach (var conditions in Without(policy.Conditions))
            yield return policy with { Conditions = conditions };
        if (policy.Principal != any)
            yield return policy with { Principal = any };
        if (policy.Action != any)
            yield return policy with { Action = any };
        if (policy.Resource != any)
            yield return policy with { Resource = any };
        foreach (var conditions in WithOne(policy.Conditions, condition => ExprParts.Smaller(condition.Body).Select(body => condition with { Body = body })))
            yield return policy with { Conditions = conditions };
    }

    /// <summary>The list without one of its elements, each in turn.</summary>
    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> list) =>
        Enumerable.Range(0, list.Count).Select(i => (IReadOnlyList<T>)[.. list.Take(i), .. list.Skip(i + 1)]);

    /// <summary>The list with one of its elements made smaller, each in turn.</summary>
    public static IEnumerable<IReadOnlyList<T>> WithOne<T>(IReadOnlyList<T> list, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, list.Count).SelectMany(i => smaller(list[i]).Select(element => (IReadOnlyList<T>)[.. list.Take(i), element, .. list.Skip(i + 1)]));
}
