using System.Buffers;
using System.Text.Json;
using System.Xml.Linq;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>
/// Writes the elements of FHIR XML as FHIR JSON has them. It knows no structure definitions, so that it serves every
/// release: every value is text as written (1.0 stays 1.0, true is "true"), and an element that stands once is no list,
/// which <see cref="FhirNode.Each"/> takes for a list of one. Source: FHIR R4, XML and JSON representation.
/// </summary>
internal static class XmlToJson
{
    private const string Fhir = "http://hl7.org/fhir";

    // An element of XML is an object and perhaps an array in JSON.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2 * FhirJson.MostDepth + 2 };

    /// <summary>A resource; the caller has bounded its depth.</summary>
    public static JsonElement Convert(XElement resource)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteResource(writer, resource);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, Deep);
        return document.RootElement.Clone();
    }

    private static void WriteResource(Utf8JsonWriter writer, XElement resource)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", resource.Name.LocalName);
        WriteMembers(writer, resource);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, XElement element)
    {
        var members = Members(element).ToLookup(e => e.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(a => a.Name.LocalName is "id" or "url" && a.Name.Namespace == XNamespace.None))
        {
            if (!members.Contains(attribute.Name.LocalName))
                writer.WriteString(attribute.Name.LocalName, attribute.Value);
        }

        foreach (var member in members)
            WriteMember(writer, member.Key, [.. member]);
    }

    /// <summary>The value or values, and beside them, under the name with an underscore, what belongs to values rather than being one.</summary>
    private static void WriteMember(Utf8JsonWriter writer, string name, IReadOnlyList<XElement> items)
    {
        WriteItems(writer, name, items, WriteValue);
        if (items.Any(HasCompanion))
            WriteItems(writer, $"_{name}", items, WriteCompanion);
    }

    private static void WriteItems(Utf8JsonWriter writer, string name, IReadOnlyList<XElement> items, Action<Utf8JsonWriter, XElement> write)
    {
        writer.WritePropertyName(name);
        if (items is [var only])
        {
            write(writer, only);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, XElement element)
    {
        if (element.Attribute("value") is { } value)
        {
            writer.WriteStringValue(value.Value);
        }
        else if (element.Elements().FirstOrDefault(IsResource) is { } resource)
        {
            WriteResource(writer, resource);
        }
        else if (IsAbsent(element))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStartObject();
            WriteMembers(writer, element);
            writer.WriteEndObject();
        }
    }

    private static void WriteCompanion(Utf8JsonWriter writer, XElement element)
    {
        if (!HasCompanion(element))
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        WriteMembers(writer, element);
        writer.WriteEndObject();
    }

    private static bool HasCompanion(XElement element) =>
        (element.Attribute("value") is not null || IsAbsent(element)) && (element.Attribute("id") is not null || Members(element).Any());

    /// <summary>Nothing but extensions: they say why there is no value, of whatever type it would be.</summary>
    private static bool IsAbsent(XElement element) =>
        element.Attribute("url") is null && !element.Elements().Any(IsResource) && Members(element).All(e => e.Name.LocalName == "extension");

    /// <summary>What FHIR JSON has as properties; the narrative's XHTML is for people and not read.</summary>
    private static IEnumerable<XElement> Members(XElement element) => element.Elements()
        .Where(e => IsFhir(e) && char.IsAsciiLetterLower(e.Name.LocalName[0]) && e.Name.LocalName is not ("div" or "resourceType"));

    private static bool IsResource(XElement element) => IsFhir(element) && char.IsAsciiLetterUpper(element.Name.LocalName[0]);

    private static bool IsFhir(XElement element) => element.Name.Namespace == XNamespace.None || element.Name.NamespaceName == Fhir;
}
