using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Translation;

/// <summary>A JSON file of one object or a list of objects, cut into its objects. Whatever is wrong inside one is found when that one is read.</summary>
public static class JsonFile
{
    private const int MostRecords = 10_000;

    // Parsing does not recurse, so depth costs little here; each message is held to MessageLimits.Depth.
    private const int Depth = 4096;

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>Each object's bytes; or why the file cannot be read.</summary>
    public static (IReadOnlyList<byte[]?>? Objects, FieldProblem? Problem) Cut(ReadOnlyMemory<byte> content)
    {
        if (Unreadable(content.Span) is { } reason)
            return (null, new("", reason));
        if (content.Span.StartsWith(Utf8Bom))
            content = content[3..];
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = Depth });
            return Cut(document.RootElement);
        }
        catch (JsonException e)
        {
            return (null, new("", e.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase)
                ? $"must not be nested deeper than {MessageLimits.Depth} levels"
                : $"must be well-formed JSON (line {(e.LineNumber ?? 0) + 1})"));
        }
    }

    private static (IReadOnlyList<byte[]?>? Objects, FieldProblem? Problem) Cut(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object => ([Bytes(root)], null),
        JsonValueKind.Array when root.GetArrayLength() > MostRecords => (null, new("", $"must not hold more than {MostRecords} messages")),
        JsonValueKind.Array => ([.. root.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Object ? Bytes(e) : null)], null),
        _ => (null, new("", "must be a message or a list of messages")),
    };

    private static byte[] Bytes(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    private static string? Unreadable(ReadOnlySpan<byte> content) => content switch
    {
        { Length: 0 } => "must not be empty",
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..] => "must be encoded as UTF-8",
        _ when !Utf8.IsValid(content) => "must be encoded as UTF-8",
        _ => null,
    };
}
