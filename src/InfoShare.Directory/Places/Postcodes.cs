namespace InfoShare.Directory;

/// <summary>
/// Postcodes, each with the code of its place: those of an imported ONS Postcode Directory, and in any case a small sample, enough
/// for the samples of this project and a trial with real places. Eight bytes a postcode; a look-up allocates nothing.
/// Source: Office for National Statistics, Open Government Licence v3.0; contains OS data © Crown copyright, Royal Mail data
/// © Royal Mail. The two fictional postcodes, CA99 9ZZ and IP99 9ZZ, are ours.
/// </summary>
public sealed class Postcodes
{
    /// <summary>Bits of an entry that say which place; those above are the postcode's key.</summary>
    internal const int PlaceBits = 16;

    private const ulong PlaceMask = (1UL << PlaceBits) - 1;

    /// <param name="entries">Sorted, each key once: the key and, in the lowest bits, the index of the place's code.</param>
    /// <param name="places">GSS codes of authorities and districts.</param>
    internal Postcodes(ulong[] entries, string[] places) => (Entries, Places) = (entries, places);

    /// <summary>Only the sample.</summary>
    public static Postcodes Sample { get; } = OfSample();

    /// <summary>How many there are, without the sample's where others were imported.</summary>
    public int Count => Entries.Length;

    internal ulong[] Entries { get; }

    internal string[] Places { get; }

    /// <summary>
    /// The GSS code of the authority that runs children's services at this postcode on this day; null if the postcode is not
    /// known, or its authority on that day cannot be told from the code that it has here.
    /// </summary>
    /// <param name="postcode">In any case, with or without its space.</param>
    /// <param name="day">The day in England.</param>
    public string? AuthorityAt(string? postcode, DateOnly day) =>
        PostcodeKey.TryMake(postcode, out var key) ? LocalAuthorities.AuthorityFor(PlaceOf(key) ?? Sample.PlaceOf(key), day) : null;

    private string? PlaceOf(ulong key)
    {
        var found = Array.BinarySearch(Entries, key << PlaceBits);
        var at = found < 0 ? ~found : found;
        return at < Entries.Length && Entries[at] >> PlaceBits == key ? Places[Entries[at] & PlaceMask] : null;
    }

    private static Postcodes OfSample()
    {
        string[] places = [.. LocalAuthorities.All.Select(place => place.Gss)];
        var entries = EmbeddedText.Rows("sample-postcodes.csv").Concat(EmbeddedText.Rows("fictional-postcodes.csv"))
            .Select(row => PostcodeKey.TryMake(row[0], out var key)
                ? (key << PlaceBits) | (uint)Array.IndexOf(places, row[1])
                : throw new InvalidOperationException("a built-in postcode is none"));
        return new([.. entries.Order()], places);
    }
}
