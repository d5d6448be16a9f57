using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>Differences that are meant, each with its reason.</summary>
public sealed class KnownDifferences
{
    private readonly IReadOnlyList<Entry> entries;

    private KnownDifferences(IReadOnlyList<Entry> entries) => this.entries = entries;

    public static KnownDifferences None { get; } = new([]);

    /// <summary>
    /// A list of objects: <c>case</c> is the end of the path of a case's file, <c>request</c> the description of one of its
    /// requests, without which all that differs in the case is meant, and <c>reason</c> says why.
    /// </summary>
    public static Parsed<KnownDifferences> Read(string json) =>
        JsonText.Read(json, JsonText.DeepestValues, place => new KnownDifferences([.. place.Items().Select(Read).OfType<Entry>()]));

    /// <summary>Why the difference is meant; null where it is not.</summary>
    /// <param name="path">The full path of the case's file, its folders parted by slashes.</param>
    public string? Reason(string path, CaseDifference difference) =>
        entries.FirstOrDefault(entry => $"/{path}".EndsWith($"/{entry.Case}", StringComparison.Ordinal) && (entry.Request is null || entry.Request == difference.Request))?.Reason;

    private static Entry? Read(JsonPlace place)
    {
        if (!place.IsObject("case", "request", "reason"))
            return null;
        var (name, request, reason) = (place.Required("case")?.Text(), place.Field("request"), place.Required("reason")?.Text());
        if (reason is not null && string.IsNullOrWhiteSpace(reason))
            place.Fail("the reason must say something");
        return name is null || reason is null ? null : new(name, request?.Text(), reason);
    }

    private sealed record Entry(string Case, string? Request, string Reason);
}
