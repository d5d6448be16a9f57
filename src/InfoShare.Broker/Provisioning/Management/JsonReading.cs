using System.Text.Json;

namespace InfoShare.Broker.Provisioning.Management;

/// <summary>Reads what the management interface says. What is missing is empty: while a node comes up, much is.</summary>
public static class JsonReading
{
    public static IEnumerable<JsonElement> Items(this JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static JsonElement Inner(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : default;

    public static string Text(this JsonElement item, string name) =>
        item.Inner(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static bool Truth(this JsonElement item, string name) => item.Inner(name).ValueKind == JsonValueKind.True;

    /// <summary>A list of texts, or one text with commas between them, as older versions have it.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement item, string name) => item.Inner(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)],
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => [],
    };

    public static IReadOnlyDictionary<string, int> Numbers(this JsonElement item, string name) => item.Inner(name) is { ValueKind: JsonValueKind.Object } numbers
        ? numbers.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number).ToDictionary(p => p.Name, p => p.Value.GetInt32())
        : new Dictionary<string, int>();
}
