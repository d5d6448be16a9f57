using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InfoShare.Tests.Health;

/// <summary>Writes FHIR JSON as FHIR XML, as a system that sends XML would: one item is no list, a value is an attribute, a resource stands in its own element.</summary>
internal static class FhirXmlWriter
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    public static byte[] Of(string json) =>
        Encoding.UTF8.GetBytes(JsonNode.Parse(json) is JsonObject resource ? Resource(resource).ToString() : "<Bundle xmlns=\"http://hl7.org/fhir\"/>");

    private static XElement Resource(JsonObject resource)
    {
        var type = resource["resourceType"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 && text.All(char.IsAsciiLetter) ? text : "Unknown";
        return new(Fhir + type, Members(resource));
    }

    private static IEnumerable<object> Members(JsonObject element) =>
        element.Where(p => p.Key != "resourceType" && !p.Key.StartsWith('_')).SelectMany(p => Items(p.Value)
            .Select((item, i) => Element(p.Key, item, element[$"_{p.Key}"] is JsonArray companions ? companions.ElementAtOrDefault(i) : element[$"_{p.Key}"])));

    private static JsonNode?[] Items(JsonNode? value) => value is JsonArray list ? [.. list] : [value];

    private static XElement Element(string name, JsonNode? value, JsonNode? companion) => value switch
    {
        JsonObject o when name == "extension" => new XElement(Fhir + name, Url(o), Members(Without(o, "url"))),
        JsonObject o when o.ContainsKey("resourceType") => new XElement(Fhir + name, Resource(o)),
        JsonObject o => new XElement(Fhir + name, Members(o)),
        JsonArray nested => new XElement(Fhir + name, Items(nested).Select(item => Element("item", item, null))),
        _ => new XElement(Fhir + name, Value(value), companion is JsonObject c ? Members(c) : null),
    };

    private static XAttribute? Url(JsonObject extension) => extension["url"] is JsonValue url ? new("url", Printable(url.ToString())) : null;

    private static XAttribute? Value(JsonNode? value) => value is null ? null : new("value", Printable(value.ToString()));

    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r') ? ' ' : c));

    private static JsonObject Without(JsonObject element, string name)
    {
        var copy = element.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }
}
