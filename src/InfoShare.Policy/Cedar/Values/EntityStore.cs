namespace InfoShare.Policy.Cedar.Values;

/// <summary>All that is known of entities when a request is decided. What is above what follows from their parents.</summary>
/// <remarks>Cedar documentation, "Entities and context syntax".</remarks>
public sealed class EntityStore
{
    private readonly Dictionary<EntityUid, KnownEntity> known;
    private readonly KnownEntity? one;

    private EntityStore(Dictionary<EntityUid, KnownEntity> known) => this.known = known;

    private EntityStore(Dictionary<EntityUid, KnownEntity> known, Entity one) : this(known) => this.one = new(one, this);

    /// <summary>Nothing is known.</summary>
    public static EntityStore Empty { get; } = new([]);

    /// <summary>In the order given.</summary>
    public IEnumerable<Entity> Entities => (one is null ? known.Values : known.Values.Append(one)).Select(entity => entity.Entity);

    /// <summary>
    /// The store; or what is wrong: an entity twice with different contents, one that is above itself, or an action below
    /// something that is none.
    /// </summary>
    public static (EntityStore? Store, string? Problem) Of(params IEnumerable<Entity> entities)
    {
        var known = new Dictionary<EntityUid, KnownEntity>();
        var store = new EntityStore(known);
        foreach (var entity in entities)
        {
            if (!known.TryAdd(entity.Uid, new(entity, store)) && !SameEntity(known[entity.Uid].Entity, entity))
                return (null, $"the entity `{entity.Uid}` is there twice");
            if (entity.Uid.IsAction && entity.Parents.FirstOrDefault(parent => !parent.IsAction) is { } other)
                return (null, $"the action `{entity.Uid}` is below `{other}`, which is no action");
        }

        return Cycles.Find(known) is { } above ? (null, $"the entity `{above}` is above itself") : (store, null);
    }

    /// <summary>What is known of an entity; null where nothing is.</summary>
    public KnownEntity? Find(EntityUid uid) => known.GetValueOrDefault(uid) ?? (one?.Entity.Uid.Equals(uid) == true ? one : null);

    /// <summary>A store with one entity more, for many that differ in that one only. Nothing is checked.</summary>
    /// <param name="entity">One that is not there, which nothing there is below, and no action. This store has none of this kind.</param>
    internal EntityStore With(Entity entity) => new(known, entity);

    private static bool SameEntity(Entity one, Entity other) =>
        one.Attributes.Equals(other.Attributes) && one.Tags.Equals(other.Tags) && one.Parents.ToHashSet().SetEquals(other.Parents);
}
