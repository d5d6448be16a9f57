using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Evaluation;

/// <summary>Turns a part of a scope into a delegate. It never errs.</summary>
internal static class ScopeCompiler
{
    /// <param name="constraint">Without slot.</param>
    /// <param name="variable">The part of the request that it is about; not the context.</param>
    public static Func<RequestView, bool> Compile(ScopeConstraint constraint, Variable variable) => constraint switch
    {
        ScopeConstraint.Any => static _ => true,
        ScopeConstraint.Equal { Entity: { } entity } => request => request[variable].Equals(entity),
        ScopeConstraint.In { Entity: { } entity } => request => request.IsIn(request[variable], entity),
        ScopeConstraint.InAny { Entities: var entities } => request => entities.Any(entity => request.IsIn(request[variable], entity)),
        ScopeConstraint.Is { EntityType: var type } => request => request[variable].Type == type,
        ScopeConstraint.IsIn { EntityType: var type, Entity: { } entity } => request => request[variable].Type == type && request.IsIn(request[variable], entity),
        _ => throw new ArgumentException("a template must be linked before it is evaluated", nameof(constraint)),
    };
}
