namespace InfoShare.Adapters.Health.Children;

/// <summary>The NHS number's check digit. Source: NHS Data Dictionary (10 digits, weights 10 to 2, modulus 11).</summary>
internal static class NhsNumber
{
    /// <summary>The number without spaces and hyphens, as people group it.</summary>
    public static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-'));

    /// <summary>Whether the form and the check digit are right.</summary>
    public static bool IsRight(string compact)
    {
        if (compact.Length != 10 || !compact.All(char.IsAsciiDigit))
            return false;
        var sum = compact.Take(9).Select((digit, i) => (digit - '0') * (10 - i)).Sum();
        return (11 - sum % 11) % 11 == compact[9] - '0';
    }
}
