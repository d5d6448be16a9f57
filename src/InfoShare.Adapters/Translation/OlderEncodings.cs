using System.Text;

namespace InfoShare.Adapters.Translation;

/// <summary>Encodings of systems that do not write Unicode.</summary>
public static class OlderEncodings
{
    private static readonly string[] Latin1 = ["iso-8859-1", "iso_8859-1", "latin1", "l1"];

    /// <summary>
    /// windows-1252. Where it has letters and quotation marks Latin-1 has control characters, which no text means: it serves
    /// for both. Source: WHATWG Encoding Standard.
    /// </summary>
    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>By the name that a file declares; null where it is Unicode or unknown. One byte a character: in others a byte of ASCII may mean something else.</summary>
    public static Encoding? Named(string name) =>
        Latin1.Contains(name, StringComparer.OrdinalIgnoreCase) ? Western
        : CodePagesEncodingProvider.Instance.GetEncoding(name) is { IsSingleByte: true } found ? found
        : null;
}
