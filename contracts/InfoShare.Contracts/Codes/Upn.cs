namespace InfoShare.Contracts.Codes;

/// <summary>The form and check letter of unique pupil numbers.</summary>
/// <remarks>
/// A check letter, the 3 digits of the issuing authority, 4 of the school, 2 of the year and 3 of a serial number; the last
/// character of a temporary number is a letter. The characters after the check letter, weighted 2 to 13 by their position,
/// are summed, and the remainder by 23 names the check letter. Sources: UK Government Data Standards Catalogue, Unique Pupil
/// Number 2.0 (18 November 2004), also for the letter that ends a temporary number, which counts as its place in the same
/// alphabet; DfE CIN census rules 1510 and 1550. The authority is that of issue: never route on it.
/// </remarks>
public static class Upn
{
    /// <summary>Characters of a UPN.</summary>
    public const int Length = 13;

    private const string Letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /// <summary>Whether the text looks like a UPN: a letter, eleven digits, and a digit or letter. Neither spaces nor case matter.</summary>
    public static bool HasForm(string? text) =>
        Compact(text) is { Length: Length } upn
        && char.IsAsciiLetterUpper(upn[0])
        && upn[1..^1].All(char.IsAsciiDigit)
        && (char.IsAsciiDigit(upn[^1]) || char.IsAsciiLetterUpper(upn[^1]));

    /// <summary>Whether the text has the form of a UPN and the right check letter.</summary>
    public static bool IsValid(string? text)
    {
        if (!HasForm(text))
            return false;
        var upn = Compact(text);
        var values = upn.Skip(1).Select(c => char.IsAsciiDigit(c) ? c - '0' : Letters.IndexOf(c, StringComparison.Ordinal)).ToList();
        return !values.Contains(-1) && Letters[values.Select((value, i) => value * (i + 2)).Sum() % Letters.Length] == upn[0];
    }

    /// <summary>The number in capitals and without spaces.</summary>
    public static string Compact(string? text) => text?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() ?? "";
}
