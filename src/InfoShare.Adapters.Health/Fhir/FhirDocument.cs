using System.Text.Json;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>FHIR as JSON or as XML: behind this, nobody asks which it was.</summary>
internal static class FhirDocument
{
    /// <summary>The root element, or what is wrong. <paramref name="root"/> is the name that paths begin with.</summary>
    public static (JsonElement? Root, FieldProblem? Problem) Parse(ReadOnlyMemory<byte> content, string root) =>
        FileStart.Text(content.Span) is ['<', ..] ? FhirXml.Parse(content, root) : FhirJson.Parse(content, root);
}
