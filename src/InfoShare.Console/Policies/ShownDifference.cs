using InfoShare.Console.Words;
using InfoShare.Contracts.Codes;
using InfoShare.Routing.Replaying;
using InfoShare.Storage.Policies;

namespace InfoShare.Console.Policies;

/// <summary>What would be otherwise for one role, as a page shows it.</summary>
/// <param name="Part">The message as such, or a part.</param>
/// <param name="Examples">Ids, each with where it is told of.</param>
internal sealed record ShownDifference(string Role, string Part, string Words, long Decisions, IReadOnlyList<(string Id, string Address)> Examples)
{
    /// <summary>What would have been decided otherwise, then whom nobody asked and the candidate would have.</summary>
    public static IReadOnlyList<ShownDifference> Of(CandidateReplay replay) => replay.Report is not { } report ? [] :
    [
        .. report.Differences.Select(one => new ShownDifference(
            one.Role, PolicyWords.Of(one.Part), PolicyWords.Of(one.Change), one.Decisions.Count, [.. one.Decisions.Examples.Select(id => (id, replay.Cases.GetValueOrDefault(id) ?? Searched(id)))])),
        .. report.Reached.SelectMany(one => new[]
        {
            Asked(one.Role, "asked and told, where the area has the post; nobody asked it before", one.Told),
            Asked(one.Role, "asked, and told only with an agreement; nobody asked it before", one.WithoutAgreement),
        }).Where(one => one.Decisions > 0),
    ];

    public static ShownDifference Of(ShadowDifferenceRow row, IReadOnlyDictionary<string, string> cases) => new(
        row.Role, PolicyWords.Of(row.Part == 0 ? null : (PartName)row.Part), PolicyWords.Of((Change)row.Change), row.Decisions,
        [.. row.Examples.Split(',').Select(id => (id, cases.GetValueOrDefault(id) ?? Searched(id)))]);

    private static ShownDifference Asked(string role, string words, Tally messages) =>
        new(role, PolicyWords.Of(null), words, messages.Count, [.. messages.Examples.Select(id => (id, Searched(id)))]);

    private static string Searched(string id) => $"/messages?id={Uri.EscapeDataString(id)}";
}
