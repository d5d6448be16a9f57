using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.ChildIndex.Weighing;

/// <summary>How often records agree by chance: counted in pairs taken at random, nearly all of which are of two people.</summary>
internal static class PairSample
{
    private const int Most = 500_000;

    /// <summary>Counts by field and agreement. The same people give the same counts.</summary>
    public static double[][] Count(IReadOnlyList<Profile> people)
    {
        var counts = Fields.All.Select(_ => new double[Weights.Agreements]).ToArray();
        var all = (long)people.Count * (people.Count - 1) / 2;
        if (all <= Most)
        {
            for (var j = 1; j < people.Count; j++)
            {
                for (var i = 0; i < j; i++)
                    Add(counts, People.Compare(people[i], people[j]));
            }

            return counts;
        }

        // A linear congruential generator (Knuth, MMIX): it must be the same everywhere, not secret.
        var state = 20_261_126UL;
        int Next() => (int)(((state = state * 6_364_136_223_846_793_005UL + 1_442_695_040_888_963_407UL) >> 33) % (ulong)people.Count);
        for (var i = 0; i < Most; i++)
        {
            var (one, other) = (Next(), Next());
            if (one != other)
                Add(counts, People.Compare(people[one], people[other]));
        }

        return counts;
    }

    private static void Add(double[][] counts, Comparison comparison)
    {
        foreach (var field in Fields.All)
            counts[(int)field][(int)comparison[field]]++;
    }
}
