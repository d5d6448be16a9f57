using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads the types of a JSON schema: <c>{ "type": "Set", "element": { "type": "Long" } }</c>.</summary>
internal static class JsonTypes
{
    /// <param name="besides">Fields that stand beside those of the type.</param>
    /// <returns>Null, with an error, where something is wrong.</returns>
    public static TypeExpression? Read(SchemaNode node, params ReadOnlySpan<string> besides)
    {
        if (!node.IsObject(["type", "element", "attributes", "additionalAttributes", "name", .. besides]) || node.Required("type")?.Text() is not { } kind)
            return null;
        return kind switch
        {
            "String" when Only(node, besides) => new TypeExpression.Known(CedarType.String, node.Place),
            "Long" when Only(node, besides) => new TypeExpression.Known(CedarType.Long, node.Place),
            "Boolean" when Only(node, besides) => new TypeExpression.Known(CedarType.Boolean, node.Place),
            "Set" when Only(node, besides, "element") => node.Required("element") is { } element && Read(element) is { } type ? new TypeExpression.Set(type, node.Place) : null,
            "Record" when Only(node, besides, "attributes", "additionalAttributes") => ReadRecord(node),
            "Entity" when Only(node, besides, "name") => Named(node.Required("name"), NameKind.Entity),
            "EntityOrCommon" when Only(node, besides, "name") => Named(node.Required("name"), NameKind.Either),
            "Extension" when Only(node, besides, "name") => Extension(node.Required("name")),
            "String" or "Long" or "Boolean" or "Set" or "Record" or "Entity" or "EntityOrCommon" or "Extension" => null,
            _ => Only(node, besides) ? Named(node.Field("type"), NameKind.Common) : null,
        };
    }

    /// <summary>A list of entity types; none where it is absent.</summary>
    public static IReadOnlyList<NameReference> References(SchemaNode? list)
    {
        var references = new List<NameReference>();
        foreach (var item in list?.Items() ?? [])
        {
            if (item.Name() is { } name)
                references.Add(new(name, item.Place));
        }

        return references;
    }

    /// <summary>Annotations are for the schema's readers: they mean nothing here.</summary>
    public static void CheckAnnotations(SchemaNode node)
    {
        foreach (var (name, value) in node.Field("annotations")?.Fields() ?? [])
        {
            if (!value.IsNull && value.Text() is null)
                value.Fail($"the annotation `{name}` must be a string or null");
        }
    }

    private static bool Only(SchemaNode node, ReadOnlySpan<string> besides, params ReadOnlySpan<string> fields) => node.IsObject(["type", .. fields, .. besides]);

    private static TypeExpression.Named? Named(SchemaNode? node, NameKind kind) =>
        node is { } name && name.Name() is { } text ? new(text, kind, name.Place) : null;

    private static TypeExpression.Known? Extension(SchemaNode? node)
    {
        if (node is not { } name || name.Text() is not { } text)
            return null;
        if (SchemaNames.BuiltIn.GetValueOrDefault(text) is CedarType.ExtensionType type)
            return new(type, name.Place);
        name.Fail($"expected an extension type, found `{text}`");
        return null;
    }

    private static TypeExpression.Record? ReadRecord(SchemaNode node)
    {
        if (node.Field("additionalAttributes") is { } open && open.Flag() is true)
            open.Fail("records with attributes that are not declared cannot be validated");
        if (node.Required("attributes") is not { } attributes)
            return null;
        var declared = new List<AttributeDeclaration>();
        foreach (var (name, attribute) in attributes.Fields())
        {
            CheckAnnotations(attribute);
            if (Read(attribute, "required", "annotations") is { } type)
                declared.Add(new(name, attribute.Field("required")?.Flag() ?? true, type));
        }

        return new(declared, node.Place);
    }
}
