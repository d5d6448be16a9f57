using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Takes expressions apart and puts them together again.</summary>
internal static class ExprParts
{
    /// <summary>Each part in place of the whole; then the whole with one part made smaller.</summary>
    public static IEnumerable<Expr> Smaller(Expr expr)
    {
        var parts = Of(expr);
        return parts.Concat(Generators.Smaller.WithOne(parts, Smaller).Select(smaller => With(expr, smaller)));
    }

    /// <summary>The expressions directly inside, in order.</summary>
    public static IReadOnlyList<Expr> Of(Expr expr) => expr switch
    {
        Expr.If e => [e.Test, e.Then, e.Else],
        Expr.And e => [e.Left, e.Right],
        Expr.Or e => [e.Left, e.Right],
        Expr.Unary e => [e.Operand],
        Expr.Binary e => [e.Left, e.Right],
        Expr.Has e => [e.Target],
        Expr.Like e => [e.Target],
        Expr.Is e => [e.Target],
        Expr.IsIn e => [e.Target, e.Ancestor],
        Expr.GetAttr e => [e.Target],
        Expr.Set e => e.Elements,
        Expr.Record e => [.. e.Fields.Select(field => field.Value)],
        Expr.ExtensionCall e => e.Arguments,
        _ => [],
    };

    /// <summary>The same expression with other parts, as many and in the same order.</summary>
    private static Expr With(Expr expr, IReadOnlyList<Expr> parts) => expr switch
    {
        Expr.If e => e with { Test = parts[0], Then = parts[1], Else = parts[2] },
        Expr.And e => e with { Left = parts[0], Right = parts[1] },
        Expr.Or e => e with { Left = parts[0], Right = parts[1] },
        Expr.Unary e => e with { Operand = parts[0] },
        Expr.Binary e => e with { Left = parts[0], Right = parts[1] },
        Expr.Has e => e with { Target = parts[0] },
        Expr.Like e => e with { Target = parts[0] },
        Expr.Is e => e with { Target = parts[0] },
        Expr.IsIn e => e with { Target = parts[0], Ancestor = parts[1] },
        Expr.GetAttr e => e with { Target = parts[0] },
        Expr.Set e => e with { Elements = parts },
        Expr.Record e => e with { Fields = [.. e.Fields.Zip(parts, (field, part) => KeyValuePair.Create(field.Key, part))] },
        Expr.ExtensionCall e => e with { Arguments = parts },
        _ => expr,
    };
}
