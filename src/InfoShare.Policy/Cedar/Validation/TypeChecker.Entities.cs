using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Types and ancestors of entities.</summary>
internal sealed partial class TypeChecker
{
    private Typed Is(Expr.Is e, Capabilities known) =>
        Check(e.Target, known, "an entity", IsEntity).Type is CedarType.EntityType entity ? Typed.Of(entity.Name == e.EntityType) : Typed.Wrong;

    private Typed IsIn(Expr.IsIn e, Capabilities known) => Is(new(e.Target, e.EntityType, e.Span), known) switch
    {
        { Known: false } isOther => isOther,
        var isType => Both(isType, In(new(BinaryOperator.In, e.Target, e.Ancestor, e.Span), known)),
    };

    private Typed In(Expr.Binary e, Capabilities known)
    {
        var item = Check(e.Left, known, "an entity", IsEntity).Type as CedarType.EntityType;
        var ancestor = Check(e.Right, known, "an entity or a set of entities", type => ElementOf(type) is CedarType.EntityType).Type;
        if (item is null || ancestor is null)
            return Typed.Wrong;
        // The schema alone says which actions are below which.
        if (Literal(e.Left) is EntityUid action && ScopeChecks.IsActionType(action.Type) && LiteralEntities(e.Right) is { } ancestors)
            return Typed.Of(ancestors.Any(literal => ScopeChecks.IsActionType(literal.Type) && schema.IsIn(action, literal)));
        return schema.MayBeIn(item.Name, ((CedarType.EntityType)ElementOf(ancestor)).Name) ? Typed.Of(CedarType.Boolean) : Typed.Of(false);
    }

    /// <summary>The entities that an expression always is, when it is an entity, the action, or a set of nothing else.</summary>
    private List<EntityUid>? LiteralEntities(Expr expr)
    {
        if (Literal(expr) is EntityUid only)
            return [only];
        if (expr is not Expr.Set set)
            return null;
        var entities = set.Elements.Select(Literal).OfType<EntityUid>().ToList();
        return entities.Count == set.Elements.Count ? entities : null;
    }

    private static CedarType ElementOf(CedarType type) => type is CedarType.SetType set ? set.Element : type;

    private static bool IsEntity(CedarType type) => type is CedarType.EntityType;
}
