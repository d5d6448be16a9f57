using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>The file that describes a case: where its policies, schema and entities are, and what Cedar makes of them.</summary>
/// <remarks>The form of cedar-policy/cedar-integration-tests, in the words of all its releases.</remarks>
/// <param name="Policies">The path of the policies, in Cedar's notation or JSON.</param>
/// <param name="Schema">The path of the schema, in Cedar's notation or JSON.</param>
/// <param name="Entities">The path of the entities.</param>
/// <param name="IsValidToCedar">Whether Cedar finds the policies valid.</param>
public sealed record CaseFile(string Policies, string Schema, string Entities, bool IsValidToCedar, IReadOnlyList<CaseRequest> Requests)
{
    /// <summary>Around the contexts of requests are an object and a list.</summary>
    private const int Deepest = JsonText.DeepestValues + 3;

    private static readonly string[] Verdict = ["shouldValidate", "should_validate"];
    private static readonly string[] Asked = ["requests", "queries"];
    private static readonly string[][] Fields = [["policies"], ["schema"], ["entities"], Verdict, Asked];

    /// <summary>The case; or what is wrong with it. Null where the text is JSON of another kind, such as entities.</summary>
    public static Parsed<CaseFile>? Read(string json)
    {
        var isCase = true;
        var read = JsonText.Read(json, Deepest, place => (isCase = IsCase(place)) ? Read(place) : null);
        return isCase ? read : null;
    }

    /// <summary>One field alone could be a namespace of a schema.</summary>
    private static bool IsCase(JsonPlace place) => Fields.Count(names => place.Either(names) is not null) > 1;

    private static CaseFile? Read(JsonPlace place)
    {
        var (policies, schema, entities) = (place.Required("policies")?.Text(), place.Required("schema")?.Text(), place.Required("entities")?.Text());
        var (verdict, requests) = (place.RequiredEither(Verdict)?.Boolean(), place.RequiredEither(Asked)?.Items());
        return policies is null || schema is null || entities is null || verdict is null || requests is null
            ? null
            : new(policies, schema, entities, verdict.Value, [.. requests.Select(CaseRequest.Read)]);
    }
}
