using InfoShare.ChildIndex.Batch;

namespace InfoShare.ChildIndex.Clustering;

/// <summary>Brings records together that are of one person: pair by pair, the surest first.</summary>
public static class Clusters
{
    /// <summary>
    /// Two clusters are joined only where their records agree on average (average linkage): otherwise one record that is like two people makes them one.
    /// </summary>
    private const double LeastMean = 0.3;

    /// <summary>Of each record its cluster, by the index of one of its records.</summary>
    /// <param name="records">How many there are.</param>
    /// <param name="from">The probability from which on a pair may join its clusters.</param>
    public static IReadOnlyList<int> Of(int records, IReadOnlyList<ScoredPair> pairs, double from)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var clusters = new Clustered(records, pairs);
        foreach (var pair in pairs.Where(pair => pair.Probability >= from).OrderByDescending(pair => pair.Probability))
            clusters.Join(pair.One, pair.Other, LeastMean);
        return clusters.ClusterOf;
    }

    /// <summary>Clusters as they grow, with the sum of the probabilities between each two.</summary>
    private sealed class Clustered
    {
        private readonly int[] clusterOf;
        private readonly List<int>[] members;
        private readonly Dictionary<int, double>?[] between;

        public Clustered(int records, IReadOnlyList<ScoredPair> pairs)
        {
            clusterOf = [.. Enumerable.Range(0, records)];
            members = [.. Enumerable.Range(0, records).Select(record => new List<int> { record })];
            between = new Dictionary<int, double>?[records];
            foreach (var pair in pairs)
            {
                (between[pair.One] ??= [])[pair.Other] = pair.Probability;
                (between[pair.Other] ??= [])[pair.One] = pair.Probability;
            }
        }

        public IReadOnlyList<int> ClusterOf => clusterOf;

        public void Join(int one, int other, double leastMean)
        {
            var (kept, gone) = (clusterOf[one], clusterOf[other]);
            if (kept == gone || between[kept]![gone] / members[kept].Count / members[gone].Count < leastMean)
                return;
            if (members[kept].Count < members[gone].Count)
                (kept, gone) = (gone, kept);
            foreach (var record in members[gone])
                clusterOf[record] = kept;
            members[kept].AddRange(members[gone]);
            foreach (var (third, sum) in between[gone]!)
            {
                between[third]!.Remove(gone);
                if (third == kept)
                    continue;
                between[kept]![third] = between[third]![kept] = between[kept]!.GetValueOrDefault(third) + sum;
            }

            (members[gone], between[gone]) = ([], null);
        }
    }
}
