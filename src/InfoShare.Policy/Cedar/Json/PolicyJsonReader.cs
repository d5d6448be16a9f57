using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>Reads one policy or template.</summary>
internal static class PolicyJsonReader
{
    /// <summary>Null, with an error, where it is none.</summary>
    public static CedarPolicy? Read(JsonPlace place, string id)
    {
        if (!place.IsObject("effect", "principal", "action", "resource", "conditions", "annotations"))
            return null;
        var effect = ReadEffect(place.Required("effect"));
        var principal = place.Required("principal") is { } p ? ScopeJson.Read(p, Variable.Principal) : null;
        var action = place.Required("action") is { } a ? ScopeJson.Read(a, Variable.Action) : null;
        var resource = place.Required("resource") is { } r ? ScopeJson.Read(r, Variable.Resource) : null;
        var conditions = (place.Required("conditions")?.Items() ?? []).Select(ReadCondition).OfType<Condition>().ToList();
        var annotations = (place.Field("annotations")?.Fields() ?? []).Select(ReadAnnotation).ToList();
        return effect is null || principal is null || action is null || resource is null
            ? null
            : new(id, effect.Value, annotations, principal, action, resource, conditions, default);
    }

    private static Effect? ReadEffect(JsonPlace? place)
    {
        switch (place?.Text())
        {
            case "permit": return Effect.Permit;
            case "forbid": return Effect.Forbid;
            case { }: place.Fail("expected `permit` or `forbid`"); break;
        }

        return null;
    }

    private static Annotation ReadAnnotation((string Name, JsonPlace Value) field)
    {
        if (!Names.IsWord(field.Name))
            field.Value.Fail($"`{field.Name}` is no name");
        return new(field.Name, field.Value.Kind == JsonValueKind.Null ? "" : field.Value.Text() ?? "");
    }

    private static Condition? ReadCondition(JsonPlace place)
    {
        if (!place.IsObject("kind", "body") || place.Required("kind") is not { } kind || place.Required("body") is not { } written)
            return null;
        var name = kind.Text();
        if (name is not ("when" or "unless"))
            kind.Fail("expected `when` or `unless`");
        if (ExprJsonReader.Read(written) is not { } body)
            return null;
        if (!Nesting.IsWithin(PolicyText.DeepestNesting, body))
            written.Fail($"the expression is nested more than {PolicyText.DeepestNesting} levels deep");
        return new(name == "when" ? ConditionKind.When : ConditionKind.Unless, body, default);
    }
}
