using InfoShare.ChildIndex.Batch;
using InfoShare.ChildIndex.Clustering;
using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Deciding;

namespace InfoShare.ChildIndex.Evaluating;

/// <summary>Compares what was linked with what should have been. The linking itself never sees the truth.</summary>
public static class Evaluation
{
    private const double ClusteredFrom = 0.5;

    /// <param name="truth">Of each record, whom it is of.</param>
    /// <param name="pairs">What was compared.</param>
    /// <param name="left">As in <see cref="BatchLinking.Link"/>.</param>
    public static EvaluationReport Of(IReadOnlyList<string> truth, IReadOnlyList<ScoredPair> pairs, int left = 0)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(pairs);
        var all = PairsOf(truth, left);
        var right = pairs.Where(pair => truth[pair.One] == truth[pair.Other]).ToList();
        long linked = pairs.LongCount(pair => pair.Status is LinkStatus.Match), rightlyLinked = right.LongCount(pair => pair.Status is LinkStatus.Match);
        long asked = pairs.LongCount(pair => pair.Status is LinkStatus.PotentialMatch), rightlyAsked = right.LongCount(pair => pair.Status is LinkStatus.PotentialMatch);
        return new(
            all, pairs.Count, new(Share(right.Count, all)),
            new(Share(rightlyLinked, linked), Share(rightlyLinked, all), Share(2 * rightlyLinked, linked + all), linked, linked - rightlyLinked),
            new(Share(rightlyLinked + rightlyAsked, all), asked), new(ClusteredF1(truth, pairs, left, all)), ByGroup(right));
    }

    private static double? ClusteredF1(IReadOnlyList<string> truth, IReadOnlyList<ScoredPair> pairs, int left, long all)
    {
        var clusters = Clusters.Of(truth.Count, pairs, ClusteredFrom);
        var together = PairsOf(clusters, left);
        var rightly = PairsOf([.. truth.Zip(clusters)], left);
        return Share(2 * rightly, together + all);
    }

    /// <summary>Pairs of equal labels, across both lists where there are two.</summary>
    private static long PairsOf<T>(IReadOnlyList<T> labels, int left) where T : notnull
    {
        var groups = labels.Index().GroupBy(record => record.Item, record => record.Index < left);
        return groups.Sum(group =>
        {
            long count = group.Count(), ofLeft = group.Count(isLeft => isLeft);
            return left == 0 ? count * (count - 1) / 2 : ofLeft * (count - ofLeft);
        });
    }

    private static SortedDictionary<string, GroupFigures> ByGroup(IReadOnlyList<ScoredPair> right)
    {
        var groups = right.SelectMany(pair => GroupsOf(pair.Comparison).Select(group => (group, pair.Status))).GroupBy(one => one.group, one => one.Status);
        return new(groups.ToDictionary(group => group.Key, group => new GroupFigures(
            group.LongCount(),
            Share(group.LongCount(status => status is LinkStatus.Match), group.LongCount())!.Value,
            Share(group.LongCount(status => status is not LinkStatus.NoMatch), group.LongCount())!.Value)), StringComparer.Ordinal);
    }

    /// <summary>What a pair differs in: each field that is not the same in both, and whether it is unknown.</summary>
    private static IEnumerable<string> GroupsOf(Comparison comparison)
    {
        foreach (var field in Fields.All)
        {
            if (comparison[field] is Agreement.Different or Agreement.Alike or Agreement.Partly)
                yield return $"{field} differs";
            else if (comparison[field] is Agreement.Unknown && field is Field.GivenName or Field.FamilyName or Field.BirthDate)
                yield return $"{field} unknown";
        }
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
