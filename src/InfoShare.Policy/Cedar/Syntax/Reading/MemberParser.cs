using System.Globalization;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Syntax.Reading;

/// <summary>Reads an operand and the attributes, indexes and methods behind it.</summary>
internal sealed class MemberParser(Cursor cursor, Func<Expr?> whole)
{
    private static readonly Dictionary<string, BinaryOperator> BinaryMethods = new()
    {
        ["contains"] = BinaryOperator.Contains,
        ["containsAll"] = BinaryOperator.ContainsAll,
        ["containsAny"] = BinaryOperator.ContainsAny,
        ["getTag"] = BinaryOperator.GetTag,
        ["hasTag"] = BinaryOperator.HasTag,
    };

    /// <summary>Takes an operand; null, with an error, where there is none.</summary>
    public Expr? Read()
    {
        var first = cursor.Current;
        var expr = Primary();
        while (expr is not null)
        {
            if (cursor.TakeIf("."))
                expr = Member(expr, first);
            else if (cursor.TakeIf("["))
                expr = Names.String(cursor) is { } attribute && cursor.Require("]") ? new Expr.GetAttr(expr, attribute, cursor.SpanFrom(first)) : null;
            else if (cursor.Current.Is("("))
                expr = cursor.Fail("only a function or a method can be called") ? expr : null;
            else
                break;
        }

        return expr;
    }

    private Expr? Member(Expr target, Token first)
    {
        var where = cursor.Current.Span;
        if (Names.Identifier(cursor) is not { } name)
            return null;
        if (!cursor.TakeIf("("))
            return new Expr.GetAttr(target, name, cursor.SpanFrom(first));
        if (List(")") is not { } arguments)
            return null;

        var span = cursor.SpanFrom(first);
        if (BinaryMethods.TryGetValue(name, out var method))
            return Counted(1) ? new Expr.Binary(method, target, arguments[0], span) : target;
        if (name == "isEmpty")
            return Counted(0) ? new Expr.Unary(UnaryOperator.IsEmpty, target, span) : target;
        if (!ExtensionFunctions.All.TryGetValue(name, out var function) || !function.IsMethod)
            cursor.Fail(where, function is null ? $"there is no method `{name}`" : $"`{name}` is a function, not a method");
        return new Expr.ExtensionCall(name, [target, .. arguments], span);

        bool Counted(int expected) =>
            arguments.Count == expected || cursor.Fail(where, $"`{name}` takes {expected} {(expected == 1 ? "argument" : "arguments")}, not {arguments.Count}");
    }

    private Expr? Primary()
    {
        var first = cursor.Current;
        switch (first.Kind)
        {
            case TokenKind.Number:
                return Number();
            case TokenKind.String:
                return Names.String(cursor) is { } text ? new Expr.Literal(new CedarString(text), first.Span) : null;
            case TokenKind.Word when first.Text is "true" or "false" && !cursor.Following.Is("::"):
                cursor.Take();
                return new Expr.Literal(CedarBool.Of(first.Text == "true"), first.Span);
            case TokenKind.Word:
                return Named(first);
            case TokenKind.Slot:
                cursor.Fail($"the slot `{first.Text}` can stand only in the scope");
                return null;
        }

        if (cursor.TakeIf("("))
            return whole() is { } inner && cursor.Require(")") ? inner with { Span = cursor.SpanFrom(first) } : null;
        if (cursor.TakeIf("["))
            return List("]") is { } elements ? new Expr.Set(elements, cursor.SpanFrom(first)) : null;
        if (cursor.TakeIf("{"))
            return Fields() is { } fields ? new Expr.Record(fields, cursor.SpanFrom(first)) : null;
        cursor.Fail($"expected an expression, found {first.Described}");
        return null;
    }

    private Expr.Literal Number()
    {
        var digits = cursor.Take();
        if (!long.TryParse(digits.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            cursor.Fail(digits.Span, $"`{digits.Text}` is above the greatest integer, {long.MaxValue}");
        return new(new CedarLong(value), digits.Span);
    }

    /// <summary>What begins with a word: a variable, a function call or an entity.</summary>
    private Expr? Named(Token first)
    {
        if (Names.Path(cursor) is not { } path)
            return null;
        if (cursor.Current.Is("::"))
            return Names.EntityOf(cursor, path) is { } entity ? new Expr.Literal(entity, cursor.SpanFrom(first)) : null;
        if (VariableOf(path) is { } variable)
            return new Expr.Var(variable, first.Span);
        if (!cursor.TakeIf("("))
        {
            cursor.Fail(first.Span, $"`{path}` is no variable; there are `principal`, `action`, `resource` and `context`");
            return null;
        }

        if (!ExtensionFunctions.All.TryGetValue(path, out var function) || function.IsMethod)
        {
            var isMethod = function is not null || path == "isEmpty" || BinaryMethods.ContainsKey(path);
            cursor.Fail(first.Span, isMethod ? $"`{path}` is a method, not a function" : $"there is no function `{path}`");
        }

        return List(")") is { } arguments ? new Expr.ExtensionCall(path, arguments, cursor.SpanFrom(first)) : null;
    }

    private static Variable? VariableOf(string name) => name switch
    {
        "principal" => Variable.Principal,
        "action" => Variable.Action,
        "resource" => Variable.Resource,
        "context" => Variable.Context,
        _ => null,
    };

    /// <summary>Expressions with commas between them and perhaps behind the last, and the sign that ends them.</summary>
    private List<Expr>? List(string close)
    {
        var list = new List<Expr>();
        while (!cursor.TakeIf(close))
        {
            if (whole() is not { } element)
                return null;
            list.Add(element);
            if (!cursor.Current.Is(close) && !cursor.Require(","))
                return null;
        }

        return list;
    }

    private List<KeyValuePair<string, Expr>>? Fields()
    {
        var fields = new List<KeyValuePair<string, Expr>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!cursor.TakeIf("}"))
        {
            var where = cursor.Current.Span;
            var name = cursor.Current.Kind == TokenKind.String ? Names.String(cursor) : Names.Identifier(cursor);
            if (name is null || !cursor.Require(":") || whole() is not { } value)
                return null;
            if (!names.Add(name))
                cursor.Fail(where, $"the record has `{name}` twice");
            fields.Add(new(name, value));
            if (!cursor.Current.Is("}") && !cursor.Require(","))
                return null;
        }

        return fields;
    }
}
