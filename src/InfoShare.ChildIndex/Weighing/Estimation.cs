using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.ChildIndex.Weighing;

/// <summary>Estimates weights from the records themselves, without being told which are of one person.</summary>
/// <remarks>
/// Source: expectation maximisation as in W. E. Winkler, "Using the EM algorithm for weight computation in the Fellegi-Sunter model" (1988). What
/// agrees by chance is counted in pairs taken at random; in the compared pairs it is estimated anew, because they were chosen for what they share.
/// </remarks>
public static class Estimation
{
    private const int Rounds = 40;
    private const double Smoothing = 0.5;

    /// <param name="people">All records.</param>
    /// <param name="pairs">Those that are compared.</param>
    /// <param name="candidates">How many pairs there are in all.</param>
    public static Weights Of(IReadOnlyList<Profile> people, IReadOnlyList<Comparison> pairs, double candidates)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(pairs);
        var patterns = pairs.CountBy(pair => pair).ToList();
        var chance = Shares(PairSample.Count(people));
        double[][] match = [.. ShippedWeights.Weights.Match.Select(field => field.ToArray())], blocked = [.. chance.Select(field => field.ToArray())];
        var share = 0.1;
        for (var round = 0; round < Rounds; round++)
            (match, blocked, share) = Round(patterns, match, blocked, share);
        return new(match, chance, Prior(patterns, new(match, chance, 1e-6), candidates));
    }

    private static (double[][] Match, double[][] Blocked, double Share) Round(
        IReadOnlyList<KeyValuePair<Comparison, int>> patterns, double[][] match, double[][] blocked, double share)
    {
        double[][] one = Empty(), two = Empty();
        double ones = 0, total = 0;
        foreach (var (pattern, count) in patterns)
        {
            double odds = share / (1 - share);
            foreach (var field in Fields.All)
            {
                if (pattern[field] is not Agreement.Unknown and var agreement)
                    odds *= match[(int)field][(int)agreement] / blocked[(int)field][(int)agreement];
            }

            var likely = odds / (1 + odds);
            foreach (var field in Fields.All)
            {
                one[(int)field][(int)pattern[field]] += likely * count;
                two[(int)field][(int)pattern[field]] += (1 - likely) * count;
            }

            ones += likely * count;
            total += count;
        }

        return (Shares(one), Shares(two), Math.Clamp(ones / total, 1e-6, 1 - 1e-6));
    }

    /// <summary>As many pairs are of one person as the weights find among those compared.</summary>
    private static double Prior(IReadOnlyList<KeyValuePair<Comparison, int>> patterns, Weights weights, double candidates)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var found = patterns.Sum(pattern => weights.Probability(weights.Bits(pattern.Key)) * pattern.Value);
            weights = weights with { Prior = Math.Clamp(found / candidates, 1 / (candidates + 1), 0.5) };
        }

        return weights.Prior;
    }

    private static double[][] Empty() => [.. Fields.All.Select(_ => new double[Weights.Agreements])];

    /// <summary>Of those that say something; none is impossible.</summary>
    private static double[][] Shares(double[][] counts) => [.. counts.Select(field =>
    {
        var total = field.Skip(1).Sum(count => count + Smoothing);
        return (double[])[0, .. field.Skip(1).Select(count => (count + Smoothing) / total)];
    })];
}
