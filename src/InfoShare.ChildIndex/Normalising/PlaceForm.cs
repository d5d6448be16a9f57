namespace InfoShare.ChildIndex.Normalising;

/// <summary>An address in comparison form: nothing that could be delivered to.</summary>
/// <param name="Line">Folded, its usual words spelled out; empty: not known.</param>
/// <param name="Postcode">Without spaces, in capitals; empty: not known.</param>
public sealed record PlaceForm(string Line, string Postcode)
{
    private static readonly Dictionary<string, string> Spelled =
        ("st=street str=street rd=road ave=avenue av=avenue cl=close ct=court cres=crescent dr=drive gdns=gardens gr=grove " +
        "ln=lane pl=place sq=square ter=terrace terr=terrace hse=house apt=flat apartment=flat unit=flat no= number= the=")
            .Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>What stands for an address that is not told, and for no fixed abode (ONS pseudo postcodes, which begin with ZZ99).</summary>
    public static PlaceForm Of(string? line, string? postcode)
    {
        var written = new string([.. (postcode ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        var words = Letters.Fold(line).Split(' ').Select(word => Spelled.GetValueOrDefault(word, word)).Where(word => word.Length > 0);
        return new(string.Join(' ', words), written.StartsWith("ZZ99", StringComparison.Ordinal) ? "" : written);
    }
}
