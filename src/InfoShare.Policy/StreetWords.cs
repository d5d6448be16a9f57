using System.Text.RegularExpressions;

namespace InfoShare.Policy;

/// <summary>Which words of an address name a place, and how its common words are shortened.</summary>
internal static class StreetWords
{
    private static readonly string[][] Types =
    [
        ["road", "rd"], ["street", "saint", "st", "str"], ["lane", "ln", "la"], ["avenue", "ave", "av", "avn"], ["close", "cl", "clo"],
        ["drive", "dr", "drv"], ["court", "ct", "crt"], ["crescent", "cres", "cr", "crs"], ["gardens", "garden", "gdns", "gdn"], ["place", "pl"],
        ["square", "sq"], ["terrace", "terr", "ter", "tce"], ["grove", "gr", "grv"], ["park", "pk"], ["house", "hse", "ho"], ["mount", "mt"],
        ["way"], ["row"], ["view"], ["walk"], ["hill"], ["rise"], ["green"], ["mews"], ["yard"], ["fold"],
    ];

    private static readonly HashSet<string> Units = ["flat", "apartment", "apt", "unit", "room", "floor", "no", "number", "block", "the"];

    /// <summary>Alone they stand in too many texts to tell a place.</summary>
    private static readonly HashSet<string> Everyday =
    [
        "church", "station", "high", "main", "school", "mill", "market", "bridge", "chapel", "castle", "abbey", "college", "hospital",
        "north", "south", "east", "west", "upper", "lower", "back", "new", "old", "long", "short", "king", "queen", "kings", "queens",
        "george", "mary", "victoria", "albert", "edward", "oak", "home", "cottage", "farm", "lodge", "england", "united", "kingdom",
    ];

    public static bool IsType(string word) => Types.Any(t => t.Contains(word));

    public static bool IsNumber(string word) => char.IsDigit(word[0]);

    public static bool IsNumberOrUnit(string word) => IsNumber(word) || word.Length == 1 || Units.Contains(word);

    /// <summary>At least one word that is neither a type nor an everyday word; or two words, such as "Church Lane".</summary>
    public static bool NamesPlace(IReadOnlyList<string> words) =>
        words.Any(w => w.Length >= 4 && !IsType(w) && !Everyday.Contains(w) && !Units.Contains(w)) || words.Count(w => w.Length > 1) >= 2;

    /// <summary>The word, in full or shortened, also as an owner's.</summary>
    public static string Pattern(string word) =>
        Types.FirstOrDefault(t => t.Contains(word)) is { Length: > 1 } type
            ? $"(?:{string.Join('|', type.Select(Regex.Escape))})"
            : Regex.Escape(word) + (char.IsLetter(word[^1]) ? "(?:['’]?s)?" : "");
}
