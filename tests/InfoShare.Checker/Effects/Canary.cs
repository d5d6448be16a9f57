using System.Text.RegularExpressions;

namespace InfoShare.Checker.Effects;

/// <summary>Words planted in what is handed in, which tell where a text came from wherever it turns up.</summary>
public static partial class Canary
{
    /// <summary>The parts of a message that carry one.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["address", "incident", "childVoice", "household", "medical", "education", "intelligence", "thirdParty", "contact", "plan"];

    /// <summary>The text to plant into a part.</summary>
    public static string In(string part, string marker) => $"canary {part} {marker}.";

    /// <summary>A street that is like no other. Letters only, because a number in a name is not a name.</summary>
    public static string HiddenStreet(int number) => "Zzhidden" + string.Concat($"{number}".Select(digit => (char)('a' + digit - '0')));

    /// <summary>Which parts of which message a text has.</summary>
    public static IEnumerable<(string Part, string Marker)> PartsIn(string text) => Planted().Matches(text).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    /// <summary>The hidden streets that a text tells, in whatever letter case.</summary>
    public static IReadOnlySet<string> HiddenStreetsIn(string text) =>
        Hidden().Matches(text).Select(m => "Zzhidden" + m.Groups[1].Value.ToLowerInvariant()).ToHashSet();

    [GeneratedRegex(@"canary ([A-Za-z]+) ([A-Za-z0-9-]+)\.")]
    private static partial Regex Planted();

    [GeneratedRegex("zzhidden([a-j]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
