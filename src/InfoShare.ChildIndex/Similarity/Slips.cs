namespace InfoShare.ChildIndex.Similarity;

/// <summary>How many slips of the pen lie between two words: a letter too many, too few, another one, or two that are swapped.</summary>
/// <remarks>Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors" (1964), as optimal string alignment.</remarks>
public static class Slips
{
    private const int LongestOnStack = 128;

    /// <summary>0: equal.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var width = other.Length + 1;
        Span<int> rows = width <= LongestOnStack ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> before = rows[..width], last = rows.Slice(width, width), row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var least = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                row[j] = swapped ? Math.Min(least, before[j - 2] + 1) : least;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[^1];
    }

    /// <summary>Whether there is exactly one, or none. Cheaper than counting them.</summary>
    public static bool AtMostOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
            return false;
        var same = one.CommonPrefixLength(other);
        ReadOnlySpan<char> a = one[same..], b = other[same..];
        if (a.Length == 0 || b.Length == 0)
            return true;
        return a.Length == b.Length
            ? a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]))
            : a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
    }
}
