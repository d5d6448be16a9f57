using System.Collections.Frozen;

namespace InfoShare.Contracts.Wire;

/// <summary>Where a walk through JSON stands, as a path. Names that are not ours may be personal, so they are not repeated.</summary>
internal sealed class JsonPlace(string prefix, FrozenSet<string> ours)
{
    /// <summary>Stands for every name that is not ours.</summary>
    public const string Unknown = "(unknown field)";

    private readonly Stack<Level> levels = new();

    public void Enter(bool isList) => levels.Push(new(isList));

    public void Leave() => levels.Pop();

    /// <summary>Goes on to the next value: counts it when the place is in a list.</summary>
    public void Next()
    {
        if (levels.TryPeek(out var level) && level.IsList)
            level.Index++;
    }

    /// <summary>Goes on to a name of the object, null for one that cannot be read; false when the object had it before.</summary>
    public bool Name(string? name)
    {
        var level = levels.Peek();
        level.Field = name is not null && ours.Contains(name) ? name : Unknown;
        return level.Names!.Add(name ?? "");
    }

    /// <summary>The path as far as it is ours: not into an unknown field, nor into a list of lists.</summary>
    public override string ToString()
    {
        var path = prefix;
        var inList = false;
        foreach (var level in levels.Reverse())
        {
            if ((level.IsList && inList) || level is { IsList: true, Index: < 0 } or { IsList: false, Field: null })
                break;
            path = level.IsList ? $"{path}[{level.Index}]" : Join(path, level.Field!);
            if (level.Field == Unknown)
                break;
            inList = level.IsList;
        }

        return path;
    }

    /// <summary>A field of a field.</summary>
    public static string Join(string path, string name) => (path, name) switch
    {
        ("", _) => name,
        (_, "") => path,
        _ => $"{path}.{name}",
    };

    private sealed class Level(bool isList)
    {
        public bool IsList { get; } = isList;

        public int Index { get; set; } = -1;

        public string? Field { get; set; }

        public HashSet<string>? Names { get; } = isList ? null : [];
    }
}
