namespace InfoShare.Policy.Cedar.Syntax;

/// <summary>The expressions that an expression is made of.</summary>
internal static class Operands
{
    /// <summary>Those directly in it, in the order written.</summary>
    public static IEnumerable<Expr> Of(Expr expr) => expr switch
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
        Expr.Record e => e.Fields.Select(field => field.Value),
        Expr.ExtensionCall e => e.Arguments,
        _ => [],
    };

    /// <summary>Itself and all that is in it, however deep, without recursion.</summary>
    public static IEnumerable<Expr> AllIn(Expr expr)
    {
        var open = new Stack<Expr>([expr]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var operand in Of(next))
                open.Push(operand);
        }
    }
}
