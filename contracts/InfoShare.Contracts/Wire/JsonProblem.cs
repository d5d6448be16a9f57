using System.Text.Json;
using System.Text.RegularExpressions;

namespace InfoShare.Contracts.Wire;

/// <summary>Turns a JSON error into a field and what is required of it. Names that are not ours may be personal, so they are not repeated.</summary>
internal static partial class JsonProblem
{
    public static FieldProblem From(JsonException e, Type root, string prefix)
    {
        var (path, type) = Resolve(root, e.Path ?? "$");
        var field = (prefix, path) switch { ("", _) => path, (_, "") => prefix, _ => $"{prefix}.{path}" };

        if (MissingNames().Match(e.Message) is { Success: true } missing)
            return new(Join(field, missing.Groups[1].Value), "is required");
        if (e.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase))
            return new(field, $"must not be nested deeper than {MessageLimits.Depth} levels");
        if (e.Message.Contains("uplicate propert", StringComparison.Ordinal))
            return new(field, "must not hold a name twice");
        return e.InnerException is JsonException or null && type is null
            ? new(field, $"must be well-formed JSON (line {(e.LineNumber ?? 0) + 1})")
            : new(field, Expected(type));
    }

    private static string Join(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";

    /// <summary>Follows a JSON path through the records, as far as the names are ours.</summary>
    private static (string Path, Type? Type) Resolve(Type root, string jsonPath)
    {
        var path = "";
        Type? type = root;
        foreach (Match step in Steps().Matches(jsonPath))
        {
            if (step.Groups["index"].Success)
            {
                path += step.Value;
                type = type is null ? null : ItemOf(type);
                continue;
            }

            var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["quoted"].Value;
            type = type is null ? null : PropertyOf(type, name);
            if (type is null)
                return (Join(path, "(unknown field)"), null);
            path = Join(path, name);
        }

        return (path, type == root ? null : type);
    }

    private static Type? PropertyOf(Type type, string name)
    {
        if (type == typeof(JsonElement))
            return null;
        var info = WireJson.Options.GetTypeInfo(type);
        return info.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;
    }

    private static Type? ItemOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type.GetElementType();

    private static string Expected(Type? declared)
    {
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            null => "must have the form that the schema says",
            _ when type == typeof(DateOnly) => "must be a day that exists, written yyyy-MM-dd",
            _ when type == typeof(DateTimeOffset) => "must be a time that exists with its offset, such as 2026-11-20T09:15:00Z",
            _ when type == typeof(string) => "must be text",
            _ when type == typeof(bool) => "must be true or false",
            _ when type == typeof(int) => "must be a whole number",
            _ when type == typeof(decimal) => "must be a number",
            { IsEnum: true } => $"must be one of {string.Join(", ", Words(type))}",
            _ when ItemOf(type) is not null => "must be a list",
            _ => "must be an object",
        };
    }

    private static IEnumerable<string> Words(Type enumType) =>
        Enum.GetValuesAsUnderlyingType(enumType).Cast<object>()
            .Select(v => JsonSerializer.Serialize(Enum.ToObject(enumType, v), enumType, WireJson.Options).Trim('"'));

    [GeneratedRegex(@"missing required properties including: '([^']+)'")]
    private static partial Regex MissingNames();

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<quoted>[^']*)'\]|(?<index>\[\d+\])")]
    private static partial Regex Steps();
}
