using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Explaining;

/// <summary>A clause in plain English, as it should be. Pure.</summary>
internal static class ClauseWords
{
    /// <param name="wanted">Whether it should be true; otherwise it is said that it is not so.</param>
    public static string Of(Question question, Expr expr, bool wanted) => expr switch
    {
        Expr.Unary { Operator: UnaryOperator.Not, Operand: var operand } => Of(question, operand, !wanted),
        Expr.And both when wanted => $"{Of(question, both.Left, wanted)} and {Of(question, both.Right, wanted)}",
        Expr.Or either when !wanted => $"{Of(question, either.Left, wanted)} and {Of(question, either.Right, wanted)}",
        Expr.And both => Either(question, both.Left, both.Right, wanted),
        Expr.Or either => Either(question, either.Left, either.Right, wanted),
        _ => string.Join(" and ", ClauseWishes.Of(question, expr, wanted).Select(wish => wish.Words)),
    };

    private static string Either(Question question, Expr left, Expr right, bool wanted) =>
        $"either {Of(question, left, wanted)} or {Of(question, right, wanted)}";
}
