using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Syntax.Printing;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Validation;

/// <summary>Entities and contexts in JSON, read as a schema says, so that escapes may be left out, and only where they conform to it.</summary>
/// <remarks>Cedar documentation, "Entities and context syntax".</remarks>
public static class SchemaEntityJson
{
    /// <summary>The entities, and with them the actions of the schema.</summary>
    public static Parsed<EntityStore> Read(CedarSchema schema, string json)
    {
        var entities = EntityJson.Read(json, type => ShapeOf(schema, type));
        if (!entities.IsValid)
            return new(null, entities.Errors);
        var (given, problem) = EntityStore.Of(entities.Value);
        if (given is null)
            return Wrong<EntityStore>([problem!]);
        var problems = EntityValidator.Problems(schema, given);
        // Of what conforms, neither is twice nor above itself.
        return problems.Count > 0 ? Wrong<EntityStore>(problems) : Parsed.Of(EntityStore.Of([.. entities.Value, .. schema.ActionEntities.Where(action => given.Find(action.Uid) is null)]).Store!);
    }

    /// <summary>The context of a request for the action.</summary>
    public static Parsed<CedarRecord> ReadContext(CedarSchema schema, EntityUid action, string json)
    {
        if (!schema.Actions.TryGetValue(action, out var definition))
            return Wrong<CedarRecord>([$"the action `{Quoted.Entity(action)}` is not declared"]);
        var context = EntityJson.ReadRecord(json, SchemaShapes.Of(definition.Context));
        if (!context.IsValid)
            return context;
        var problems = new ValueConformance(schema).Problems(context.Value, definition.Context, "context").ToList();
        return problems.Count > 0 ? Wrong<CedarRecord>(problems) : context;
    }

    private static EntityShape ShapeOf(CedarSchema schema, string type) => schema.EntityTypes.TryGetValue(type, out var definition)
        ? new(SchemaShapes.Of(definition.Attributes), definition.Tags is null ? JsonShape.Unknown.Instance : SchemaShapes.Of(definition.Tags))
        : EntityShape.Unknown;

    private static Parsed<T> Wrong<T>(IReadOnlyList<string> problems) where T : class => new(null, [.. problems.Select(problem => new SyntaxError(0, 0, problem))]);
}
