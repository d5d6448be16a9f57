using System.Text.Json;

namespace InfoShare.Policy.Sets;

/// <summary>One policy set, as <c>sets.json</c> names it.</summary>
/// <param name="InForceFrom">The first instant at which it decides; null: a candidate, which never does.</param>
/// <param name="Policies">Its files, in order.</param>
internal sealed record NamedSet(string Name, DateTimeOffset? InForceFrom, IReadOnlyList<string> Policies)
{
    public const string File = "sets.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>All of them; or what is wrong.</summary>
    public static (IReadOnlyList<NamedSet> Sets, IReadOnlyList<PolicyProblem> Problems) ReadAll(PolicyFiles files)
    {
        if (files[File] is not { } text)
            return ([], [new(File, 0, 0, "is missing")]);
        try
        {
            var sets = JsonSerializer.Deserialize<NamedSet[]>(text, Options) ?? [];
            return (sets, [.. Problems(sets)]);
        }
        catch (JsonException e)
        {
            return ([], [new(File, (int)(e.LineNumber + 1 ?? 0), (int)(e.BytePositionInLine + 1 ?? 0), $"is not a list of sets with name, inForceFrom and policies, at {e.Path}")]);
        }
    }

    private static IEnumerable<PolicyProblem> Problems(NamedSet[] sets)
    {
        foreach (var same in sets.GroupBy(set => set.Name).Where(same => same.Count() > 1))
            yield return new(File, 0, 0, $"the name `{same.Key}` is there {same.Count()} times");
        foreach (var same in sets.Where(set => set.InForceFrom is not null).GroupBy(set => set.InForceFrom).Where(same => same.Count() > 1))
            yield return new(File, 0, 0, $"{string.Join(" and ", same.Select(set => $"`{set.Name}`"))} come into force at the same instant");
        if (!sets.Any(set => set.InForceFrom is not null))
            yield return new(File, 0, 0, "no set ever comes into force");
    }
}
