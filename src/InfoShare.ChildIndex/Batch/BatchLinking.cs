using InfoShare.ChildIndex.Blocking;
using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Normalising;
using InfoShare.ChildIndex.Weighing;

namespace InfoShare.ChildIndex.Batch;

/// <summary>Two records that were compared.</summary>
/// <param name="One">Index of the first in the list of all.</param>
/// <param name="Probability">How likely they are of one person, 0 to 1.</param>
public readonly record struct ScoredPair(int One, int Other, Comparison Comparison, double Probability, LinkStatus Status);

/// <summary>Many records linked.</summary>
/// <param name="Pairs">Every compared pair, in the order of the records.</param>
/// <param name="Model">By what they were weighed.</param>
public sealed record LinkedBatch(IReadOnlyList<ScoredPair> Pairs, LinkModel Model);

/// <summary>Links many records at once, with weights estimated from them.</summary>
public static class BatchLinking
{
    /// <summary>Of fewer records weights cannot be estimated; those for a register of children are taken.</summary>
    public const int FewestToEstimate = 200;

    /// <param name="people">All records.</param>
    /// <param name="left">How many of them, from the first, are of one list and are not compared with each other; 0: all are of one list.</param>
    public static LinkedBatch Link(IReadOnlyList<Profile> people, int left = 0)
    {
        ArgumentNullException.ThrowIfNull(people);
        var pairs = Blocks.Pairs(people, (one, other) => left == 0 || one < left != other < left);
        var comparisons = new Comparison[pairs.Count];
        Parallel.For(0, pairs.Count, i => comparisons[i] = People.Compare(people[pairs[i].One], people[pairs[i].Other]));
        var model = people.Count < FewestToEstimate ? LinkModel.Shipped : Estimate(people, left, comparisons);
        var scored = new ScoredPair[pairs.Count];
        Parallel.For(0, pairs.Count, i =>
        {
            var (one, other) = pairs[i];
            var probability = model.ProbabilityOf(comparisons[i], people[one], people[other]);
            scored[i] = new(one, other, comparisons[i], probability, LinkRules.StatusOf(comparisons[i], probability));
        });
        return new(scored, model);
    }

    private static LinkModel Estimate(IReadOnlyList<Profile> people, int left, Comparison[] comparisons)
    {
        double count = people.Count, right = people.Count - left;
        return new(Estimation.Of(people, comparisons, left == 0 ? count * (count - 1) / 2 : left * right), Frequencies.Of(people));
    }
}
