namespace InfoShare.ChildIndex.Similarity;

/// <summary>How alike two names are.</summary>
/// <remarks>
/// Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage" (1990),
/// with a prefix of at most four letters that weighs 0.1 each. The packages at hand count the whole prefix, which calls names alike that
/// the definition does not.
/// </remarks>
public static class JaroWinkler
{
    private const int LongestPrefix = 4;
    private const double PrefixWeight = 0.1;
    private const int LongestOnStack = 128;

    /// <summary>0: nothing in common, 1: equal, also where both are empty.</summary>
    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other))
            return 1;
        // Letters are matched in the order of the first name: the same for two names, whichever was said first.
        if (one.Length > other.Length || (one.Length == other.Length && one.SequenceCompareTo(other) > 0))
        {
            var first = other;
            other = one;
            one = first;
        }

        var jaro = Jaro(one, other);
        var prefix = one[..Math.Min(LongestPrefix, one.Length)].CommonPrefixLength(other);
        return jaro + prefix * PrefixWeight * (1 - jaro);
    }

    private static double Jaro(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length == 0 || other.Length == 0)
            return 0;
        Span<bool> usedOne = one.Length <= LongestOnStack ? stackalloc bool[one.Length] : new bool[one.Length];
        Span<bool> usedOther = other.Length <= LongestOnStack ? stackalloc bool[other.Length] : new bool[other.Length];
        usedOne.Clear();
        usedOther.Clear();
        var matches = Match(one, other, usedOne, usedOther);
        if (matches == 0)
            return 0;
        double transpositions = Transposed(one, other, usedOne, usedOther) / 2;
        return (matches / (double)one.Length + matches / (double)other.Length + (matches - transpositions) / matches) / 3;
    }

    private static int Match(ReadOnlySpan<char> one, ReadOnlySpan<char> other, Span<bool> usedOne, Span<bool> usedOther)
    {
        var (window, matches) = (Math.Max(Math.Max(one.Length, other.Length) / 2 - 1, 0), 0);
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(other.Length, i + window + 1); j++)
            {
                if (usedOther[j] || one[i] != other[j])
                    continue;
                (usedOne[i], usedOther[j]) = (true, true);
                matches++;
                break;
            }
        }

        return matches;
    }

    private static int Transposed(ReadOnlySpan<char> one, ReadOnlySpan<char> other, Span<bool> usedOne, Span<bool> usedOther)
    {
        var (j, transposed) = (0, 0);
        for (var i = 0; i < one.Length; i++)
        {
            if (!usedOne[i])
                continue;
            while (!usedOther[j])
                j++;
            if (one[i] != other[j++])
                transposed++;
        }

        return transposed;
    }
}
