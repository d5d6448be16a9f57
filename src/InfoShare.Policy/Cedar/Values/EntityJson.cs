using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Values;

/// <summary>Entities, and the context of a request, in Cedar's JSON form.</summary>
/// <remarks>Cedar documentation, "Entities and context syntax".</remarks>
public static class EntityJson
{
    /// <summary>A list of entities, each with <c>uid</c>, <c>attrs</c>, <c>parents</c> and perhaps <c>tags</c>; without a schema.</summary>
    public static Parsed<EntityStore> Read(string json)
    {
        var entities = Read(json, _ => EntityShape.Unknown);
        if (!entities.IsValid)
            return new(null, entities.Errors);
        var (store, problem) = EntityStore.Of(entities.Value);
        return store is null ? Parsed.Failed<EntityStore>(new SyntaxError(0, 0, problem!)) : Parsed.Of(store);
    }

    /// <summary>A record, such as a request's context; without a schema.</summary>
    public static Parsed<CedarRecord> ReadRecord(string json) => ReadRecord(json, JsonShape.Unknown.Instance);

    /// <summary>An entity's name: <c>{"type": …, "id": …}</c>.</summary>
    public static Parsed<EntityUid> ReadUid(string json) => JsonText.Read(json, JsonText.DeepestValues, ValueJson.ReadUid);

    /// <param name="shapeOf">What a schema says of a type of entities.</param>
    internal static Parsed<IReadOnlyList<Entity>> Read(string json, Func<string, EntityShape> shapeOf) =>
        JsonText.Read<IReadOnlyList<Entity>>(json, JsonText.DeepestValues, place => [.. place.Items().Select(item => ReadEntity(item, shapeOf)).OfType<Entity>()]);

    internal static Parsed<CedarRecord> ReadRecord(string json, JsonShape shape) => JsonText.Read(json, JsonText.DeepestValues, place => ValueJson.ReadRecord(place, shape));

    private static Entity? ReadEntity(JsonPlace place, Func<string, EntityShape> shapeOf)
    {
        if (place.Required("uid") is not { } name || ValueJson.ReadUid(name) is not { } uid)
            return null;
        var shape = shapeOf(uid.Type);
        var attributes = place.Required("attrs") is { } attrs ? ValueJson.ReadRecord(attrs, shape.Attributes) : null;
        var parents = place.Required("parents")?.Items().Select(ValueJson.ReadUid).OfType<EntityUid>().ToList();
        var tags = place.Field("tags") is { } given ? ValueJson.ReadRecord(given, new JsonShape.Record(_ => shape.Tag)) : CedarRecord.Empty;
        return attributes is null || parents is null || tags is null ? null : new(uid, attributes, parents, tags);
    }
}
