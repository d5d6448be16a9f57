namespace InfoShare.Directory;

/// <summary>
/// A small sample of postcodes, enough for the samples of this project and a trial with real places.
/// Source: Office for National Statistics, Open Government Licence v3.0; contains OS data © Crown copyright, Royal Mail data
/// © Royal Mail. The two fictional postcodes, CA99 9ZZ and IP99 9ZZ, are ours.
/// </summary>
public static class Postcodes
{
    private const int Longest = 20;

    private static readonly Dictionary<string, string> Areas =
        EmbeddedText.Rows("sample-postcodes.csv").Concat(EmbeddedText.Rows("fictional-postcodes.csv"))
            .ToDictionary(row => Normal(row[0]), row => row[1]);

    /// <summary>The GSS code of the authority that runs children's services at this postcode; null if the sample does not hold it.</summary>
    /// <param name="postcode">In any case, with or without its space.</param>
    public static string? AreaOf(string? postcode) =>
        postcode is { Length: <= Longest } ? Areas.GetValueOrDefault(Normal(postcode)) : null;

    private static string Normal(string postcode) =>
        string.Concat(postcode.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));
}
