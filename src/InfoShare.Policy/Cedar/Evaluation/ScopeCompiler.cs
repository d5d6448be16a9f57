using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Turns a part of a scope into a delegate. It never errs.</summary>
internal static class ScopeCompiler
{
    /// <param name="constraint">Without slot.</param>
    /// <param name="part">The part of the request that it is about.</param>
    public static Func<RequestView, bool> Compile(ScopeConstraint constraint, Func<RequestView, EntityUid> part) => constraint switch
    {
        ScopeConstraint.Any => static _ => true,
        ScopeConstraint.Equal { Entity: { } entity } => request => part(request).Equals(entity),
        ScopeConstraint.In { Entity: { } entity } => request => request.IsIn(part(request), entity),
        ScopeConstraint.InAny { Entities: var entities } => request => entities.Any(entity => request.IsIn(part(request), entity)),
        ScopeConstraint.Is { EntityType: var type } => request => part(request).Type == type,
        ScopeConstraint.IsIn { EntityType: var type, Entity: { } entity } => request => part(request).Type == type && request.IsIn(part(request), entity),
        _ => throw new ArgumentException("a template must be linked before it is evaluated", nameof(constraint)),
    };
}
