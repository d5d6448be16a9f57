using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfoShare.Broker.Topology;

/// <summary>The arguments of an exchange or queue, or what a policy says: names with texts, numbers or truth values. Equal when all of them are.</summary>
public sealed class Arguments : IEquatable<Arguments>
{
    private readonly ImmutableSortedDictionary<string, string> values;

    private Arguments(IEnumerable<KeyValuePair<string, string>> values) => this.values = values.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>No arguments.</summary>
    public static Arguments None { get; } = new([]);

    /// <summary>The names that have a value.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>The value as text; null when there is none.</summary>
    public string? this[string name] => values.TryGetValue(name, out var json) ? JsonNode.Parse(json)!.ToString() : null;

    /// <summary>These values: texts, whole numbers, truth values.</summary>
    public static Arguments Of(params (string Name, JsonNode Value)[] values) =>
        new(values.Select(v => KeyValuePair.Create(v.Name, v.Value.ToJsonString())));

    /// <summary>What the management interface gives; anything but an object is no arguments.</summary>
    public static Arguments From(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? new(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, JsonNode.Parse(p.Value.GetRawText())?.ToJsonString() ?? "null")))
        : None;

    /// <summary>These and others; the others win.</summary>
    public Arguments With(params (string Name, JsonNode Value)[] others) =>
        new(values.SetItems(Of(others).values));

    /// <summary>As a JSON object.</summary>
    public JsonObject ToJson() => new(values.Select(v => KeyValuePair.Create(v.Key, JsonNode.Parse(v.Value))));

    /// <summary>The names whose values are not those of the other.</summary>
    public IEnumerable<string> DifferencesFrom(Arguments other) =>
        values.Keys.Union(other.values.Keys).Where(name => values.GetValueOrDefault(name) != other.values.GetValueOrDefault(name)).Order(StringComparer.Ordinal);

    public bool Equals(Arguments? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Arguments);

    public override int GetHashCode() => values.Aggregate(0, (hash, v) => HashCode.Combine(hash, v.Key, v.Value));

    public override string ToString() => ToJson().ToJsonString();
}
