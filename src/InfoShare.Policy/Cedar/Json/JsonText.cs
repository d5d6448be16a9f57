using System.Text;
using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>JSON documents of policies and entities.</summary>
internal static class JsonText
{
    /// <summary>Enough for every expression that is not nested too deep, at three levels each.</summary>
    private const int DeepestDocument = 4 * PolicyText.DeepestNesting;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestDocument, AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions Indented = new() { Indented = true, MaxDepth = DeepestDocument };

    /// <summary>What <paramref name="read"/> makes of the document; or all that it found wrong.</summary>
    public static Parsed<T> Read<T>(string json, Func<JsonPlace, T?> read) where T : class
    {
        var errors = new List<SyntaxError>();
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var value = read(new(document.RootElement, errors));
            return errors.Count == 0 && value is not null ? Parsed.Of(value) : new(null, errors);
        }
        catch (JsonException e)
        {
            return Parsed.Failed<T>(new SyntaxError(
                (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, $"expected well-formed JSON, at most {DeepestDocument} deep, with no name twice in one object"));
        }
        catch (InvalidOperationException)
        {
            // The base library finds half a surrogate pair only when the string is asked for.
            return Parsed.Failed<T>(new SyntaxError(0, 0, "a string of the document is no Unicode text"));
        }
    }

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Indented))
            write(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
