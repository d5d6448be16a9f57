using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>Writes an expression.</summary>
internal static class ExprJsonWriter
{
    public static void Write(Utf8JsonWriter writer, Expr expr)
    {
        writer.WriteStartObject();
        switch (expr)
        {
            case Expr.Literal e: WriteLiteral(writer, e.Value); break;
            case Expr.Var e: writer.WriteString("Var", ExprJson.Variables[e.Name]); break;
            case Expr.If e: Body(writer, "if-then-else", ("if", e.Test), ("then", e.Then), ("else", e.Else)); break;
            case Expr.And e: Body(writer, "&&", ("left", e.Left), ("right", e.Right)); break;
            case Expr.Or e: Body(writer, "||", ("left", e.Left), ("right", e.Right)); break;
            case Expr.Unary e: Body(writer, ExprJson.Unary[e.Operator], ("arg", e.Operand)); break;
            case Expr.Binary e: Body(writer, ExprJson.Binary[e.Operator], ("left", e.Left), ("right", e.Right)); break;
            case Expr.GetAttr e: Body(writer, ".", e.Target, () => writer.WriteString("attr", e.Attribute)); break;
            case Expr.Has e: Body(writer, "has", e.Target, () => WritePath(writer, e.Path)); break;
            case Expr.Like e: Body(writer, "like", e.Target, () => WritePattern(writer, e.Pattern)); break;
            case Expr.Is e: Body(writer, "is", e.Target, () => writer.WriteString("entity_type", e.EntityType)); break;
            case Expr.IsIn e: Body(writer, "is", e.Target, () => WriteIsIn(writer, e)); break;
            case Expr.Set e: WriteList(writer, "Set", e.Elements); break;
            case Expr.Record e: Body(writer, "Record", [.. e.Fields.Select(field => (field.Key, field.Value))]); break;
            case Expr.ExtensionCall e: WriteList(writer, e.Function, e.Arguments); break;
        }

        writer.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter writer, string name, params ReadOnlySpan<(string Name, Expr Expr)> fields)
    {
        writer.WriteStartObject(name);
        foreach (var (field, expr) in fields)
        {
            writer.WritePropertyName(field);
            Write(writer, expr);
        }

        writer.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter writer, string name, Expr target, Action rest)
    {
        writer.WriteStartObject(name);
        writer.WritePropertyName("left");
        Write(writer, target);
        rest();
        writer.WriteEndObject();
    }

    private static void WriteLiteral(Utf8JsonWriter writer, CedarValue value)
    {
        switch (value)
        {
            case CedarBool { Value: var truth }: writer.WriteBoolean("Value", truth); break;
            case CedarLong { Value: var number }: writer.WriteNumber("Value", number); break;
            case CedarString { Value: var text }: writer.WriteString("Value", text); break;
            case EntityUid entity:
                writer.WriteStartObject("Value");
                ScopeJson.Write(writer, "__entity", entity);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WritePath(Utf8JsonWriter writer, IReadOnlyList<string> path)
    {
        if (path.Count == 1)
        {
            writer.WriteString("attr", path[0]);
            return;
        }

        writer.WriteStartArray("attr");
        foreach (var step in path)
            writer.WriteStringValue(step);
        writer.WriteEndArray();
    }

    private static void WritePattern(Utf8JsonWriter writer, Pattern pattern)
    {
        writer.WriteStartArray("pattern");
        for (var i = 0; i < pattern.Pieces.Count; i++)
        {
            if (i > 0)
                writer.WriteStringValue("Wildcard");
            if (pattern.Pieces[i].Length == 0)
                continue;
            writer.WriteStartObject();
            writer.WriteString("Literal", pattern.Pieces[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteIsIn(Utf8JsonWriter writer, Expr.IsIn e)
    {
        writer.WriteString("entity_type", e.EntityType);
        writer.WritePropertyName("in");
        Write(writer, e.Ancestor);
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<Expr> list)
    {
        writer.WriteStartArray(name);
        foreach (var expr in list)
            Write(writer, expr);
        writer.WriteEndArray();
    }
}
