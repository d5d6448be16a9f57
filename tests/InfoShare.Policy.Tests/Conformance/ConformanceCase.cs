using System.Text.Json;
using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Conformance;

/// <summary>Policies, entities, and requests with what Cedar answers.</summary>
internal sealed record ConformanceCase(string Name, string Policies, IReadOnlyList<Entity> Entities, IReadOnlyList<ExpectedResponse> Requests)
{
    /// <summary>All cases of an archive; paths inside a case are paths of the archive.</summary>
    /// <param name="shape">What the cases' schemas say of their attributes.</param>
    public static IEnumerable<ConformanceCase> In(IReadOnlyDictionary<string, string> files, Func<string, JsonShape> shape) =>
        files.Keys.Where(IsCase).Order(StringComparer.Ordinal).Select(name => Read(name, files, shape));

    private static bool IsCase(string name) =>
        name.EndsWith(".json", StringComparison.Ordinal) && !name.EndsWith(".entities.json", StringComparison.Ordinal) && !name.StartsWith("sample-data/", StringComparison.Ordinal);

    private static ConformanceCase Read(string name, IReadOnlyDictionary<string, string> files, Func<string, JsonShape> shapeOfSchema)
    {
        using var document = JsonDocument.Parse(files[name]);
        var root = document.RootElement;
        var shape = shapeOfSchema(root.GetProperty("schema").GetString()!);
        var entities = EntityJson.Read(Named("entities"), _ => new(shape, shape));
        Assert.True(entities.IsValid, $"{name}: {string.Join("; ", entities.Errors)}");
        return new(name, Named("policies"), entities.Value, [.. root.GetProperty("requests").EnumerateArray().Select(request => ExpectedResponse.Read(request, shape))]);

        string Named(string field) => files[root.GetProperty(field).GetString()!];
    }

    /// <summary>What the engine answers otherwise than Cedar, in words.</summary>
    public IEnumerable<string> Differences()
    {
        var policies = PolicyText.Parse(Policies);
        Assert.True(policies.IsValid, $"{Name}: {string.Join("; ", policies.Errors)}");
        var (set, problems) = PolicySet.Of(policies.Value);
        var (store, problem) = EntityStore.Of(Entities);
        Assert.True(set is not null && store is not null, $"{Name}: {string.Join("; ", [.. problems, problem])}");
        return Requests.Select(request => request.Difference(Authorizer.Decide(set, request.Request, store))).OfType<string>().Select(difference => $"{Name}: {difference}");
    }
}
