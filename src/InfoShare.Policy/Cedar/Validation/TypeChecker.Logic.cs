using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>What is evaluated only under a condition: there the condition is known, and what can never be evaluated is not checked.</summary>
internal sealed partial class TypeChecker
{
    private Typed And(Expr.And e, Capabilities known)
    {
        var left = Boolean(e.Left, known);
        return left.Known is false ? Typed.Of(false) : Both(left, Boolean(e.Right, known.Or(left.Gained)));
    }

    /// <summary>Of <c>a &amp;&amp; b</c>, from those of <c>a</c>, not always false, and of <c>b</c>.</summary>
    private static Typed Both(Typed left, Typed right) => (left.Type, right.Type, right.Known) switch
    {
        (null, _, _) or (_, null, _) => Typed.Wrong,
        (_, _, false) => Typed.Of(false),
        (_, _, true) => new(left.Type, left.Gained.Or(right.Gained)),
        _ => new(CedarType.Boolean, left.Gained.Or(right.Gained)),
    };

    private Typed Or(Expr.Or e, Capabilities known)
    {
        var left = Boolean(e.Left, known);
        if (left.Known is true)
            return left;
        var right = Boolean(e.Right, known);
        return (left.Type, left.Known, right.Type, right.Known) switch
        {
            (null, _, _, _) or (_, _, null, _) => Typed.Wrong,
            (_, false, _, _) or (_, _, _, true) => right,
            (_, _, _, false) => left,
            _ => new(CedarType.Boolean, left.Gained.And(right.Gained)),
        };
    }

    private Typed If(Expr.If e, Capabilities known)
    {
        var test = Boolean(e.Test, known);
        if (test.Known is false)
            return Check(e.Else, known);
        var then = Check(e.Then, known.Or(test.Gained));
        then = then with { Gained = then.Gained.Or(test.Gained) };
        if (test.Known is true)
            return then;

        var otherwise = Check(e.Else, known);
        if (test.Type is null || then.Type is null || otherwise.Type is null)
            return Typed.Wrong;
        return LeastUpperBound.Of(then.Type, otherwise.Type) is { } both
            ? new(both, then.Gained.And(otherwise.Gained))
            : Wrong(e, $"`then` and `else` must be of one type, found `{then.Type}` and `{otherwise.Type}`");
    }

    private Typed Unary(Expr.Unary e, Capabilities known) => e.Operator switch
    {
        UnaryOperator.Not => Not(Boolean(e.Operand, known)),
        UnaryOperator.Negate => Check(e.Operand, known, "`Long`", IsLong),
        _ => Check(e.Operand, known, "a set", IsSet).Giving(CedarType.Boolean),
    };

    private static Typed Not(Typed operand) => operand switch
    {
        { Type: null } => Typed.Wrong,
        { Known: { } known } => Typed.Of(!known),
        _ => Typed.Of(CedarType.Boolean),
    };
}
