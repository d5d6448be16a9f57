using System.Reflection;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Contracts.Schemas;

/// <summary>The limits stated on a field, in the words of JSON Schema.</summary>
internal static class FieldRules
{
    public static void Add(JsonObject schema, PropertyInfo property)
    {
        var value = schema["items"]?.AsObject() ?? schema;
        if (property.GetCustomAttribute<TextAttribute>() is { } text)
        {
            value["minLength"] = text.Shortest;
            value["maxLength"] = text.Longest;
            AddPattern(value, text.Pattern);
        }

        if (property.GetCustomAttribute<WholeAttribute>() is { } whole)
            (value["minimum"], value["maximum"]) = (whole.Least, whole.Greatest);

        if (property.GetCustomAttribute<PercentAttribute>() is not null)
            (value["minimum"], value["maximum"]) = (0, 100);

        if (property.GetCustomAttribute<ItemsAttribute>() is { } items)
        {
            schema["maxItems"] = items.Most;
            AddPattern(value, items.Pattern);
        }
    }

    private static void AddPattern(JsonObject value, string? pattern)
    {
        if (pattern is not null)
            value["pattern"] = pattern;
    }
}
