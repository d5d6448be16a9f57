using System.Text.Json;
using System.Text.Unicode;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Reads strict JSON: UTF-8, no name twice, bounded size and depth. Says where it went wrong in names that are FHIR's.</summary>
internal static class FhirJson
{
    /// <summary>Bytes in one file at the most: 8 MiB, eight times the largest message.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Levels of nesting at the most.</summary>
    public const int MostDepth = 64;

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>The root element, or what is wrong. <paramref name="root"/> is the name that paths begin with.</summary>
    public static (JsonElement? Root, FieldProblem? Problem) Parse(ReadOnlyMemory<byte> content, string root)
    {
        if (Unreadable(content.Span) is { } reason)
            return (null, new(root, reason));
        var utf8 = content.Span.StartsWith(Utf8Bom) ? content[3..] : content;
        if (FirstFault(utf8.Span, root) is { } fault)
            return (null, fault);

        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MostDepth });
        return (document.RootElement.Clone(), null);
    }

    private static string? Unreadable(ReadOnlySpan<byte> bytes) => bytes switch
    {
        { Length: 0 } => "must not be empty",
        { Length: > MostBytes } => $"must not be larger than {MostBytes / 1024} KiB",
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0, ..] or [_, 0, ..] => "must be encoded as UTF-8",
        _ => Utf8.IsValid(bytes) ? null : "must be encoded as UTF-8",
    };

    /// <summary>Walks every token once, so that parsing afterwards cannot fail and every string can be read.</summary>
    private static FieldProblem? FirstFault(ReadOnlySpan<byte> utf8, string root)
    {
        var place = new JsonPlace(root);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MostDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueIsEscaped && !Whole(ref reader))
                    return new(place.Path, "must not hold half of a surrogate pair");
                if (!place.Enter(ref reader))
                    return new(place.Path, "must not hold a name twice");
            }

            return null;
        }
        catch (JsonException e)
        {
            return place.Depth >= MostDepth
                ? new(place.Path, $"must not be nested deeper than {MostDepth} levels")
                : new(place.Path, $"must be well-formed JSON (line {(e.LineNumber ?? 0) + 1})");
        }
    }

    private static bool Whole(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
