namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>How deep an expression is; found without recursion, so that no text can exhaust the stack.</summary>
internal static class Nesting
{
    public static bool IsWithin(int deepest, Expr expr)
    {
        var open = new Stack<(Expr Expr, int Depth)>([(expr, 1)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > deepest)
                return false;
            foreach (var operand in Operands(next.Expr))
                open.Push((operand, next.Depth + 1));
        }

        return true;
    }

    private static IEnumerable<Expr> Operands(Expr expr) => expr switch
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
}
