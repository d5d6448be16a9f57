using System.Collections.Frozen;

namespace InfoShare.ChildIndex.Normalising;

/// <summary>Which given names are used for each other.</summary>
public static class Nicknames
{
    private static readonly FrozenDictionary<string, int[]> NamesOf = Read();

    /// <summary>Whether both can be of one name, such as liz and betty.</summary>
    /// <param name="one">Folded.</param>
    public static bool AreOfOneName(string one, string other) =>
        NamesOf.TryGetValue(one, out var names) && NamesOf.TryGetValue(other, out var others) && names.Intersect(others).Any();

    /// <summary>The full names, as numbers, that a folded name can be of; none where it is not listed.</summary>
    public static IReadOnlyList<int> NamesBehind(string name) => NamesOf.GetValueOrDefault(name, []);

    private static FrozenDictionary<string, int[]> Read()
    {
        using var stream = typeof(Nicknames).Assembly.GetManifestResourceStream("InfoShare.ChildIndex.nicknames.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .SelectMany((line, row) => line.Trim().Split(',').Select(name => (name, row)))
            .GroupBy(pair => pair.name, pair => pair.row)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }
}
