using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Schema;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Validation;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>One of Cedar's public cases: policies, a schema, entities and requests, with what Cedar makes of them.</summary>
/// <remarks>Everything is read as Cedar's own runner does: entities and contexts as the schema says, and only where they conform.</remarks>
/// <param name="IsValidToCedar">Whether Cedar finds the policies valid.</param>
public sealed record ConformanceCase(
    string Name, bool IsValidToCedar, Parsed<PolicySet> Policies, Parsed<CedarSchema> Schema, Parsed<EntityStore> Entities, IReadOnlyList<CaseRequest> Requests)
{
    /// <param name="policies">The text of the file that the case names; or why there is none. So are the others.</param>
    public static ConformanceCase Of(string name, CaseFile file, Parsed<string> policies, Parsed<string> schema, Parsed<string> entities)
    {
        var schemaRead = Then(schema, file.Schema, text => IsJson(text) ? SchemaJson.Parse(text) : SchemaText.Parse(text));
        return new(
            name,
            file.IsValidToCedar,
            Then(policies, file.Policies, ReadPolicies),
            schemaRead,
            schemaRead.IsValid ? Then(entities, file.Entities, text => SchemaEntityJson.Read(schemaRead.Value, text)) : new(null, []),
            file.Requests);
    }

    private static Parsed<PolicySet> ReadPolicies(string text)
    {
        var source = IsJson(text) ? PolicyJson.ReadSet(text) : Then(PolicyText.Parse(text), policies => Parsed.Of(new PolicySource(policies, [])));
        return Then(source, Compile);
    }

    private static Parsed<PolicySet> Compile(PolicySource source)
    {
        var (set, problems) = PolicySet.Of(source.Policies, source.Links);
        return new(set, [.. problems.Select(problem => new SyntaxError(0, 0, problem))]);
    }

    /// <summary>The cases do not always say the notation, and no text in Cedar's own begins so.</summary>
    private static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{', ..];

    private static Parsed<T> Then<TFrom, T>(Parsed<TFrom> from, Func<TFrom, Parsed<T>> read) where TFrom : class where T : class =>
        from.IsValid ? read(from.Value) : new(null, from.Errors);

    private static Parsed<T> Then<T>(Parsed<string> text, string path, Func<string, Parsed<T>> read) where T : class
    {
        var result = Then(text, read);
        return result.IsValid ? result : new(null, [.. result.Errors.Select(error => new SyntaxError(0, 0, $"{path}: {error}"))]);
    }
}
