using System.Text;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Tells by its first bytes what a file is, without parsing them.</summary>
internal static class FhirStart
{
    private const int Enough = 4096;

    /// <summary>The first characters, without a byte order mark and leading space.</summary>
    public static string Text(ReadOnlySpan<byte> content) =>
        EncodingOf(content).GetString(content[..Math.Min(content.Length, Enough)]).TrimStart('\uFEFF').TrimStart();

    /// <summary>Whether it is XML rather than JSON.</summary>
    public static bool IsXml(ReadOnlySpan<byte> content) => Text(content).StartsWith('<');

    /// <summary>Whether the text is that of a bundle in FHIR XML, of whatever release.</summary>
    public static bool IsXmlBundle(string text) =>
        text.StartsWith('<') && text.Contains("Bundle", StringComparison.Ordinal) && text.Contains("http://hl7.org/fhir", StringComparison.Ordinal);

    private static Encoding EncodingOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => Encoding.Unicode,
        _ => Encoding.UTF8,
    };
}
