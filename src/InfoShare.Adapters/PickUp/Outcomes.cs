using InfoShare.Adapters.Spool;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.PickUp;

/// <summary>Counts what came of a file's records.</summary>
internal static class Outcomes
{
    /// <summary>Of a readable file of which nothing is in the spool yet.</summary>
    public static FileOutcome Begin(int suffix, DateTimeOffset at) => new(suffix, new(0, 0, 0, 0, new Dictionary<string, int>()), [], at, More: true);

    /// <summary>With the next of its records counted.</summary>
    /// <param name="before">What came of those before them.</param>
    /// <param name="records">The next.</param>
    /// <param name="more">Whether others follow.</param>
    public static FileOutcome Add(FileOutcome before, IReadOnlyList<RecordOutcome> records, bool more) => before with
    {
        Summary = Sum(before.Summary!, records),
        Reasons = ReasonsOf(records, before.Summary!.Records),
        ReasonsBefore = before.ReasonsBefore + before.Reasons.Count,
        More = more,
    };

    public static FileOutcome Unreadable(int suffix, IEnumerable<FieldProblem> problems) =>
        new(suffix, null, [new(0, "file", [.. problems.Select(Problem.Of)])]);

    private static FileSummary Sum(FileSummary before, IReadOnlyList<RecordOutcome> records)
    {
        var reasons = records.Select(r => r.NothingBecause).OfType<string>().ToList();
        return new(
            before.Records + records.Count,
            before.Messages + records.Sum(r => r.MessageIds.Count()),
            before.NothingToSend + reasons.Count,
            before.Quarantined + records.Sum(r => r.Refusals.Count()),
            before.Because.Concat(reasons.CountBy(reason => reason)).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value)),
            [.. (before.Sent ?? []).Concat(records.SelectMany(record => record.Sent)).Take(FileSummary.MostSent)]);
    }

    private static IReadOnlyList<RecordReason> ReasonsOf(IReadOnlyList<RecordOutcome> records, int before) =>
        [.. records.SelectMany((record, i) => record.Refusals.Select(refusal => new RecordReason(before + i + 1, record.Place, [.. refusal.Problems.Select(Problem.Of)])))];
}
