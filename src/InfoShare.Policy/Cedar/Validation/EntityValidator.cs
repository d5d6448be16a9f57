using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Syntax.Reading;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Whether entities are as a schema says.</summary>
/// <remarks>Cedar documentation, "Cedar policy validation", of entities.</remarks>
public sealed class EntityValidator
{
    private readonly CedarSchema schema;
    private readonly ValueConformance values;

    private EntityValidator(CedarSchema schema) => (this.schema, values) = (schema, new(schema));

    /// <summary>All that is wrong with the entities; empty where they conform.</summary>
    public static IReadOnlyList<string> Problems(CedarSchema schema, EntityStore entities)
    {
        var validator = new EntityValidator(schema);
        return [.. entities.Entities.SelectMany(entity => ScopeChecks.IsActionType(entity.Uid.Type)
            ? validator.ActionProblems(entity, entities.Find(entity.Uid)!.Ancestors)
            : validator.Problems(entity))];
    }

    private IEnumerable<string> Problems(Entity entity)
    {
        var name = Quoted.Entity(entity.Uid);
        if (!schema.EntityTypes.TryGetValue(entity.Uid.Type, out var type))
            return [$"the entity type of `{name}` is not declared"];
        return
        [
            .. type.Allows(entity.Uid.Id) ? [] : new[] { $"`{name}` is none of the entities of its enumerated type" },
            .. values.Problems(entity.Attributes, type.Attributes, name),
            .. entity.Parents.SelectMany(parent => ParentProblems(type, parent, name)),
            .. entity.Tags.Attributes.SelectMany(tag => TagProblems(type, tag, name)),
        ];
    }

    private IEnumerable<string> ParentProblems(EntityTypeDefinition type, EntityUid parent, string name) =>
        schema.MayBeBelow(type.Name, parent.Type)
            ? values.Problems(parent, $"{name} in …")
            : [$"`{name}` cannot be below `{Quoted.Entity(parent)}`"];

    private IEnumerable<string> TagProblems(EntityTypeDefinition type, KeyValuePair<string, CedarValue> tag, string name) =>
        type.Tags is null
            ? [$"`{name}` cannot have the tag {Quoted.Text(tag.Key)}"]
            : values.Problems(tag.Value, type.Tags, $"{name}.getTag({Quoted.Text(tag.Key)})");

    /// <summary>The schema says all there is to say of an action.</summary>
    private IEnumerable<string> ActionProblems(Entity entity, IReadOnlySet<EntityUid> ancestors)
    {
        var name = Quoted.Entity(entity.Uid);
        if (!schema.Actions.ContainsKey(entity.Uid))
            return [$"the action `{name}` is not declared"];
        return
        [
            .. entity.Attributes.Attributes.Count > 0 || entity.Tags.Attributes.Count > 0 ? new[] { $"the action `{name}` cannot have attributes or tags" } : [],
            .. ancestors.SetEquals(schema.Ancestors(entity.Uid)) ? [] : new[] { $"the action `{name}` is not below the same actions as in the schema" },
        ];
    }
}
