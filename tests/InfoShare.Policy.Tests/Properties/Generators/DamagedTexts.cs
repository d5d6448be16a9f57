using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Texts of policies in which a few signs were dropped, put in or replaced: some are still policies.</summary>
internal static class DamagedTexts
{
    private static readonly string[] Signs =
    [
        "permit", "forbid", "when", "unless", "principal", "action", "resource", "context", "?principal", "?resource", "?other", "if", "then", "else", "true",
        "in", "is", "has", "like", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "-", "+", "*", "/", "%", "=", "&", "(", ")", "[", "]", "{", "}", ",", ";", ":",
        "::", ".", "@", "@id", "@id(\"a\")", "\"a\"", "\"\\*\"", "\"\\u{41}\"", "\"", "'", "\\", "0", "1", "007", "9223372036854775808", "User", "User::\"a\"", "Org::Team",
        "ip", "decimal(\"1.0\")", ".contains", ".isEmpty()", "__cedar", "é", "_", "// note\n", "/* note */", "\n", "\r", "\t", "\f", "\0", "\u00a0", "\u2028", "\ufeff",
        "\\x41", "\\x4\0", "\\x80", "\\u{1F600}", "\\u{d800}", "\\u{4_1}", "\\u{}", "\\0", "\\*", "\\'", "\\q",
    ];

    public static Gen<string> Any =>
        from policy in Policies.One.Or(Policies.Template)
        from places in Gen.Choose(0, int.MaxValue).Two()
        from signs in Gen.Elements(Signs).Two()
        from dropped in Gen.Elements(0, 0, 1, 1, 2, 6).Two()
        from twice in Gen.Elements(true, false)
        let damaged = Damaged(PolicyPrinter.Print(policy), places.Item1, dropped.Item1, signs.Item1)
        select twice ? Damaged(damaged, places.Item2, dropped.Item2, signs.Item2) : damaged;

    /// <summary>Half of the damage is where a word ends, a sixth at a quote.</summary>
    private static string Damaged(string text, int place, int dropped, string sign)
    {
        var at = place % (text.Length + 1);
        if (place % 6 < 4 && text.IndexOf(place % 6 == 0 ? '"' : ' ', at) is >= 0 and var sought)
            at = sought + (place % 6 == 0 ? 1 : 0);
        var end = Math.Min(text.Length, at + dropped);
        return SplitsPair(text, at) || SplitsPair(text, end) ? text : text[..at] + sign + text[end..];
    }

    private static bool SplitsPair(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]);
}
