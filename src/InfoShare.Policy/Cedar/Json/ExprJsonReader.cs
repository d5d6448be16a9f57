using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>Reads an expression: an object with one field, whose name says what it is.</summary>
internal static class ExprJsonReader
{
    /// <summary>Null, with an error, where it is none.</summary>
    public static Expr? Read(JsonPlace place)
    {
        if (!place.HasRoom())
            return null;
        var fields = place.Fields();
        if (fields is not [var (name, body)])
        {
            place.Fail("an expression is an object with one field");
            return null;
        }

        if (ExprJson.BinaryNamed.TryGetValue(name, out var binary))
            return Two(body, "left", "right") is var (left, right) ? new Expr.Binary(binary, left, right, default) : null;
        if (ExprJson.UnaryNamed.TryGetValue(name, out var unary))
            return body.IsObject("arg") && Field(body, "arg") is { } operand ? new Expr.Unary(unary, operand, default) : null;
        if (ExtensionFunctions.All.TryGetValue(name, out var function))
            return ReadCall(body, function);
        return name switch
        {
            "Value" => ValueJson.ReadExpr(body, JsonShape.Unknown.Instance),
            "Var" => ReadVariable(body),
            "&&" => Two(body, "left", "right") is var (left, right) ? new Expr.And(left, right, default) : null,
            "||" => Two(body, "left", "right") is var (left, right) ? new Expr.Or(left, right, default) : null,
            "if-then-else" => ReadIf(body),
            "." => body.IsObject("left", "attr") && Field(body, "left") is { } target && body.Required("attr")?.Text() is { } attribute ? new Expr.GetAttr(target, attribute, default) : null,
            "has" => ReadHas(body),
            "like" => ReadLike(body),
            "is" => ReadIs(body),
            "Set" => new Expr.Set([.. body.Items().Select(Read).OfType<Expr>()], default),
            "Record" => ReadRecord(body),
            "Slot" => Refused(body, "a slot can stand only in the scope"),
            _ => Refused(body, $"there is no expression `{name}`"),
        };
    }

    private static Expr? Field(JsonPlace body, string name) => body.Required(name) is { } field ? Read(field) : null;

    private static (Expr First, Expr Second)? Two(JsonPlace body, string first, string second) =>
        body.IsObject(first, second) && Field(body, first) is { } one && Field(body, second) is { } other ? (one, other) : null;

    private static Expr.Var? ReadVariable(JsonPlace body)
    {
        if (body.Text() is not { } name)
            return null;
        if (ExprJson.VariablesNamed.TryGetValue(name, out var variable))
            return new(variable, default);
        body.Fail($"there is no variable `{name}`");
        return null;
    }

    private static Expr.If? ReadIf(JsonPlace body) =>
        body.IsObject("if", "then", "else") && Field(body, "if") is { } test && Field(body, "then") is { } then && Field(body, "else") is { } otherwise
            ? new(test, then, otherwise, default)
            : null;

    /// <summary>A path that text cannot say, because a step is no identifier, becomes what it means.</summary>
    private static Expr? ReadHas(JsonPlace body)
    {
        if (!body.IsObject("left", "attr") || Field(body, "left") is not { } target || body.Required("attr") is not { } attr)
            return null;
        var path = attr.Kind == JsonValueKind.Array ? attr.Items().Select(step => step.Text()).OfType<string>().ToList() : attr.Text() is { } one ? [one] : [];
        if (path.Count == 0)
            return Refused(attr, "expected at least one attribute");
        if (path.Count == 1 || path.All(Names.IsIdentifier))
            return new Expr.Has(target, path, default);
        Expr has = new Expr.Has(target, [path[0]], default);
        for (var i = 1; i < path.Count; i++)
        {
            target = new Expr.GetAttr(target, path[i - 1], default);
            has = new Expr.And(has, new Expr.Has(target, [path[i]], default), default);
        }

        return has;
    }

    private static Expr.Like? ReadLike(JsonPlace body)
    {
        if (!body.IsObject("left", "pattern") || Field(body, "left") is not { } target || body.Required("pattern") is not { } pattern)
            return null;
        var pieces = new List<string> { "" };
        foreach (var element in pattern.Items())
        {
            if (element.Kind == JsonValueKind.String && element.Text() == "Wildcard")
                pieces.Add("");
            else if (element.IsObject("Literal") && element.Required("Literal")?.Text() is { } text)
                pieces[^1] += text;
        }

        return new(target, new(pieces), default);
    }

    private static Expr? ReadIs(JsonPlace body)
    {
        if (!body.IsObject("left", "entity_type", "in") || Field(body, "left") is not { } target || body.Required("entity_type")?.Text() is not { } type)
            return null;
        if (!Names.IsPath(type))
            return Refused(body, $"`{type}` is no type of entities");
        if (body.Field("in") is not { } above)
            return new Expr.Is(target, type, default);
        return Read(above) is { } ancestor ? new Expr.IsIn(target, type, ancestor, default) : null;
    }

    private static Expr.Record ReadRecord(JsonPlace body)
    {
        var fields = new List<KeyValuePair<string, Expr>>();
        foreach (var (name, field) in body.Fields())
            if (Read(field) is { } value)
                fields.Add(new(name, value));
        return new(fields, default);
    }

    private static Expr? ReadCall(JsonPlace body, ExtensionFunction function)
    {
        var arguments = body.Items().Select(Read).OfType<Expr>().ToList();
        return function.IsMethod && arguments.Count == 0
            ? Refused(body, $"the method `{function.Name}` needs a receiver")
            : new Expr.ExtensionCall(function.Name, arguments, default);
    }

    private static Expr? Refused(JsonPlace place, string message)
    {
        place.Fail(message);
        return null;
    }
}
