namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads the actions of a JSON schema.</summary>
internal static class JsonActions
{
    /// <summary>Adds the action; where something in it is wrong, that becomes an error.</summary>
    public static void Read(string? @namespace, string id, SchemaNode node, List<ActionDeclaration> actions)
    {
        if (!node.IsObject("appliesTo", "memberOf", "attributes", "annotations"))
            return;
        if (node.Field("attributes") is { IsNull: false } attributes)
            attributes.Fail("actions cannot have attributes");
        JsonTypes.CheckAnnotations(node);
        var parents = node.Field("memberOf") is { IsNull: false } memberOf ? memberOf.Items().Select(Parent).OfType<ActionReference>().ToList() : [];
        var appliesTo = node.Field("appliesTo") is { IsNull: false } spec ? ReadAppliesTo(spec) : AppliesTo.Nothing(node.Place);
        if (appliesTo is not null)
            actions.Add(new(@namespace, id, parents, appliesTo, node.Place));
    }

    private static ActionReference? Parent(SchemaNode node)
    {
        if (!node.IsObject("id", "type") || node.Required("id")?.Text() is not { } id)
            return null;
        return new(node.Field("type") is { IsNull: false } type ? type.Name() : null, id, node.Place);
    }

    private static AppliesTo? ReadAppliesTo(SchemaNode node)
    {
        if (!node.IsObject("principalTypes", "resourceTypes", "context"))
            return null;
        var context = node.Field("context") is { } written ? JsonTypes.Read(written) : new TypeExpression.Record([], node.Place);
        return context is null ? null : new(JsonTypes.References(node.Required("principalTypes")), JsonTypes.References(node.Required("resourceTypes")), context);
    }
}
