namespace InfoShare.Directory;

/// <summary>A postcode as a number: its letters and digits, 5 to 7 that end with a digit and two letters, in base 37. Below 2^37; allocates nothing.</summary>
internal static class PostcodeKey
{
    private const int Shortest = 5;
    private const int Longest = 7;
    private const int LongestWritten = 20;
    private const uint Base = 37;
    private const uint Digit = 1;
    private const uint Letter = 11;

    /// <summary>False for what cannot be a postcode. Case, spaces and marks count for nothing.</summary>
    public static bool TryMake(ReadOnlySpan<char> postcode, out ulong key)
    {
        (key, var length) = (0, 0);
        if (postcode.Length > LongestWritten)
            return false;
        foreach (var c in postcode)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                continue;
            key = (key * Base) + (char.IsAsciiDigit(c) ? Digit + c - '0' : Letter + char.ToUpperInvariant(c) - 'A');
            if (++length > Longest)
                return false;
        }

        return length >= Shortest && key % Base >= Letter && key / Base % Base >= Letter && key / (Base * Base) % Base < Letter;
    }
}
