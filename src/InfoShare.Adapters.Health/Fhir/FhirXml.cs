using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>
/// Reads FHIR XML into what its JSON would be: no document type, bounded size, depth and number of elements. It is walked
/// once to see that all of it is sound, so that nothing of a broken file is used, and then read.
/// </summary>
internal static class FhirXml
{
    /// <summary>Elements in one file at the most; a bundle of 2,000 entries has some 100,000.</summary>
    public const int MostElements = 400_000;

    /// <summary>The root element as JSON, or what is wrong. Limits and paths as in <see cref="FhirJson.Parse"/>.</summary>
    public static (JsonElement? Root, FieldProblem? Problem) Parse(ReadOnlyMemory<byte> content, string root)
    {
        if (content.Length > FhirJson.MostBytes)
            return (null, new(root, $"must not be larger than {FhirJson.MostBytes / 1024} KiB"));
        try
        {
            if (BeyondLimits(content) is { } problem)
                return (null, new(root, problem));
            using var reader = Reader(content);
            return (XmlToJson.Convert(XElement.Load(reader)), null);
        }
        catch (XmlException e)
        {
            return (null, new(root, XmlFile.Problem(e)));
        }
    }

    private static string? BeyondLimits(ReadOnlyMemory<byte> content)
    {
        using var reader = Reader(content);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth >= FhirJson.MostDepth)
                return $"must not be nested deeper than {FhirJson.MostDepth} levels";
            if (reader.NodeType is XmlNodeType.Element && ++elements > MostElements)
                return $"must not have more than {MostElements} elements";
        }

        return null;
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> content) => XmlFile.Reader(content, FhirJson.MostBytes);
}
