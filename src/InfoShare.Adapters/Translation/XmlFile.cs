using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CommunityToolkit.HighPerformance;

namespace InfoShare.Adapters.Translation;

/// <summary>An XML file from outside: no document type, nothing fetched, and no more of it than the format allows.</summary>
public static partial class XmlFile
{
    /// <summary>Reads it in the encoding that it declares, without comments, processing instructions and white space between elements.</summary>
    /// <param name="content">The file.</param>
    /// <param name="mostCharacters">Characters that it may have.</param>
    public static XmlReader Reader(ReadOnlyMemory<byte> content, int mostCharacters) => Reader(content.AsStream(), mostCharacters);

    /// <summary>The same of a file that is read from a stream, which is closed with the reader.</summary>
    /// <param name="content">The file, from its beginning.</param>
    /// <param name="mostCharacters">Characters that it may have; 0: any number.</param>
    /// <param name="names">Keeps the names of elements and attributes; null: the reader's own.</param>
    public static XmlReader Reader(Stream content, int mostCharacters = 0, XmlNameTable? names = null)
    {
        var settings = new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = mostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
        };
        return OlderEncoding(content) is { } older
            ? XmlReader.Create(new StreamReader(content, older), settings)
            : XmlReader.Create(content, settings);
    }

    /// <summary>Why it cannot be read. The exception's own text may repeat what stands in the file; only its line is used.</summary>
    public static string Problem(XmlException e) => e.Message.Contains("DTD", StringComparison.Ordinal)
        ? "must not have a document type declaration"
        : $"must be well-formed XML in the encoding that it declares (line {Math.Max(1, e.LineNumber)})";

    /// <summary>The platform's reader knows Unicode and Latin-1 alone.</summary>
    private static Encoding? OlderEncoding(Stream content)
    {
        var start = new byte[FileStart.Bytes];
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return Declaration().Match(FileStart.Text(start.AsSpan(0, read))) is { Success: true } declared ? OlderEncodings.Named(declared.Groups["name"].Value) : null;
    }

    [GeneratedRegex("""^<\?xml\s[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]+)["']""", RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
