using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Whether the types and actions that a policy names are declared, wherever it names them.</summary>
internal sealed class ReferenceCheck(CedarSchema schema, PolicyFindings findings)
{
    public void Check(CedarPolicy policy)
    {
        Check(policy.Principal);
        Check(policy.Action);
        Check(policy.Resource);
        foreach (var expr in policy.Conditions.SelectMany(condition => Operands.AllIn(condition.Body)))
        {
            if (expr is Expr.Literal { Value: EntityUid entity })
                Check(entity, expr.Span);
            else if (expr is Expr.Is isType)
                CheckType(isType.EntityType, expr.Span);
            else if (expr is Expr.IsIn isIn)
                CheckType(isIn.EntityType, expr.Span);
        }
    }

    private void Check(ScopeConstraint constraint)
    {
        var (type, entities) = Named(constraint);
        if (type is not null)
            CheckType(type, constraint.Span);
        foreach (var entity in entities)
            Check(entity, constraint.Span);
    }

    private static (string? Type, IReadOnlyList<EntityUid> Entities) Named(ScopeConstraint constraint) => constraint switch
    {
        ScopeConstraint.Equal { Entity: { } entity } => (null, [entity]),
        ScopeConstraint.In { Entity: { } entity } => (null, [entity]),
        ScopeConstraint.InAny c => (null, c.Entities),
        ScopeConstraint.Is c => (c.EntityType, []),
        ScopeConstraint.IsIn c => (c.EntityType, c.Entity is null ? [] : [c.Entity]),
        _ => (null, []),
    };

    private void Check(EntityUid entity, SourceSpan span)
    {
        if (ScopeChecks.IsActionType(entity.Type))
        {
            if (!schema.Actions.ContainsKey(entity))
                findings.Add(span, $"expected an action of the schema, found `{Quoted.Entity(entity)}`");
        }
        else if (!schema.EntityTypes.TryGetValue(entity.Type, out var type))
        {
            CheckType(entity.Type, span);
        }
        else if (!type.Allows(entity.Id))
        {
            findings.Add(span, $"expected one of the {type.Choices!.Count} ids of `{type.Name}`, found `{Quoted.Entity(entity)}`");
        }
    }

    private void CheckType(string type, SourceSpan span)
    {
        if (!schema.IsDeclared(type) && !ScopeChecks.IsActionType(type))
            findings.Add(span, $"expected an entity type of the schema, found `{type}`");
    }
}
