using System.Text.RegularExpressions;

namespace InfoShare.Tests.Docs;

/// <summary>What can be taken out of a page of the documentation.</summary>
internal static partial class Markdown
{
    /// <summary>Every page of the project.</summary>
    public static IEnumerable<string> Pages => Sources.Ending(".md");

    /// <summary>The text under a heading, up to the next of the same kind.</summary>
    public static string Section(string page, string heading) =>
        Sources.Text(page).Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));

    /// <summary>The table in a text whose first headings are these, with its row of headings, without the line below it.</summary>
    public static IReadOnlyList<string[]> Table(string text, params string[] headings) =>
        [.. Tables(text).Single(table => headings.SequenceEqual(table[0].Take(headings.Length))).Where((_, i) => i != 1)];

    /// <summary>The words in code marks.</summary>
    public static IReadOnlyList<string> Codes(string text) => [.. CodeWords().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>The blocks fenced with this language.</summary>
    public static IReadOnlyList<string> Blocks(string page, string language) =>
        [.. Fences().Matches(Sources.Text(page)).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    /// <summary>The text without its fenced blocks.</summary>
    public static string Prose(string page) => Fences().Replace(Sources.Text(page), "");

    /// <summary>The anchors of a page's headings, as they are made for links.</summary>
    public static IEnumerable<string> Anchors(string page) =>
        Headings().Matches(Prose(page)).Select(m => NotInAnchors().Replace(m.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static IEnumerable<IReadOnlyList<string[]>> Tables(string text) =>
        TableBlocks().Matches(text).Select(block => (IReadOnlyList<string[]>)
            [.. block.Value.Trim().Split('\n').Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())]);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"^```(?<language>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"(^\|.*\n?)+", RegexOptions.Multiline)]
    private static partial Regex TableBlocks();
}
