using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Schema;

/// <summary>Schemas in JSON.</summary>
/// <remarks>Cedar documentation, "JSON schema format".</remarks>
public static class SchemaJson
{
    /// <summary>How deep the JSON may be nested: three levels for each type inside another, and a few around them.</summary>
    private const int Deepest = 3 * TypeResolver.MostDepth + 8;

    /// <summary>The schema; or what is wrong with the JSON, of one kind at a time: its grammar, its shape, its names.</summary>
    public static Parsed<CedarSchema> Parse(string json)
    {
        var declarations = JsonText.Read(json, Deepest, new JsonDeclarations().Read);
        return declarations.IsValid ? SchemaResolver.Resolve(declarations.Value) : Parsed.Failed<CedarSchema>(declarations.Errors);
    }
}
