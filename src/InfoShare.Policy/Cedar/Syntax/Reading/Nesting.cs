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
            foreach (var operand in Operands.Of(next.Expr))
                open.Push((operand, next.Depth + 1));
        }

        return true;
    }
}
