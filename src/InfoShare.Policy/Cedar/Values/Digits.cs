namespace InfoShare.Policy.Cedar.Values;

/// <summary>What to ask before the base library reads a number, because that lets a number end with NUL characters.</summary>
internal static class Digits
{
    /// <summary>Whether it is decimal digits, at least one, and nothing else.</summary>
    public static bool Are(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether it is hexadecimal digits, at least one, and nothing else.</summary>
    public static bool AreHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c))
                return false;
        return text.Length > 0;
    }
}
