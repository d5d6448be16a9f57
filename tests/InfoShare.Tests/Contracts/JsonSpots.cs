using System.Globalization;
using System.Text.Json.Nodes;

namespace InfoShare.Tests.Contracts;

/// <summary>Every place in a JSON document, so that a test can put something there.</summary>
internal static class JsonSpots
{
    /// <summary>The steps to every value below the root: names, and indexes as digits.</summary>
    public static IEnumerable<string[]> Of(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Below(field.Key, field.Value)),
        JsonArray items => items.SelectMany((item, i) => Below($"{i}", item)),
        _ => [],
    };

    /// <summary>The value at the end of the steps; null when there is none.</summary>
    public static JsonNode? At(JsonNode? root, IEnumerable<string> steps) => steps.Aggregate(root, (node, step) => node switch
    {
        JsonObject fields => fields[step],
        JsonArray items => items[Index(step)],
        _ => null,
    });

    /// <summary>A copy with another value at the end of the steps.</summary>
    public static JsonNode With(JsonNode root, string[] steps, JsonNode? value)
    {
        var copy = root.DeepClone();
        switch (At(copy, steps[..^1]))
        {
            case JsonObject fields: fields[steps[^1]] = value; break;
            case JsonArray items: items[Index(steps[^1])] = value; break;
        }

        return copy;
    }

    /// <summary>A copy without what is at the end of the steps.</summary>
    public static JsonNode Without(JsonNode root, string[] steps)
    {
        var copy = root.DeepClone();
        At(copy, steps[..^1])!.AsObject().Remove(steps[^1]);
        return copy;
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Below(string step, JsonNode? value) =>
        Of(value).Select(steps => (string[])[step, .. steps]).Prepend([step]);
}
