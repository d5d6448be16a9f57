namespace InfoShare.Adapters.Health.Fhir;

/// <summary>One code of a code system; either may be missing.</summary>
internal sealed record Coding(string? System, string Code);

/// <summary>Reads CodeableConcepts and Codings.</summary>
internal static class FhirCodes
{
    /// <summary>Every coding of a CodeableConcept element, repeating or not.</summary>
    public static IEnumerable<Coding> Codings(this FhirNode node, string name) =>
        node.Each(name).SelectMany(concept => concept.Each("coding")).SelectMany(AsCoding);

    /// <summary>Every coding of an element that is a list of Codings, such as <c>meta.security</c>.</summary>
    public static IEnumerable<Coding> PlainCodings(this FhirNode node, string name) => node.Each(name).SelectMany(AsCoding);

    /// <summary>What a CodeableConcept says in words.</summary>
    public static string? Words(this FhirNode node, string name) =>
        node.Each(name)
            .Select(concept => concept.Text("text") ?? concept.Each("coding").Select(c => c.Text("display")).FirstOrDefault(d => d is not null))
            .FirstOrDefault(words => words is not null);

    /// <summary>Whether a coding is this code of this system; a coding without a system counts.</summary>
    public static bool Is(this Coding coding, string system, string code) =>
        coding.Code == code && (coding.System is null || string.Equals(coding.System, system, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Coding> AsCoding(FhirNode node) =>
        node.Text("code") is { } code ? [new Coding(node.Text("system"), code)] : [];
}
