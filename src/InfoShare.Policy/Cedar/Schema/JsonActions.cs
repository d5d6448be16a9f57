using InfoShare.Policy.Cedar.Json;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads the actions of a JSON schema.</summary>
internal static class JsonActions
{
    /// <summary>Adds the action; where something in it is wrong, that becomes an error.</summary>
    public static void Read(string? @namespace, string id, JsonPlace node, List<ActionDeclaration> actions)
    {
        if (!node.IsObject("appliesTo", "memberOf", "attributes", "annotations"))
            return;
        node.Given("attributes")?.Fail("actions cannot have attributes");
        node.CheckAnnotations();
        var parents = node.Given("memberOf")?.Items().Select(Parent).OfType<ActionReference>() ?? [];
        var appliesTo = node.Given("appliesTo") is { } spec ? ReadAppliesTo(spec) : AppliesTo.Nothing(node.Place());
        if (appliesTo is not null)
            actions.Add(new(@namespace, id, [.. parents], appliesTo, node.Place()));
    }

    private static ActionReference? Parent(JsonPlace node) =>
        node.IsObject("id", "type") && node.Required("id")?.Text() is { } id ? new(node.Given("type")?.Name(), id, node.Place()) : null;

    private static AppliesTo? ReadAppliesTo(JsonPlace node)
    {
        if (!node.IsObject("principalTypes", "resourceTypes", "context"))
            return null;
        var context = node.Field("context") is { } written ? JsonTypes.Read(written) : new TypeExpression.Record([], node.Place());
        return context is null ? null : new(node.Required("principalTypes")?.References() ?? [], node.Required("resourceTypes")?.References() ?? [], context);
    }
}
