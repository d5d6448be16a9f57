using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>Builds FHIR JSON: absent elements are left out, because FHIR allows no empty one.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object of the properties that are there.</summary>
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> properties) =>
        [.. properties.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))];

    /// <summary>A list; null when it would be empty.</summary>
    public static JsonArray? Array(IEnumerable<JsonNode?> items) => items.OfType<JsonNode>().ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    /// <summary>A list of text; null when it would be empty.</summary>
    public static JsonArray? Array(IEnumerable<string> items) => Array(items.Select(i => Text(i)));

    /// <summary>Text without what FHIR forbids in a string: other control characters than tab and line ends, and nothing but space.</summary>
    public static JsonNode? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(string.Concat(text.Select(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n') ? ' ' : c)).Trim());

    /// <summary>A Coding.</summary>
    public static JsonObject Coding(string system, string code, string? display = null) =>
        Object(("system", system), ("code", code), ("display", Text(display)));

    /// <summary>A CodeableConcept with one coding.</summary>
    public static JsonObject Concept(string system, string code, string? display = null) =>
        Object(("coding", Array([Coding(system, code, display)])));

    /// <summary>An Identifier.</summary>
    public static JsonObject Identifier(string system, string value) => Object(("system", system), ("value", Text(value)));

    /// <summary>A Reference to an entry of the same bundle.</summary>
    public static JsonObject Reference(string fullUrl, string type) => Object(("reference", fullUrl), ("type", type));

    /// <summary>UTF-8 in one line, without its end.</summary>
    public static byte[] Line(JsonObject resource) => JsonSerializer.SerializeToUtf8Bytes(resource, Compact);

    /// <summary>UTF-8, indented, with LF.</summary>
    public static byte[] Bytes(JsonObject resource) => JsonSerializer.SerializeToUtf8Bytes(resource, Readable);
}
