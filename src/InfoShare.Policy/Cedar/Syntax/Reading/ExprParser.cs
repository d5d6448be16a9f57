using System.Globalization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>Reads an expression's operators, from the loosest to the tightest; <see cref="MemberParser"/> reads their operands.</summary>
internal sealed class ExprParser
{
    /// <summary>Less than half of what a stack of one megabyte bears.</summary>
    private const int DeepestBrackets = 200;

    private const int MostSigns = 4;

    private static readonly Dictionary<string, BinaryOperator> Relations = new()
    {
        ["=="] = BinaryOperator.Equal,
        ["!="] = BinaryOperator.NotEqual,
        ["<"] = BinaryOperator.Less,
        ["<="] = BinaryOperator.LessOrEqual,
        [">"] = BinaryOperator.Greater,
        [">="] = BinaryOperator.GreaterOrEqual,
        ["in"] = BinaryOperator.In,
    };

    private readonly Cursor cursor;
    private readonly MemberParser members;
    private int depth;

    private ExprParser(Cursor cursor)
    {
        this.cursor = cursor;
        members = new(cursor, Whole);
    }

    /// <summary>Takes an expression; null, with an error, where there is none.</summary>
    public static Expr? Read(Cursor cursor) => new ExprParser(cursor).Whole();

    private Expr? Whole()
    {
        if (++depth > DeepestBrackets)
        {
            cursor.Fail($"the expression is nested more than {DeepestBrackets} brackets deep");
            return null;
        }

        var expr = cursor.Current.IsWord("if") ? If() : Or();
        depth--;
        return expr;
    }

    private Expr.If? If()
    {
        var first = cursor.Take();
        if (Whole() is not { } test || !RequireWord("then") || Whole() is not { } then || !RequireWord("else") || Whole() is not { } otherwise)
            return null;
        return new(test, then, otherwise, cursor.SpanFrom(first));
    }

    private bool RequireWord(string word) => cursor.TakeIfWord(word) || cursor.Fail($"expected `{word}`, found {cursor.Current.Described}");

    private Expr? Or()
    {
        var first = cursor.Current;
        var left = And();
        while (left is not null && cursor.TakeIf("||"))
            left = And() is { } right ? new Expr.Or(left, right, cursor.SpanFrom(first)) : null;
        return left;
    }

    private Expr? And()
    {
        var first = cursor.Current;
        var left = Relation();
        while (left is not null && cursor.TakeIf("&&"))
            left = Relation() is { } right ? new Expr.And(left, right, cursor.SpanFrom(first)) : null;
        return left;
    }

    /// <summary>At most one relation: Cedar has no <c>a == b == c</c>.</summary>
    private Expr? Relation()
    {
        var first = cursor.Current;
        if (Sum() is not { } left)
            return null;
        if (!IsRelation(cursor.Current))
            return left;
        var relation = cursor.Take().Text switch
        {
            "has" => Has(left, first),
            "like" => Like(left, first),
            "is" => Is(left, first),
            var sign => Sum() is { } right ? new Expr.Binary(Relations[sign], left, right, cursor.SpanFrom(first)) : null,
        };
        if (relation is not null && IsRelation(cursor.Current))
            cursor.Fail($"`{cursor.Current.Text}` cannot follow another relation without parentheses");
        return relation is not null && IsRelation(cursor.Current) ? null : relation;
    }

    private static bool IsRelation(Token token) => token switch
    {
        { Kind: TokenKind.Sign } => Relations.ContainsKey(token.Text),
        { Kind: TokenKind.Word } => token.Text is "in" or "has" or "like" or "is",
        _ => false,
    };

    private Expr.Has? Has(Expr target, Token first)
    {
        if (cursor.Current.Kind == TokenKind.String)
            return Names.String(cursor) is { } name ? new(target, [name], cursor.SpanFrom(first)) : null;
        var path = new List<string>();
        do
        {
            if (Names.Identifier(cursor) is not { } step)
                return null;
            path.Add(step);
        }
        while (cursor.TakeIf("."));
        return new(target, path, cursor.SpanFrom(first));
    }

    private Expr.Like? Like(Expr target, Token first)
    {
        var token = cursor.Take();
        var (pattern, problem) = token.Kind == TokenKind.String ? Escapes.Pattern(token.Text) : (null, $"expected a pattern in quotes, found {token.Described}");
        if (pattern is not null)
            return new(target, pattern, cursor.SpanFrom(first));
        cursor.Fail(token.Span, problem!);
        return null;
    }

    private Expr? Is(Expr target, Token first)
    {
        if (Names.Path(cursor) is not { } type)
            return null;
        if (!cursor.TakeIfWord("in"))
            return new Expr.Is(target, type, cursor.SpanFrom(first));
        return Sum() is { } ancestor ? new Expr.IsIn(target, type, ancestor, cursor.SpanFrom(first)) : null;
    }

    private Expr? Sum()
    {
        var first = cursor.Current;
        var left = Product();
        while (left is not null && (cursor.Current.Is("+") || cursor.Current.Is("-")))
        {
            var sign = cursor.Take().Is("+") ? BinaryOperator.Add : BinaryOperator.Subtract;
            left = Product() is { } right ? new Expr.Binary(sign, left, right, cursor.SpanFrom(first)) : null;
        }

        return left;
    }

    private Expr? Product()
    {
        var first = cursor.Current;
        var left = Signed();
        while (left is not null && cursor.TakeIf("*"))
            left = Signed() is { } right ? new Expr.Binary(BinaryOperator.Multiply, left, right, cursor.SpanFrom(first)) : null;
        return left;
    }

    /// <summary>Up to four <c>!</c>, or up to four <c>-</c>, before an operand.</summary>
    private Expr? Signed()
    {
        var first = cursor.Current;
        var signs = new List<Token>();
        while ((cursor.Current.Is("!") || cursor.Current.Is("-")) && cursor.Current.Text == first.Text)
            signs.Add(cursor.Take());
        if (signs.Count > MostSigns)
        {
            cursor.Fail(first.Span, $"more than {MostSigns} of `{first.Text}` in a row");
            return null;
        }

        var least = signs.Count > 0 && first.Is("-") ? NegativeNumber(signs) : null;
        var operand = least ?? members.Read();
        for (var i = signs.Count - 1; operand is not null && i >= 0; i--)
            operand = new Expr.Unary(first.Is("!") ? UnaryOperator.Not : UnaryOperator.Negate, operand, cursor.SpanFrom(signs[i]));
        return operand;
    }

    /// <summary>A minus before digits is the number's own, so that the least integer can be written.</summary>
    private Expr.Literal? NegativeNumber(List<Token> signs)
    {
        if (cursor.Current.Kind != TokenKind.Number || cursor.Following.Is(".") || cursor.Following.Is("(") || cursor.Following.Is("["))
            return null;
        var minus = signs[^1];
        signs.RemoveAt(signs.Count - 1);
        var digits = cursor.Take();
        if (!long.TryParse($"-{digits.Text}", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            cursor.Fail(minus.Span, $"`-{digits.Text}` is below the least integer, {long.MinValue}");
        return new(new CedarLong(value), cursor.SpanFrom(minus));
    }
}
