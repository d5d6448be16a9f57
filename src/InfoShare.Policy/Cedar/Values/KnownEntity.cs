namespace InfoShare.Policy.Cedar.Values;

/// <summary>An entity in a store.</summary>
public sealed class KnownEntity
{
    private static readonly HashSet<EntityUid> None = [];

    private readonly EntityStore store;
    private HashSet<EntityUid>? ancestors;

    internal KnownEntity(Entity entity, EntityStore store)
    {
        Entity = entity;
        this.store = store;
    }

    public Entity Entity { get; }

    /// <summary>All that is above it, also what the store knows nothing else of.</summary>
    /// <remarks>
    /// Found when first asked, because most are never asked, and all of them together can be as many as the square of the
    /// entities. Threads that ask at once find the same.
    /// </remarks>
    public IReadOnlySet<EntityUid> Ancestors => ancestors ??= FindAncestors();

    private HashSet<EntityUid> FindAncestors()
    {
        if (Entity.Parents.Count == 0)
            return None;
        var found = new HashSet<EntityUid>();
        var open = new Stack<EntityUid>(Entity.Parents);
        while (open.TryPop(out var next))
            if (found.Add(next) && store.Find(next) is { } known)
                foreach (var parent in known.Entity.Parents)
                    open.Push(parent);
        return found;
    }
}
