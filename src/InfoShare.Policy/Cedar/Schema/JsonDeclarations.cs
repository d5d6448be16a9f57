using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Reading;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Reads the namespaces of a JSON schema and what they declare.</summary>
internal sealed class JsonDeclarations(List<SyntaxError> errors)
{
    private readonly List<CommonTypeDeclaration> commonTypes = [];
    private readonly List<EntityTypeDeclaration> entityTypes = [];
    private readonly List<ActionDeclaration> actions = [];

    public Declarations Read(SchemaNode root)
    {
        foreach (var (name, node) in root.Fields())
            ReadNamespace(name, node);
        return new(commonTypes, entityTypes, actions);
    }

    private void ReadNamespace(string name, SchemaNode node)
    {
        if (!node.IsObject("commonTypes", "entityTypes", "actions", "annotations"))
            return;
        if (name.Length > 0 && !Names.IsPath(name))
            node.Fail($"expected a namespace, found `{name}`");
        if (name.Length == 0 && node.Field("annotations") is { } annotations && annotations.Fields().Count > 0)
            annotations.Fail("the empty namespace cannot have annotations");
        JsonTypes.CheckAnnotations(node);

        var @namespace = name.Length == 0 ? null : name;
        foreach (var (id, type) in node.Field("commonTypes")?.Fields() ?? [])
        {
            if (IsIdentifier(id, type) && JsonTypes.Read(type, "annotations") is { } definition)
                commonTypes.Add(new(@namespace, id, definition, type.Place));
        }

        foreach (var (id, type) in node.Required("entityTypes")?.Fields() ?? [])
        {
            if (IsIdentifier(id, type))
                ReadEntityType(@namespace, id, type);
        }

        foreach (var (id, action) in node.Required("actions")?.Fields() ?? [])
            JsonActions.Read(@namespace, id, action, actions);
    }

    private void ReadEntityType(string? @namespace, string id, SchemaNode node)
    {
        if (node.Field("enum") is { } choices)
        {
            if (!node.IsObject("enum", "annotations"))
                return;
            var ids = choices.Items().Select(choice => choice.Text()).OfType<string>().ToList();
            if (ids.Count == 0)
                choices.Fail("expected at least one id");
            entityTypes.Add(new(@namespace, id, [], new TypeExpression.Record([], node.Place), null, ids, node.Place));
        }
        else if (node.IsObject("memberOfTypes", "shape", "tags", "annotations"))
        {
            var shape = node.Field("shape") is { } written ? JsonTypes.Read(written) : new TypeExpression.Record([], node.Place);
            var tags = node.Field("tags") is { } type ? JsonTypes.Read(type) : null;
            if (shape is not null)
                entityTypes.Add(new(@namespace, id, JsonTypes.References(node.Field("memberOfTypes")), shape, tags, null, node.Place));
        }

        JsonTypes.CheckAnnotations(node);
    }

    private bool IsIdentifier(string id, SchemaNode node)
    {
        if (SchemaNames.IsIdentifier(id))
            return true;
        errors.Add(node.Place.Error($"expected a name without namespaces, found `{id}`"));
        return false;
    }
}
