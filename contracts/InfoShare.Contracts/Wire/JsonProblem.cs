using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoShare.Contracts.Wire;

/// <summary>Turns what the serializer says of well-formed JSON (see <see cref="JsonForm"/>) into fields and what is required of them.</summary>
internal static partial class JsonProblem
{
    public static IReadOnlyList<FieldProblem> From(JsonException e, Type root, string prefix)
    {
        var (path, type) = Resolve(root, e.Path ?? "$");
        var field = JsonPlace.Join(prefix, path);
        return MissingNames().Match(e.Message) is { Success: true } missing
            ? [.. missing.Groups["name"].Captures.Select(name => new FieldProblem(JsonPlace.Join(field, name.Value), "is required"))]
            : [new(field, Expected(type))];
    }

    /// <summary>Follows a JSON path through the records, as far as the names are ours.</summary>
    private static (string Path, Type? Type) Resolve(Type root, string jsonPath)
    {
        var path = "";
        var type = root;
        foreach (Match step in Steps().Matches(jsonPath))
        {
            var inList = step.Groups["index"].Success;
            if ((inList ? ItemOf(type) : PropertyOf(type, step.Groups["name"].Value)) is not { } next)
                return (JsonPlace.Join(path, JsonPlace.Unknown), null);
            path = inList ? path + step.Value : JsonPlace.Join(path, step.Groups["name"].Value);
            type = next;
        }

        return (path, type);
    }

    private static Type? PropertyOf(Type type, string name) =>
        WireJson.Options.GetTypeInfo(type).Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;

    private static Type? ItemOf(Type type) => WireJson.Options.GetTypeInfo(type).ElementType;

    private static string Expected(Type? declared)
    {
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            null => "must have the form that the schema says",
            _ when type == typeof(DateOnly) => "must be a day that exists, written yyyy-MM-dd",
            _ when type == typeof(DateTimeOffset) => "must be a time that exists, with seconds and offset, such as 2026-11-20T09:15:00Z",
            _ when type == typeof(string) => "must be text",
            _ when type == typeof(bool) => "must be true or false",
            _ when type == typeof(int) => "must be a whole number",
            _ when type == typeof(decimal) => "must be a number",
            { IsEnum: true } => $"must be one of {string.Join(", ", Words.Of(type))}",
            _ when ItemOf(type) is not null => "must be a list",
            _ => "must be an object",
        };
    }

    [GeneratedRegex(@"missing required properties including: (?:'(?<name>[^']+)'(?:, )?)+")]
    private static partial Regex MissingNames();

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<name>[^']*)'\]|(?<index>\[\d+\])")]
    private static partial Regex Steps();
}
