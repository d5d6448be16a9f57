using System.Text.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Schemas in JSON.</summary>
/// <remarks>Cedar documentation, "JSON schema format".</remarks>
public static class SchemaJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>The schema; or what is wrong with the JSON, of one kind at a time: its grammar, its shape, its names.</summary>
    public static Parsed<CedarSchema> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var errors = new List<SyntaxError>();
            var declarations = new JsonDeclarations(errors).Read(new(document.RootElement, "", errors));
            return errors.Count > 0 ? Parsed.Failed<CedarSchema>(errors) : SchemaResolver.Resolve(declarations);
        }
        catch (JsonException e)
        {
            return Parsed.Failed<CedarSchema>(new SyntaxError((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "expected well-formed JSON, at most 256 deep, with no name twice in one object"));
        }
    }
}
