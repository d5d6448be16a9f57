using System.Collections.Concurrent;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>What is directly below what, and so what is below what.</summary>
/// <param name="parents">Of each item, those directly above it, all items themselves.</param>
internal sealed class Hierarchy<T>(IReadOnlyDictionary<T, IReadOnlyList<T>> parents) where T : notnull
{
    private readonly ILookup<T, T> children = parents.SelectMany(item => item.Value, (item, parent) => (item.Key, parent)).ToLookup(pair => pair.parent, pair => pair.Key);

    // Worked out when first asked for: all pairs of a long chain would be too many to keep.
    private readonly ConcurrentDictionary<T, HashSet<T>> below = [];

    /// <summary>Whether the one is the other or somewhere below it.</summary>
    public bool IsIn(T item, T ancestor) => item.Equals(ancestor) || IsBelow(item, ancestor);

    /// <summary>Whether the one is somewhere below the other; of itself only in a cycle.</summary>
    /// <param name="ancestor">Anything: only what is in the hierarchy is remembered.</param>
    public bool IsBelow(T item, T ancestor) => parents.ContainsKey(ancestor) && below.GetOrAdd(ancestor, one => Below([one])).Contains(item);

    /// <summary>All that are somewhere below any of these.</summary>
    public HashSet<T> Below(IEnumerable<T> ancestors) => Reached(ancestors, item => children[item]);

    /// <summary>All that are somewhere above this.</summary>
    public HashSet<T> Above(T item) => Reached([item], Parents);

    /// <summary>Each item after all that are above it; or, where there is none, a cycle: each directly below the next, the last below the first.</summary>
    public (IReadOnlyList<T> ParentsFirst, IReadOnlyList<T>? Cycle) Order()
    {
        var ordered = new List<T>();
        var visited = new HashSet<T>();
        foreach (var start in parents.Keys)
        {
            if (Climb(start, visited, ordered) is { } cycle)
                return (ordered, cycle);
        }

        return (ordered, null);
    }

    /// <summary>Adds an item after those above it. With a stack of its own: a hierarchy may be deeper than a call stack.</summary>
    private IReadOnlyList<T>? Climb(T start, HashSet<T> visited, List<T> ordered)
    {
        var path = new List<(T Item, int Next)>();
        var onPath = new HashSet<T>();
        if (visited.Add(start))
            Step(start);
        while (path.Count > 0)
        {
            var (item, next) = path[^1];
            if (next == Parents(item).Count)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(item);
                ordered.Add(item);
                continue;
            }

            path[^1] = (item, next + 1);
            var parent = Parents(item)[next];
            if (onPath.Contains(parent))
                return [.. path.Select(step => step.Item).SkipWhile(step => !step.Equals(parent))];
            if (visited.Add(parent))
                Step(parent);
        }

        return null;

        void Step(T item)
        {
            path.Add((item, 0));
            onPath.Add(item);
        }
    }

    private IReadOnlyList<T> Parents(T item) => parents.GetValueOrDefault(item) ?? [];

    private static HashSet<T> Reached(IEnumerable<T> starts, Func<T, IEnumerable<T>> next)
    {
        var found = new HashSet<T>();
        var open = new Stack<T>(starts.SelectMany(next));
        while (open.TryPop(out var item))
        {
            if (!found.Add(item))
                continue;
            foreach (var further in next(item))
                open.Push(further);
        }

        return found;
    }
}
