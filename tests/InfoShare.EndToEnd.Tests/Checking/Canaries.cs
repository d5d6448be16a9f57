using System.Text;

namespace InfoShare.EndToEnd.Tests.Checking;

/// <summary>Invented values that are planted in what agencies send, and must turn up only where they belong.</summary>
internal static class Canaries
{
    /// <summary>The family name.</summary>
    public const string Family = "Zzfamilycanary";

    /// <summary>The given name.</summary>
    public const string Given = "Zzgivencanary";

    /// <summary>A number of the right form: 999 is never given to anybody.</summary>
    public const string NhsNumber = "9990077770";

    /// <summary>A telephone number kept for fiction.</summary>
    public const string Phone = "07700 900777";

    /// <summary>An unrestricted address.</summary>
    public const string Street = "12 Zzopencanary Road";

    /// <summary>A restricted address, and its postcode.</summary>
    public const string RestrictedStreet = "77 Zzhiddencanary Close";
    public const string RestrictedPostcode = "CA99 9ZZ";

    /// <summary>A word of free text.</summary>
    public const string Text = "zztextcanary";

    /// <summary>The agency's own record number.</summary>
    public const string Record = "ZZRECORDCANARY-1";

    /// <summary>A file's name.</summary>
    public const string FileName = "zzfilecanary";

    private static readonly string[] Words =
    [
        Family, Given, NhsNumber, "999 007 7770", Phone, "07700900777", "zzopencanary", "zzhiddencanary", Text, "zzrecordca",
    ];

    /// <summary>The canaries in a text, whatever its letter case; a file's name counts where it is said.</summary>
    public static IReadOnlyList<string> In(string text, bool fileNames) =>
        [.. Words.Concat(fileNames ? [FileName] : []).Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The canaries in any bytes, as UTF-8 or as UTF-16.</summary>
    public static IReadOnlyList<string> In(byte[] bytes) =>
        [.. In(Encoding.Latin1.GetString(bytes), fileNames: true), .. In(Encoding.Unicode.GetString(bytes), fileNames: true)];

    /// <summary>Whether a text tells where the hidden child lives.</summary>
    public static bool TellsHiddenAddress(string text) =>
        text.Contains("zzhiddencanary", StringComparison.OrdinalIgnoreCase) || text.Replace(" ", "", StringComparison.Ordinal).Contains("CA999ZZ", StringComparison.OrdinalIgnoreCase);
}
