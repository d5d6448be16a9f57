using InfoShare.Policy.Cedar.Json;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads the types of a JSON schema: <c>{ "type": "Set", "element": { "type": "Long" } }</c>.</summary>
internal static class JsonTypes
{
    /// <param name="besides">Fields that stand beside those of the type.</param>
    /// <returns>Null, with an error, where something is wrong.</returns>
    public static TypeExpression? Read(JsonPlace node, params ReadOnlySpan<string> besides)
    {
        if (!node.HasRoom() || !node.IsObject(["type", "element", "attributes", "additionalAttributes", "name", .. besides]) || node.Required("type")?.Text() is not { } kind)
            return null;
        return kind switch
        {
            "String" when Only(node, besides) => new TypeExpression.Known(CedarType.String, node.Place()),
            "Long" when Only(node, besides) => new TypeExpression.Known(CedarType.Long, node.Place()),
            "Boolean" when Only(node, besides) => new TypeExpression.Known(CedarType.Boolean, node.Place()),
            "Set" when Only(node, besides, "element") => node.Required("element") is { } element && Read(element) is { } type ? new TypeExpression.Set(type, node.Place()) : null,
            "Record" when Only(node, besides, "attributes", "additionalAttributes") => ReadRecord(node),
            "Entity" when Only(node, besides, "name") => Named(node.Required("name"), NameKind.Entity),
            "EntityOrCommon" when Only(node, besides, "name") => Named(node.Required("name"), NameKind.Either),
            "Extension" when Only(node, besides, "name") => Extension(node.Required("name")),
            "String" or "Long" or "Boolean" or "Set" or "Record" or "Entity" or "EntityOrCommon" or "Extension" => null,
            _ => Only(node, besides) ? Named(node.Field("type"), NameKind.Common) : null,
        };
    }

    private static bool Only(JsonPlace node, ReadOnlySpan<string> besides, params ReadOnlySpan<string> fields) => node.IsObject(["type", .. fields, .. besides]);

    private static TypeExpression.Named? Named(JsonPlace? node, NameKind kind) =>
        node is { } name && name.Name() is { } text ? new(text, kind, name.Place()) : null;

    private static TypeExpression.Known? Extension(JsonPlace? node)
    {
        if (node is not { } name || name.Text() is not { } text)
            return null;
        if (SchemaNames.BuiltIn.GetValueOrDefault(text) is CedarType.ExtensionType type)
            return new(type, name.Place());
        name.Fail($"expected an extension type, found `{text}`");
        return null;
    }

    private static TypeExpression.Record? ReadRecord(JsonPlace node)
    {
        if (node.Field("additionalAttributes") is { } open && open.Flag() is true)
            open.Fail("records with attributes that are not declared cannot be validated");
        if (node.Required("attributes") is not { } attributes)
            return null;
        var declared = new List<AttributeDeclaration>();
        foreach (var (name, attribute) in attributes.Fields())
        {
            attribute.CheckAnnotations();
            if (Read(attribute, "required", "annotations") is { } type)
                declared.Add(new(name, attribute.Field("required")?.Flag() ?? true, type));
        }

        return new(declared, node.Place());
    }
}
