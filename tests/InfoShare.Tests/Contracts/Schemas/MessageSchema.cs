using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using InfoShare.Contracts.Wire;

namespace InfoShare.Tests.Contracts.Schemas;

/// <summary>
/// Makes the JSON Schema (2020-12) of one message type from its record: the envelope around the data, every record and
/// code list under its own name in <c>$defs</c>. Unknown fields stay allowed, because readers take them.
/// </summary>
internal sealed class MessageSchema
{
    private readonly SortedDictionary<string, JsonObject> definitions = new(StringComparer.Ordinal);

    public static JsonObject Of(MessageType type) => new MessageSchema().Root(type);

    private JsonObject Root(MessageType type)
    {
        var message = Record(typeof(Envelope<>).MakeGenericType(type.Data));
        var fields = message["properties"]!.AsObject();
        fields["specversion"] = Constant("1.0", "Always `1.0`.");
        fields["type"] = Constant(type.CloudEventType, $"The type and major version: {type.Name}, version {MessageType.Major}.");

        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = type.DataSchema,
            ["title"] = type.Name,
            ["description"] = DocComments.Of(type.Data),
        };
        foreach (var (name, value) in message)
            root[name] = value!.DeepClone();
        root["$defs"] = new JsonObject(definitions.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value)));
        return root;
    }

    private static JsonObject Constant(string value, string meaning) =>
        new() { ["type"] = "string", ["const"] = value, ["description"] = meaning };

    private JsonObject Record(Type record)
    {
        var properties = WireJson.Options.GetTypeInfo(record).Properties;
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, Field(record, p)))),
        };
        if (properties.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name).ToArray() is { Length: > 0 } required)
            schema["required"] = new JsonArray(required);
        return schema;
    }

    private JsonObject Field(Type record, JsonPropertyInfo field)
    {
        var property = (PropertyInfo)field.AttributeProvider!;
        var schema = Value(field.PropertyType);
        FieldRules.Add(schema, property);
        schema["description"] = DocComments.Of(property.DeclaringType ?? record, property.Name);
        return schema;
    }

    private JsonObject Value(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => new() { ["type"] = "string" },
            _ when type == typeof(bool) => new() { ["type"] = "boolean" },
            _ when type == typeof(int) => new() { ["type"] = "integer" },
            _ when type == typeof(decimal) => new() { ["type"] = "number" },
            _ when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
            _ when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
            { IsGenericType: true } => new() { ["type"] = "array", ["items"] = Value(type.GetGenericArguments()[0]) },
            _ => Reference(type),
        };
    }

    private JsonObject Reference(Type type)
    {
        if (definitions.TryAdd(type.Name, []))
            definitions[type.Name] = type.IsEnum ? Codes(type) : Described(Record(type), type);
        return new() { ["$ref"] = $"#/$defs/{type.Name}" };
    }

    private static JsonObject Described(JsonObject schema, Type type)
    {
        schema["description"] = DocComments.Of(type);
        return schema;
    }

    private static JsonObject Codes(Type codes)
    {
        var words = Words.Of(codes);
        var meanings = words.Zip(Enum.GetNames(codes), (word, name) => $"`{word}`: {DocComments.Of(codes, name)}");
        return new()
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]),
            ["description"] = string.Join('\n', meanings.Prepend(DocComments.Of(codes))),
        };
    }
}
