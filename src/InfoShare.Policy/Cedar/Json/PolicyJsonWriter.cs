using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>Writes one policy or template.</summary>
internal static class PolicyJsonWriter
{
    public static void Write(Utf8JsonWriter writer, CedarPolicy policy)
    {
        writer.WriteStartObject();
        writer.WriteString("effect", policy.Effect == Effect.Permit ? "permit" : "forbid");
        ScopeJson.Write(writer, "principal", policy.Principal);
        ScopeJson.Write(writer, "action", policy.Action);
        ScopeJson.Write(writer, "resource", policy.Resource);
        writer.WriteStartArray("conditions");
        foreach (var condition in policy.Conditions)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", condition.Kind == ConditionKind.When ? "when" : "unless");
            writer.WritePropertyName("body");
            ExprJsonWriter.Write(writer, condition.Body);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (policy.Annotations.Count > 0)
            WriteAnnotations(writer, policy.Annotations);
        writer.WriteEndObject();
    }

    private static void WriteAnnotations(Utf8JsonWriter writer, IReadOnlyList<Annotation> annotations)
    {
        writer.WriteStartObject("annotations");
        foreach (var (name, value) in annotations)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
