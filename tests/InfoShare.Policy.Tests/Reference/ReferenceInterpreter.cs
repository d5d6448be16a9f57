using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>
/// What a Cedar expression means, as plainly as it can be written: one recursive function, nothing compiled, indexed or
/// remembered. The engine must agree with it. Null is an error: which one is not said, only that there is one.
/// </summary>
/// <remarks>After the formal model of Cedar, cedar-spec, <c>Cedar/Spec/Evaluator.lean</c>.</remarks>
internal sealed class ReferenceInterpreter(Request request, IReadOnlyList<Entity> entities)
{
    private readonly ReferenceEntities entities = new(entities);

    /// <summary>Whether the policy's scope and every condition hold.</summary>
    public bool? IsSatisfied(CedarPolicy policy)
    {
        if (!IsInScope(policy.Principal, request.Principal) || !IsInScope(policy.Action, request.Action) || !IsInScope(policy.Resource, request.Resource))
            return false;
        foreach (var condition in policy.Conditions)
        {
            if (Truth(condition.Body) is not bool truth)
                return null;
            if (truth != condition.Kind is ConditionKind.When)
                return false;
        }

        return true;
    }

    private bool IsInScope(ScopeConstraint constraint, EntityUid uid) => constraint switch
    {
        ScopeConstraint.Any => true,
        ScopeConstraint.Equal { Entity: { } entity } => ReferenceEquality.AreSame(uid, entity),
        ScopeConstraint.In { Entity: { } entity } => entities.IsIn(uid, entity),
        ScopeConstraint.InAny { Entities: var any } => any.Any(entity => entities.IsIn(uid, entity)),
        ScopeConstraint.Is { EntityType: var type } => uid.Type == type,
        ScopeConstraint.IsIn { EntityType: var type, Entity: { } entity } => uid.Type == type && entities.IsIn(uid, entity),
        _ => throw new ArgumentException("a template must be linked before it can be evaluated", nameof(constraint)),
    };

    public CedarValue? Evaluate(Expr expr) => expr switch
    {
        Expr.Literal e => e.Value,
        Expr.Var { Name: Variable.Principal } => request.Principal,
        Expr.Var { Name: Variable.Action } => request.Action,
        Expr.Var { Name: Variable.Resource } => request.Resource,
        Expr.Var { Name: Variable.Context } => request.Context,
        Expr.If e => Truth(e.Test) is bool test ? Evaluate(test ? e.Then : e.Else) : null,
        Expr.And e => Of(Truth(e.Left) is var left && left is true ? Truth(e.Right) : left),
        Expr.Or e => Of(Truth(e.Left) is var left && left is false ? Truth(e.Right) : left),
        Expr.Unary e => Evaluate(e.Operand) is { } operand ? ReferenceOperators.Apply(e.Operator, operand) : null,
        Expr.Binary e => Evaluate(e.Left) is { } left && Evaluate(e.Right) is { } right ? ReferenceOperators.Apply(e.Operator, left, right, entities) : null,
        Expr.Has e => Of(HasPath(Evaluate(e.Target), e.Path)),
        Expr.Like e => Evaluate(e.Target) is CedarString text ? CedarBool.Of(ReferencePattern.Matches(text.Value, e.Pattern)) : null,
        Expr.Is e => Evaluate(e.Target) is EntityUid uid ? CedarBool.Of(uid.Type == e.EntityType) : null,
        Expr.IsIn e => Evaluate(new Expr.And(new Expr.Is(e.Target, e.EntityType, e.Span), new Expr.Binary(BinaryOperator.In, e.Target, e.Ancestor, e.Span), e.Span)),
        Expr.GetAttr e => AttributeOf(Evaluate(e.Target), e.Attribute),
        Expr.Set e => EvaluateAll(e.Elements) is { } elements ? new CedarSet(elements) : null,
        Expr.Record e => EvaluateAll(e.Fields.Select(f => f.Value)) is { } values ? new CedarRecord(e.Fields.Zip(values, (f, v) => KeyValuePair.Create(f.Key, v))) : null,
        Expr.ExtensionCall e => EvaluateAll(e.Arguments) is { } arguments ? ReferenceFunctions.Call(e.Function, arguments) : null,
        _ => throw new ArgumentException($"{expr.GetType().Name} is no expression of Cedar", nameof(expr)),
    };

    private List<CedarValue>? EvaluateAll(IEnumerable<Expr> exprs)
    {
        var values = exprs.Select(Evaluate).ToList();
        return values.TrueForAll(value => value is not null) ? [.. values.OfType<CedarValue>()] : null;
    }

    /// <summary>The attribute of a record, or of an entity that must be known.</summary>
    private CedarValue? AttributeOf(CedarValue? target, string attribute) => target switch
    {
        CedarRecord record => record[attribute],
        EntityUid uid => entities.Find(uid)?.Attributes[attribute],
        _ => null,
    };

    /// <summary>An unknown entity has no attributes; other values than entities and records cannot be asked.</summary>
    private bool? HasPath(CedarValue? target, IEnumerable<string> path)
    {
        foreach (var step in path)
        {
            if (target is not (CedarRecord or EntityUid))
                return null;
            target = AttributeOf(target, step);
            if (target is null)
                return false;
        }

        return true;
    }

    private bool? Truth(Expr expr) => Evaluate(expr) is CedarBool truth ? truth.Value : null;

    private static CedarBool? Of(bool? truth) => truth is bool value ? CedarBool.Of(value) : null;
}
