using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads the namespaces of a JSON schema and what they declare.</summary>
internal sealed class JsonDeclarations
{
    private readonly List<CommonTypeDeclaration> commonTypes = [];
    private readonly List<EntityTypeDeclaration> entityTypes = [];
    private readonly List<ActionDeclaration> actions = [];

    public Declarations Read(JsonPlace root)
    {
        foreach (var (name, node) in root.Fields())
            ReadNamespace(name, node);
        return new(commonTypes, entityTypes, actions);
    }

    private void ReadNamespace(string name, JsonPlace node)
    {
        if (!node.IsObject("commonTypes", "entityTypes", "actions", "annotations"))
            return;
        if (name.Length > 0 && !Names.IsPath(name))
            node.Fail($"expected a namespace, found `{name}`");
        if (name.Length == 0 && node.Field("annotations") is { } annotations && annotations.Fields().Count > 0)
            annotations.Fail("the empty namespace cannot have annotations");
        node.CheckAnnotations();

        var @namespace = name.Length == 0 ? null : name;
        foreach (var (id, type) in node.Field("commonTypes")?.Fields() ?? [])
        {
            type.CheckAnnotations();
            if (IsIdentifier(id, type) && JsonTypes.Read(type, "annotations") is { } definition)
                commonTypes.Add(new(@namespace, id, definition, type.Place()));
        }

        foreach (var (id, type) in node.Required("entityTypes")?.Fields() ?? [])
        {
            if (IsIdentifier(id, type))
                ReadEntityType(@namespace, id, type);
        }

        foreach (var (id, action) in node.Required("actions")?.Fields() ?? [])
            JsonActions.Read(@namespace, id, action, actions);
    }

    private void ReadEntityType(string? @namespace, string id, JsonPlace node)
    {
        if (node.Field("enum") is { } choices)
        {
            if (!node.IsObject("enum", "annotations"))
                return;
            var ids = choices.Items().Select(choice => choice.Text()).OfType<string>().ToList();
            if (ids.Count == 0)
                choices.Fail("expected at least one id");
            entityTypes.Add(new(@namespace, id, EntityTypeBody.Enumerated(ids, node.Place()), node.Place()));
        }
        else if (node.IsObject("memberOfTypes", "shape", "tags", "annotations"))
        {
            var shape = node.Field("shape") is { } written ? JsonTypes.Read(written) : new TypeExpression.Record([], node.Place());
            var tags = node.Field("tags") is { } type ? JsonTypes.Read(type) : null;
            if (shape is not null)
                entityTypes.Add(new(@namespace, id, new(node.Field("memberOfTypes")?.References() ?? [], shape, tags, null), node.Place()));
        }

        node.CheckAnnotations();
    }

    private static bool IsIdentifier(string id, JsonPlace place) =>
        SchemaNames.IsIdentifier(id) || place.Fail($"expected a name without namespaces, found `{id}`");
}
