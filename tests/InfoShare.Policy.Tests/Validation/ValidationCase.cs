using System.Text.Json;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Conformance;

namespace InfoShare.Policy.Tests.Validation;

/// <summary>A public conformance case, read as its schema says.</summary>
internal sealed record ValidationCase(
    string Name, bool IsValidToCedar, CedarSchema Schema, IReadOnlyList<CedarPolicy> Policies, EntityStore Entities, IReadOnlyList<Request> Requests)
{
    private static readonly Lazy<IReadOnlyList<ValidationCase>> TheCases = new(() => [.. In(ConformanceFiles.Corpus), .. In(ConformanceFiles.Handwritten)]);

    /// <summary>All of them; the test is skipped where they are absent.</summary>
    public static IReadOnlyList<ValidationCase> All => TheCases.Value;

    private static IEnumerable<ValidationCase> In(IReadOnlyDictionary<string, string> files) =>
        files.Keys.Where(IsCase).Order(StringComparer.Ordinal).Select(name => Read(name, files));

    private static bool IsCase(string name) =>
        name.EndsWith(".json", StringComparison.Ordinal) && !name.EndsWith("entities.json", StringComparison.Ordinal);

    private static ValidationCase Read(string name, IReadOnlyDictionary<string, string> files)
    {
        using var document = JsonDocument.Parse(files[name]);
        var root = document.RootElement;
        var schema = Value(SchemaText.Parse(File("schema")), name);
        return new(
            name,
            root.GetProperty("shouldValidate").GetBoolean(),
            schema,
            Value(PolicyText.Parse(File("policies")), name),
            Value(SchemaEntityJson.Read(schema, File("entities")), name),
            [.. root.GetProperty("requests").EnumerateArray().Select(request => ReadRequest(request, schema, name))]);

        string File(string field) => files[root.GetProperty(field).GetString()!];
    }

    private static Request ReadRequest(JsonElement json, CedarSchema schema, string name)
    {
        var action = Uid("action");
        return new(Uid("principal"), action, Uid("resource"), Value(SchemaEntityJson.ReadContext(schema, action, json.GetProperty("context").GetRawText()), name));

        EntityUid Uid(string field) => Value(EntityJson.ReadUid(json.GetProperty(field).GetRawText()), name);
    }

    private static T Value<T>(Parsed<T> parsed, string name) where T : class
    {
        Assert.True(parsed.IsValid, $"{name}: {string.Join("; ", parsed.Errors)}");
        return parsed.Value;
    }
}
