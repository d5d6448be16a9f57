using InfoShare.Clocks;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Histories;

namespace InfoShare.Routing.Patterns;

/// <summary>
/// Concerns that are each too low to be told, and together may be neglect: the persistent failure to meet a child's needs (Working Together
/// 2023). Three within 90 days, by two kinds of agency, this one included: InfoShare's default, there is no national figure. Pure.
/// </summary>
internal static class CumulativeConcerns
{
    public const int MostRead = 50;

    /// <summary>The level of need from which a concern is not low any more.</summary>
    public const int InNeed = 3;

    private const int Least = 3;
    private const int LeastAgencies = 2;
    private const int Days = 90;

    /// <summary>Whether a concern is of low level, so that others may matter.</summary>
    public static bool IsLow(ConcernRaised? concern) => concern is { ImmediateDanger: false, AllegationAgainstStaff: false, LevelOfNeed: < InNeed };

    /// <param name="from">The kind of agency that raises this one.</param>
    /// <param name="happened">When it happened.</param>
    /// <param name="others">The child's other concerns.</param>
    public static bool Are(AgencyKind from, DateTimeOffset happened, IEnumerable<PastConcernRow> others)
    {
        var near = others.Where(row => Math.Abs(London.DayOf(happened).DayNumber - London.DayOf(Instants.FromMicroseconds(row.HappenedAt)).DayNumber) <= Days)
            .Select(row => DecisionTable.Read<MessageFacts>(row.Facts))
            .Where(facts => facts is { LevelOfNeed: < InNeed, ImmediateDanger: false, AllegationAgainstStaff: false })
            .Select(facts => facts.From).Append(from).ToList();
        return near.Count >= Least && near.Distinct().Count() >= LeastAgencies;
    }
}
