using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Operators and built-in methods of two operands.</summary>
internal sealed partial class TypeChecker
{
    private Typed Binary(Expr.Binary e, Capabilities known) => e.Operator switch
    {
        BinaryOperator.Equal => Equality(e, known),
        BinaryOperator.NotEqual => Not(Equality(e, known)),
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Comparison(e, known),
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply => Sum(e, known),
        BinaryOperator.In => In(e, known),
        BinaryOperator.Contains => Contains(e, known),
        BinaryOperator.ContainsAll or BinaryOperator.ContainsAny => ContainsSet(e, known),
        BinaryOperator.HasTag => HasTag(e, known),
        BinaryOperator.GetTag => GetTag(e, known),
        _ => throw new InvalidOperationException($"there is no rule for {e.Operator}"),
    };

    /// <summary>Entities of different types are never equal, and of two literals it is known; otherwise both sides must be of one type.</summary>
    private Typed Equality(Expr.Binary e, Capabilities known)
    {
        var (left, right) = (Check(e.Left, known).Type, Check(e.Right, known).Type);
        if (left is null || right is null)
            return Typed.Wrong;
        if (left is CedarType.EntityType a && right is CedarType.EntityType b && a.Name != b.Name)
            return Typed.Of(false);
        if (Literal(e.Left) is { } one && Literal(e.Right) is { } other)
            return Typed.Of(one.Equals(other));
        return LeastUpperBound.Of(left, right) is null
            ? Wrong(e, $"only values of one type can be compared, found `{left}` and `{right}`")
            : Typed.Of(CedarType.Boolean);
    }

    private Typed Comparison(Expr.Binary e, Capabilities known)
    {
        var left = Check(e.Left, known, "`Long`, `datetime` or `duration`", IsOrdered).Type;
        var right = Check(e.Right, known, left is null ? "`Long`, `datetime` or `duration`" : $"`{left}`", type => left is null ? IsOrdered(type) : LeastUpperBound.Of(left, type) is not null).Type;
        return left is null || right is null ? Typed.Wrong : Typed.Of(CedarType.Boolean);
    }

    private Typed Sum(Expr.Binary e, Capabilities known)
    {
        var (left, right) = (Check(e.Left, known, "`Long`", IsLong).Type, Check(e.Right, known, "`Long`", IsLong).Type);
        return left is null || right is null ? Typed.Wrong : Typed.Of(CedarType.Long);
    }

    private Typed Contains(Expr.Binary e, Capabilities known)
    {
        var (set, element) = (Check(e.Left, known, "a set", IsSet).Type as CedarType.SetType, Check(e.Right, known).Type);
        if (set is null || element is null)
            return Typed.Wrong;
        return LeastUpperBound.Of(set.Element, element) is null
            ? Wrong(e, $"`{set}` never contains `{element}`")
            : Typed.Of(CedarType.Boolean);
    }

    private Typed ContainsSet(Expr.Binary e, Capabilities known)
    {
        var (left, right) = (Check(e.Left, known, "a set", IsSet).Type, Check(e.Right, known, "a set", IsSet).Type);
        if (left is null || right is null)
            return Typed.Wrong;
        return LeastUpperBound.Of(left, right) is null
            ? Wrong(e, $"only sets of one type can be compared, found `{left}` and `{right}`")
            : Typed.Of(CedarType.Boolean);
    }

    /// <summary>The value that an expression always is: of a literal, or the action.</summary>
    private CedarValue? Literal(Expr expr) => expr switch
    {
        Expr.Literal e => e.Value,
        Expr.Var { Name: Variable.Action } => environment.Action,
        _ => null,
    };

    private static bool IsLong(CedarType type) => type is CedarType.LongType;

    private static bool IsString(CedarType type) => type is CedarType.StringType;

    private static bool IsSet(CedarType type) => type is CedarType.SetType;

    private static bool IsOrdered(CedarType type) =>
        type is CedarType.LongType or CedarType.ExtensionType { Kind: ValueKind.DateTime or ValueKind.Duration };
}
