namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Tells by the first characters of a file what it is.</summary>
internal static class FhirStart
{
    /// <summary>Whether the text is that of a bundle in FHIR XML, of whatever release.</summary>
    public static bool IsXmlBundle(string text) =>
        text.StartsWith('<') && text.Contains("Bundle", StringComparison.Ordinal) && text.Contains("http://hl7.org/fhir", StringComparison.Ordinal);
}
