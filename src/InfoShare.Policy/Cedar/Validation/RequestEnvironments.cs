using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>The kinds of request that a policy may be about.</summary>
internal static class RequestEnvironments
{
    /// <summary>
    /// Those that the scope may match. In all others the policy is false before its conditions are asked. Where the conditions
    /// do not mention the principal or the resource, one type of it stands for all.
    /// </summary>
    public static IEnumerable<RequestEnvironment> Of(CedarPolicy policy, CedarSchema schema)
    {
        var mentioned = Mentioned(policy);
        return
            from action in schema.Actions.Values
            where Matches(policy.Action, action.Uid, schema)
            from principal in Representing(action.Principals, policy.Principal, Variable.Principal)
            from resource in Representing(action.Resources, policy.Resource, Variable.Resource)
            select new RequestEnvironment(principal, action.Uid, resource, action.Context);

        IEnumerable<string> Representing(IReadOnlyList<string> types, ScopeConstraint constraint, Variable variable)
        {
            var matching = types.Where(type => MayMatch(constraint, type, schema));
            return mentioned.Contains(variable) ? matching : matching.Take(1);
        }
    }

    private static bool MayMatch(ScopeConstraint constraint, string type, CedarSchema schema) => constraint switch
    {
        ScopeConstraint.Equal { Entity: { } entity } => type == entity.Type,
        ScopeConstraint.In { Entity: { } ancestor } => schema.MayBeIn(type, ancestor.Type),
        ScopeConstraint.Is c => type == c.EntityType,
        ScopeConstraint.IsIn { Entity: { } ancestor } c => type == c.EntityType && schema.MayBeIn(type, ancestor.Type),
        ScopeConstraint.IsIn c => type == c.EntityType,
        _ => true,
    };

    private static bool Matches(ScopeConstraint constraint, EntityUid action, CedarSchema schema) => constraint switch
    {
        ScopeConstraint.Equal { Entity: { } only } => action.Equals(only),
        ScopeConstraint.In { Entity: { } ancestor } => schema.IsIn(action, ancestor),
        ScopeConstraint.InAny c => c.Entities.Any(ancestor => schema.IsIn(action, ancestor)),
        _ => true,
    };

    private static HashSet<Variable> Mentioned(CedarPolicy policy) =>
        [.. policy.Conditions.SelectMany(condition => Operands.AllIn(condition.Body)).OfType<Expr.Var>().Select(variable => variable.Name)];
}
