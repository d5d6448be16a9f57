using System.Text.Json;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>Notices in JSON: one object, or a list of objects. Read one by one, so that only one is held at a time.</summary>
internal static class NoticeJson
{
    /// <summary>Each notice, null where there is something else than one; or why the file cannot be read.</summary>
    public static (IEnumerable<NoticeNode?>? Notices, FieldProblem? Problem) Read(ReadOnlyMemory<byte> content)
    {
        if (content.Length > NoticeLimits.Bytes)
            return (null, NoticeProblems.TooLarge);
        var (objects, problem) = JsonFile.Cut(content);
        return (objects?.Select(Notice), problem);
    }

    private static NoticeNode? Notice(byte[]? bytes)
    {
        if (bytes is null or { Length: > NoticeLimits.NoticeBytes })
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = NoticeLimits.Depth });
            return new("", "", [.. Fields(document.RootElement)]);
        }
        catch (JsonException)
        {
            // It was well-formed as part of the file: it is nested too deeply.
            return null;
        }
    }

    private static IEnumerable<NoticeNode> Fields(JsonElement holder) => holder.EnumerateObject().SelectMany(p => Nodes(JsonText.Of(p), p.Value));

    private static IEnumerable<NoticeNode> Nodes(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Object => [new(name, "", [.. Fields(value)])],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Nodes(name, item)),
        JsonValueKind.String => [new(name, JsonText.Of(value), [])],
        _ => [new(name, value.GetRawText(), [])],
    };
}
