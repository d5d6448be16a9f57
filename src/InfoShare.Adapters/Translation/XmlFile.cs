using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace InfoShare.Adapters.Translation;

/// <summary>An XML file from outside: no document type, nothing fetched, and no more of it than the format allows.</summary>
public static partial class XmlFile
{
    /// <summary>Reads it in the encoding that it declares, without comments, processing instructions and white space between elements.</summary>
    /// <param name="content">The file.</param>
    /// <param name="mostCharacters">Characters that it may have.</param>
    public static XmlReader Reader(ReadOnlyMemory<byte> content, int mostCharacters)
    {
        var bytes = MemoryMarshal.TryGetArray(content, out var array) ? array : new ArraySegment<byte>(content.ToArray());
        var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = mostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        };
        return OlderEncoding(content.Span) is { } older
            ? XmlReader.Create(new StreamReader(stream, older), settings)
            : XmlReader.Create(stream, settings);
    }

    /// <summary>Why it cannot be read. The exception's own text may repeat what stands in the file; only its line is used.</summary>
    public static string Problem(XmlException e) => e.Message.Contains("DTD", StringComparison.Ordinal)
        ? "must not have a document type declaration"
        : $"must be well-formed XML in the encoding that it declares (line {Math.Max(1, e.LineNumber)})";

    /// <summary>The platform's reader knows Unicode and Latin-1 alone.</summary>
    private static Encoding? OlderEncoding(ReadOnlySpan<byte> content) =>
        Declaration().Match(FileStart.Text(content)) is { Success: true } declared ? OlderEncodings.Named(declared.Groups["name"].Value) : null;

    [GeneratedRegex("""^<\?xml\s[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]+)["']""", RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
