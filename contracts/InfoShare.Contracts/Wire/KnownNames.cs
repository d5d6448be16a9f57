using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace InfoShare.Contracts.Wire;

/// <summary>The field names that a problem may repeat: those of our own records, wherever in a message they stand.</summary>
internal static class KnownNames
{
    private static readonly ConcurrentDictionary<Type, FrozenSet<string>> Cache = new();

    /// <summary>Every name in <paramref name="root"/>, in the data of every message type, and in what they hold.</summary>
    public static FrozenSet<string> Of(Type root) => Cache.GetOrAdd(root, static type =>
    {
        var seen = new HashSet<Type>();
        var names = new HashSet<string>();
        foreach (var start in MessageTypes.All.Select(t => t.Data).Append(type))
            Collect(start, seen, names);
        return names.ToFrozenSet(StringComparer.Ordinal);
    });

    private static void Collect(Type type, HashSet<Type> seen, HashSet<string> names)
    {
        if (!seen.Add(type))
            return;
        var info = WireJson.Options.GetTypeInfo(type);
        if (info.ElementType is { } element)
            Collect(element, seen, names);
        if (info.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in info.Properties)
        {
            names.Add(property.Name);
            Collect(property.PropertyType, seen, names);
        }
    }
}
