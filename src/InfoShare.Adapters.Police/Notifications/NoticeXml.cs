using System.Xml;
using System.Xml.Linq;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>
/// Notices in XML: <c>childNotification</c>, or several in <c>childNotifications</c>. Namespaces and attributes are ignored.
/// Walked once to see that all of it is sound and within the limits, before any of it is kept.
/// </summary>
internal static class NoticeXml
{
    /// <summary>Each notice, null where something else stands among them; or why the file cannot be read.</summary>
    public static (IEnumerable<NoticeNode?>? Notices, FieldProblem? Problem) Read(ReadOnlyMemory<byte> content)
    {
        if (content.Length > NoticeLimits.Bytes)
            return (null, NoticeProblems.TooLarge);
        try
        {
            using (var walk = Reader(content))
            {
                if (Problem(walk) is { } problem)
                    return (null, new("", problem));
            }

            using var reader = Reader(content);
            var root = XDocument.Load(reader).Root!;
            return (root.Name.LocalName is "childNotification" ? [Node(root)] : root.Elements().Select(Notice), null);
        }
        catch (XmlException e)
        {
            return (null, new("", XmlFile.Problem(e)));
        }
    }

    private static string? Problem(XmlReader reader)
    {
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > NoticeLimits.Depth)
                return $"must not be nested deeper than {NoticeLimits.Depth} levels";
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            if (elements++ == 0 && reader.LocalName is not ("childNotification" or "childNotifications"))
                return "must have the root element childNotification or childNotifications";
            if (elements > NoticeLimits.Elements)
                return $"must not have more than {NoticeLimits.Elements} elements";
        }

        return null;
    }

    private static NoticeNode? Notice(XElement element) => element.Name.LocalName is "childNotification" ? Node(element) : null;

    private static NoticeNode Node(XElement element) => element.HasElements
        ? new(element.Name.LocalName, "", [.. element.Elements().Select(Node)])
        : new(element.Name.LocalName, element.Value, []);

    private static XmlReader Reader(ReadOnlyMemory<byte> content) => XmlFile.Reader(content, NoticeLimits.Bytes);
}
