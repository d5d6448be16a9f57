using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>Entities in a list, looked through from its start each time.</summary>
internal sealed class ReferenceEntities(IReadOnlyList<Entity> entities)
{
    /// <summary>Null where nothing is known of it.</summary>
    public Entity? Find(EntityUid uid) => entities.FirstOrDefault(entity => ReferenceEquality.AreSame(entity.Uid, uid));

    /// <summary>Whether it is the ancestor, or the ancestor can be reached through parents.</summary>
    public bool IsIn(EntityUid uid, EntityUid ancestor)
    {
        List<EntityUid> reached = [uid];
        for (var i = 0; i < reached.Count; i++)
        {
            if (ReferenceEquality.AreSame(reached[i], ancestor))
                return true;
            foreach (var parent in Find(reached[i])?.Parents ?? [])
            {
                if (!reached.Any(r => ReferenceEquality.AreSame(r, parent)))
                    reached.Add(parent);
            }
        }

        return false;
    }
}
