using System.Text.Json;
using InfoShare.Policy.Cedar.Evaluation;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>Cedar's values in JSON: <c>{"__entity": …}</c> and <c>{"__extn": …}</c> for what JSON has no word for.</summary>
/// <remarks>Cedar documentation, "Entities and context syntax".</remarks>
internal static class ValueJson
{
    /// <summary>The record that an object is; null, with an error, where it is none.</summary>
    public static CedarRecord? ReadRecord(JsonPlace place, JsonShape shape)
    {
        var attributes = new Dictionary<string, CedarValue>(StringComparer.Ordinal);
        foreach (var (name, field) in place.Fields())
            if (Read(field, (shape as JsonShape.Record)?.Attribute(name) ?? JsonShape.Unknown.Instance) is { } value)
                attributes.Add(name, value);
        return new(attributes);
    }

    /// <summary>The value; null, with an error, where there is none.</summary>
    public static CedarValue? Read(JsonPlace place, JsonShape shape)
    {
        if (ReadExpr(place, shape) is not { } expr)
            return null;
        var value = ExprCompiler.Constant(expr);
        if (value.Error is { } problem)
            place.Fail(problem);
        return value.Value;
    }

    /// <summary>The value as an expression of literals, sets, records and extension functions.</summary>
    public static Expr? ReadExpr(JsonPlace place, JsonShape shape)
    {
        if (!place.HasRoom())
            return null;
        switch (place.Kind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return new Expr.Literal(CedarBool.Of(place.Kind == JsonValueKind.True), default);
            case JsonValueKind.Number:
                return place.Number() is { } number ? new Expr.Literal(new CedarLong(number), default) : null;
            case JsonValueKind.String:
                var text = new Expr.Literal(new CedarString(place.Text()!), default);
                return shape is JsonShape.Extension { Function: var function } ? new Expr.ExtensionCall(function, [text], default) : text;
            case JsonValueKind.Array:
                var element = (shape as JsonShape.Set)?.Element ?? JsonShape.Unknown.Instance;
                return new Expr.Set([.. place.Items().Select(item => ReadExpr(item, element)).OfType<Expr>()], default);
            case JsonValueKind.Object:
                return ReadObject(place, shape);
            default:
                place.Fail($"{place.Found} is no value of Cedar");
                return null;
        }
    }

    /// <summary><c>{"type": …, "id": …}</c>, within <c>{"__entity": …}</c> or not.</summary>
    public static EntityUid? ReadUid(JsonPlace place)
    {
        if (place.Field("__entity") is { } escaped)
            place = escaped;
        if (place.Required("type")?.Text() is not { } type || place.Required("id")?.Text() is not { } id)
            return null;
        if (Names.IsPath(type))
            return new(type, id);
        place.Fail($"`{type}` is no type of entities");
        return null;
    }

    private static Expr? ReadObject(JsonPlace place, JsonShape shape)
    {
        var fields = place.Fields();
        if (fields is [("__entity", var entity)] && HasText(entity, "type", "id") || (shape is JsonShape.Entity && HasText(place, "type", "id")))
            return ReadUid(place) is { } uid ? new Expr.Literal(uid, default) : null;
        if (fields is [("__extn", var call)] && HasText(call, "fn"))
            return ReadCall(call, shape);
        if (shape is JsonShape.Extension && HasText(place, "fn"))
            return ReadCall(place, shape);
        if (fields is [("__expr", { Kind: JsonValueKind.String })])
        {
            place.Fail("`__expr` is no longer a value of Cedar");
            return null;
        }

        var values = new List<KeyValuePair<string, Expr>>();
        foreach (var (name, field) in fields)
            if (ReadExpr(field, (shape as JsonShape.Record)?.Attribute(name) ?? JsonShape.Unknown.Instance) is { } value)
                values.Add(new(name, value));
        return new Expr.Record(values, default);
    }

    private static bool HasText(JsonPlace place, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (place.Field(field)?.Kind != JsonValueKind.String)
                return false;
        return true;
    }

    /// <summary>Where an extension value is expected, so are those that its function takes.</summary>
    private static Expr.ExtensionCall? ReadCall(JsonPlace call, JsonShape shape)
    {
        var name = call.Required("fn")!.Text()!;
        var arguments = call.Field("arg") is { } only ? [only] : call.Required("args")?.Items() ?? [];
        if (ExtensionFunctions.All.TryGetValue(name, out var function))
            return new(name, [.. arguments.Select((argument, index) => ReadExpr(argument, ShapeOf(index))).OfType<Expr>()], default);
        call.Fail($"there is no function `{name}`");
        return null;

        JsonShape ShapeOf(int index) =>
            shape is JsonShape.Extension && index < function.Parameters.Count ? JsonShape.Of(function.Parameters[index]) : JsonShape.Unknown.Instance;
    }
}
