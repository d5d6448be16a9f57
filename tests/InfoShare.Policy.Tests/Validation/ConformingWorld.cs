using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Validation;

/// <summary>Random entities and requests that conform to a schema. Not every entity that is referred to is known.</summary>
internal sealed class ConformingWorld(CedarSchema schema, Random random)
{
    private static readonly string[] Ids = ["a", "b"];
    private static readonly string[] Texts = ["", "a", "areas", "N1"];
    private static readonly long[] Numbers = [0, 1, 2, -1, long.MaxValue, long.MinValue];

    public EntityStore Entities()
    {
        EntityUid[] known = [.. schema.EntityTypes.Values.SelectMany(type => (type.Choices ?? Ids).Select(id => new EntityUid(type.Name, id))).Where(_ => random.Next(4) > 0)];
        random.Shuffle(known);
        // Above each are only later ones, so none is above itself.
        var entities = known.Select((uid, index) => Entity(uid, known[(index + 1)..]));
        return EntityStore.Of([.. entities, .. schema.ActionEntities]).Store!;
    }

    /// <summary>Null where the schema allows none.</summary>
    public Request? Request()
    {
        var action = One([.. schema.Actions.Values.Where(action => action.Principals.Count > 0 && action.Resources.Count > 0)]);
        return action is null ? null : new(Uid(One(action.Principals)!), action.Uid, Uid(One(action.Resources)!), Record(action.Context));
    }

    private Entity Entity(EntityUid uid, EntityUid[] later)
    {
        var type = schema.EntityTypes[uid.Type];
        var tags = type.Tags is null ? CedarRecord.Empty : new(Texts.Where(_ => random.Next(2) > 0).Select(tag => KeyValuePair.Create(tag, Value(type.Tags))));
        return new(uid, Record(type.Attributes), [.. later.Where(above => random.Next(2) > 0 && schema.MayBeBelow(uid.Type, above.Type))], tags);
    }

    private CedarValue Value(CedarType type) => type switch
    {
        CedarType.BooleanType => CedarBool.Of(random.Next(2) > 0),
        CedarType.LongType => new CedarLong(One(Numbers)),
        CedarType.StringType => new CedarString(One(Texts)!),
        CedarType.EntityType entity => schema.EntityTypes.ContainsKey(entity.Name) ? Uid(entity.Name) : One([.. schema.Actions.Keys.Where(action => action.Type == entity.Name)])!,
        CedarType.SetType set => new CedarSet(Enumerable.Range(0, random.Next(3)).Select(_ => Value(set.Element))),
        CedarType.RecordType record => Record(record),
        CedarType.ExtensionType { Kind: ValueKind.Decimal } => new CedarDecimal(One(Numbers)),
        CedarType.ExtensionType { Kind: ValueKind.IpAddress } => CedarIpAddress.Parse(One(["127.0.0.1", "10.0.0.0/8", "::1"])!)!,
        CedarType.ExtensionType { Kind: ValueKind.DateTime } => new CedarDateTime(One(Numbers)),
        _ => new CedarDuration(One(Numbers)),
    };

    private CedarRecord Record(CedarType.RecordType type) =>
        new(type.Attributes.Where(attribute => attribute.Value.IsRequired || random.Next(2) > 0).Select(attribute => KeyValuePair.Create(attribute.Key, Value(attribute.Value.Type))));

    private EntityUid Uid(string type) => new(type, One(schema.EntityTypes[type].Choices ?? Ids)!);

    private T? One<T>(IReadOnlyList<T> several) => several.Count == 0 ? default : several[random.Next(several.Count)];
}
