using System.Xml;
using System.Xml.Linq;
using CommunityToolkit.HighPerformance;
using InfoShare.Adapters.Translation;
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
        if (XmlTags.AnyLonger(content.Span, CinLimits.BytesOfTag))
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
            return ReadResult.Bad<CinHeader>("", XmlFile.Problem(e));
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

    private static XmlReader Reader(Stream bytes, CinNames names) => XmlFile.Reader(bytes, names: names);
}
