using InfoShare.Adapters.Spool;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.PickUp;

/// <summary>Counts what came of a file's records.</summary>
internal static class Outcomes
{
    public static FileOutcome OfFile(int suffix, IReadOnlyList<RecordOutcome> records) => new(suffix, SummaryOf(records), ReasonsOf(records));

    public static FileOutcome Unreadable(int suffix, IEnumerable<FieldProblem> problems) =>
        new(suffix, null, [new(0, "file", [.. problems.Select(Problem.Of)])]);

    private static FileSummary SummaryOf(IReadOnlyList<RecordOutcome> records)
    {
        var because = records.Select(r => r.NothingBecause).OfType<string>().CountBy(reason => reason).ToDictionary(p => p.Key, p => p.Value);
        return new(
            records.Count,
            records.Sum(r => r.MessageIds.Count()),
            because.Values.Sum(),
            records.Sum(r => r.Refusals.Count()),
            because);
    }

    private static IReadOnlyList<RecordReason> ReasonsOf(IReadOnlyList<RecordOutcome> records) =>
        [.. records.SelectMany((record, i) => record.Refusals.Select(refusal => new RecordReason(i + 1, record.Place, [.. refusal.Problems.Select(Problem.Of)])))];
}
