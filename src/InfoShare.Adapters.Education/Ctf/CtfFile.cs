using System.Xml;
using System.Xml.Linq;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>
/// A Common Transfer File as XML. It is read twice: once to see that all of it is sound and within <see cref="CtfLimits"/>,
/// so that nothing of a broken file is used, and once pupil by pupil, so that only one is held at a time.
/// </summary>
internal static class CtfFile
{
    /// <summary>Why the file cannot be used; null when it can.</summary>
    public static FieldProblem? Problem(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
            return new("", "must not be empty");
        if (content.Length > CtfLimits.Bytes)
            return new("", $"must not be larger than {CtfLimits.Bytes / 1024 / 1024} MiB");
        if (XmlTags.AnyLonger(content.Span, CtfLimits.BytesOfTag))
            return new("", $"must not have a tag or text longer than {CtfLimits.BytesOfTag / 1024} KiB");

        try
        {
            using var reader = Reader(content);
            return CtfInspection.Problem(reader);
        }
        catch (XmlException e)
        {
            return new("", XmlFile.Problem(e));
        }
    }

    /// <summary>The header. Only of a file without a <see cref="Problem"/>.</summary>
    public static XElement Header(ReadOnlyMemory<byte> content) => Elements(content, CtfNames.Header, depth: 1).First();

    /// <summary>Everything below <c>CTFpupilData</c>, one by one, whatever its name. Only of a file without a <see cref="Problem"/>.</summary>
    public static IEnumerable<XElement> Pupils(ReadOnlyMemory<byte> content) => Elements(content, CtfNames.PupilData, depth: 2);

    /// <summary>Of depth 1 a section itself, of depth 2 what is in it.</summary>
    private static IEnumerable<XElement> Elements(ReadOnlyMemory<byte> content, string section, int depth)
    {
        using var reader = Reader(content);
        var within = false;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                within = CtfNames.Same(reader.LocalName, section);
            if (within && reader.NodeType is XmlNodeType.Element && reader.Depth == depth)
                // Moves past the element.
                yield return (XElement)XNode.ReadFrom(reader);
            else
                reader.Read();
        }
    }

    private static XmlReader Reader(ReadOnlyMemory<byte> content) => XmlFile.Reader(content, CtfLimits.Bytes);
}
