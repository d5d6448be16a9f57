using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InfoShare.Policy;

/// <summary>Text as it reads, whatever characters it is written in: no accents, no full-width forms, no Cyrillic or Greek look-alikes.</summary>
internal static partial class PlainText
{
    private const string LookAlikes = "аaеeоoрpсcуyхxіiѕsјjкkмmтtнhвbАAЕEОOРPСCУYХXІIЅSЈJКKМMТTНHВBοoαaΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

    private static readonly Dictionary<char, char> Latin = Pairs().ToDictionary(p => p.Foreign, p => p.Latin);

    /// <summary>The text in plain Latin letters.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(Latin.GetValueOrDefault(c, c));
        }

        return plain.ToString();
    }

    /// <summary>Its words and numbers in lower case.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(Of(text).ToLowerInvariant()).Select(m => m.Value)];

    private static IEnumerable<(char Foreign, char Latin)> Pairs()
    {
        for (var i = 0; i < LookAlikes.Length; i += 2)
            yield return (LookAlikes[i], LookAlikes[i + 1]);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
