using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Json;

/// <summary>JSON documents of policies and entities.</summary>
internal static class JsonText
{
    /// <summary>How deep entities and contexts may be nested.</summary>
    public const int DeepestValues = 256;

    /// <summary>How deep sets of policies may be nested: two levels for each of an expression, and a few around it.</summary>
    public const int DeepestPolicies = 2 * PolicyText.DeepestNesting + 8;

    /// <summary>Operators stay readable: these documents are never part of a web page.</summary>
    private static readonly JsonWriterOptions Indented = new() { Indented = true, MaxDepth = DeepestPolicies, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What <paramref name="read"/> makes of the document; or all that it found wrong.</summary>
    public static Parsed<T> Read<T>(string json, int deepest, Func<JsonPlace, T?> read) where T : class
    {
        var strict = new JsonDocumentOptions { MaxDepth = deepest, AllowDuplicateProperties = false };
        var errors = new List<SyntaxError>();
        try
        {
            using var document = JsonDocument.Parse(json, strict);
            var value = read(new(document.RootElement, errors));
            return errors.Count == 0 && value is not null ? Parsed.Of(value) : new(null, errors);
        }
        catch (JsonException e)
        {
            // The one thing that the base library finds without saying where.
            return Parsed.Failed<T>(e is { LineNumber: { } line, BytePositionInLine: { } column }
                ? new SyntaxError((int)line + 1, (int)column + 1, $"expected well-formed JSON, at most {deepest} deep")
                : new SyntaxError(0, 0, "an object of the document has a name twice"));
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
