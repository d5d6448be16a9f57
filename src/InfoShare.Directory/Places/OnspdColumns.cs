using System.Text.RegularExpressions;

namespace InfoShare.Directory;

/// <summary>
/// Where the columns are that matter, by the names that the releases of the ONS Postcode Directory (and of the National
/// Statistics Postcode Lookup) give them. Source: ONS, Postcode Directory user guides.
/// </summary>
/// <param name="Postcode">Index of the postcode.</param>
/// <param name="Authority">Index of the local authority's GSS code.</param>
/// <param name="Terminated">Index of the month in which the postcode went out of use; null where the file does not say.</param>
internal sealed partial record OnspdColumns(int Postcode, int Authority, int? Terminated)
{
    /// <summary>How a ZIP archive begins.</summary>
    private const string Archive = "PK\u0003\u0004";

    private static readonly string[] PostcodeNames = ["pcds", "pcd8", "pcd7", "pcd2", "pcd"];

    /// <summary>The last one needed.</summary>
    public int Last => Math.Max(Math.Max(Postcode, Authority), Terminated ?? 0);

    /// <summary>The columns of a heading, or what it lacks.</summary>
    public static (OnspdColumns? Columns, string? Problem) Find(string heading)
    {
        if (heading.StartsWith(Archive, StringComparison.Ordinal))
            return (null, "this is an archive: unpack it, and name the table in it, Data/ONSPD_….csv");
        var names = heading.TrimStart('\uFEFF').ToLowerInvariant().Split(',').Select(name => name.Trim(' ', '"', '\r')).ToList();
        int? Of(string name) => names.IndexOf(name) is >= 0 and var at ? at : null;

        var postcode = PostcodeNames.Select(Of).FirstOrDefault(at => at is not null);
        var authority = Of("oslaua") ?? Of("laua") ?? names.Where(name => LadName().IsMatch(name)).Order(StringComparer.Ordinal).Select(Of).LastOrDefault();
        return (postcode, authority) switch
        {
            (null, _) => (null, "the heading has no column of postcodes: pcds, pcd, pcd2, pcd7 or pcd8"),
            (_, null) => (null, "the heading has no column of local authorities: oslaua, laua or one such as lad25cd"),
            ({ } first, { } second) => (new(first, second, Of("doterm")), null),
        };
    }

    [GeneratedRegex("^lad([0-9]{2})?cd$")]
    private static partial Regex LadName();
}
