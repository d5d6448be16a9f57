namespace InfoShare.Policy.Cedar.Values;

/// <summary>Looks for entities that are above themselves, without recursion: chains may be long.</summary>
internal static class Cycles
{
    /// <summary>One of them; null where there is none.</summary>
    public static EntityUid? Find(IReadOnlyDictionary<EntityUid, KnownEntity> known)
    {
        var finished = new HashSet<EntityUid>();
        var above = new HashSet<EntityUid>();
        var path = new Stack<(EntityUid Uid, int NextParent)>();
        foreach (var (start, entity) in known)
        {
            if (entity.Entity.Parents.Count == 0)
                continue;
            path.Push((start, 0));
            while (path.TryPop(out var at))
            {
                if (at.NextParent == 0 && (finished.Contains(at.Uid) || !above.Add(at.Uid)))
                {
                    if (!finished.Contains(at.Uid))
                        return at.Uid;
                    continue;
                }

                var parents = known.TryGetValue(at.Uid, out var here) ? here.Entity.Parents : [];
                if (at.NextParent < parents.Count)
                {
                    path.Push((at.Uid, at.NextParent + 1));
                    path.Push((parents[at.NextParent], 0));
                }
                else
                {
                    above.Remove(at.Uid);
                    finished.Add(at.Uid);
                }
            }
        }

        return null;
    }
}
