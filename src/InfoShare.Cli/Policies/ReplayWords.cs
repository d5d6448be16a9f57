using System.Text.Json;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Replaying;

namespace InfoShare.Cli.Policies;

/// <summary>A replay for people.</summary>
internal static class ReplayWords
{
    private const int ChangeWidth = 34;

    public static IEnumerable<string> Of(ReplayReport report, Candidate? candidate)
    {
        yield return $"{report.Decisions} {(report.Decisions == 1 ? "decision" : "decisions")} on record; decided again with {With(candidate)}:";
        yield return $"{report.Same} the same, {report.Different} different";
        if (report.NotRepeatable > 0)
            yield return $"{report.NotRepeatable} made with other built-in rules; this release cannot repeat them";
        if (report.Erased > 0)
            yield return $"{report.Erased} erased";
        if (report.Unreadable.Count > 0)
            yield return $"{report.Unreadable.Count} whose record cannot be read: {Examples(report.Unreadable)}";
        foreach (var (version, count) in report.UnknownSets)
            yield return $"{count} made with the set {version}, which is not kept here or cannot be read by this release";

        foreach (var reach in report.Reached)
        {
            yield return "";
            yield return $"{reach.Role}, who was not asked; where the child's area has the post, and the child the age for it";
            foreach (var (what, messages) in new[] { ("would be told", reach.Told), ("would be asked, without agreement", reach.WithoutAgreement) }.Where(some => some.Item2.Count > 0))
                yield return $"  {what,-ChangeWidth}{messages.Count,8}  such as message {string.Join(", ", messages.Examples)}";
        }

        foreach (var role in report.Differences.GroupBy(difference => difference.Role))
        {
            yield return "";
            yield return role.Key;
            foreach (var difference in role)
                yield return $"  {Words(difference),-ChangeWidth}{difference.Decisions.Count,8}  {Examples(difference.Decisions)}";
        }
    }

    private static string With(Candidate? candidate) => candidate is null
        ? "the set that is recorded for each"
        : string.Join(" and ", candidate.Sets.Select(set => $"{set.Name} ({set.Version})"));

    private static string Words(Difference difference)
    {
        var what = difference.Change switch
        {
            Change.NewlyTold => "newly told",
            Change.NoLongerTold => "no longer told",
            Change.PartReleased => "newly released",
            Change.PartWithheld => "no longer released",
            Change.ChangedBasis => "on another basis",
            _ => "other reasons, duties or codes",
        };
        return difference.Part is { } part ? $"{Code(part)} {what}" : what;
    }

    private static string Code(PartName part) => JsonSerializer.Serialize(part, WireJson.Options).Trim('"');

    private static string Examples(Tally tally) => $"such as {string.Join(", ", tally.Examples)}";
}
