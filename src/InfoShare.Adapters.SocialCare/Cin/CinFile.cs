using System.Xml;
using System.Xml.Linq;
using CommunityToolkit.HighPerformance;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// A census as XML. It is read twice: once to see that all of it is sound and within <see cref="CinLimits"/>, so that
/// nothing of a broken file is used, and once child by child, so that only one child is held at a time.
/// </summary>
internal static class CinFile
{
    /// <summary>What the file says about itself, or why it cannot be used.</summary>
    public static ReadResult<CinHeader> Inspect(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
            return ReadResult.Bad<CinHeader>("", "must not be empty");
        if (CinTags.AnyTooLong(content.Span))
            return ReadResult.Bad<CinHeader>("", $"must not have a tag or text longer than {CinLimits.BytesOfTag / 1024} KiB");

        try
        {
            var names = new CinNames();
            using var bytes = content.AsStream();
            using var reader = Reader(bytes, names);
            return CinInspection.Run(reader, names, bytes);
        }
        catch (XmlException e)
        {
            return ReadResult.Bad<CinHeader>("", Unreadable(e));
        }
    }

    /// <summary>Everything below <c>Children</c>, one by one, whatever its name. Only for a file that passed <see cref="Inspect"/>.</summary>
    public static IEnumerable<XElement> Children(ReadOnlyMemory<byte> content)
    {
        using var bytes = content.AsStream();
        using var reader = Reader(bytes, new CinNames());
        var among = false;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 2 } && among)
            {
                // Moves past the element.
                yield return (XElement)XNode.ReadFrom(reader);
                continue;
            }

            if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                among = reader.LocalName is "Children";
            reader.Read();
        }
    }

    private static XmlReader Reader(Stream bytes, CinNames names) => XmlReader.Create(bytes, new XmlReaderSettings
    {
        NameTable = names,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    /// <summary>The exception's own text may repeat what stands in the file; only its line is used.</summary>
    private static string Unreadable(XmlException e) => e.Message.Contains("DTD", StringComparison.Ordinal)
        ? "must not have a document type declaration"
        : $"must be well-formed XML in the encoding that it declares (line {Math.Max(1, e.LineNumber)})";
}
