namespace InfoShare.Adapters.SocialCare.Ssda903;

/// <summary>Compares postcodes as written: which authority they are of is routing's to know.</summary>
internal static class Postcodes
{
    /// <summary>Whether they are equal but for spaces, or one is the beginning of the other: a return may give a part only.</summary>
    public static bool MayBeTheSame(string one, string other)
    {
        var (a, b) = (Compact(one), Compact(other));
        return a.StartsWith(b, StringComparison.OrdinalIgnoreCase) || b.StartsWith(a, StringComparison.OrdinalIgnoreCase);
    }

    private static string Compact(string postcode) => postcode.Replace(" ", "", StringComparison.Ordinal);
}
