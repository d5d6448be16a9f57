using System.Globalization;
using System.Text;

namespace InfoShare.ChildIndex.Normalising;

/// <summary>Brings what people write to one form: small Latin letters and digits, one space between words.</summary>
public static class Letters
{
    /// <summary>
    /// Without case, accents and apostrophes; hyphens and other signs part words. Greek and Cyrillic letters become those that British
    /// documents write for them; letters of other scripts stay.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
            Append(folded, letter);
        return folded.ToString().TrimEnd();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            folded.Append(letter);
        else if (Latin.TryGetValue(letter, out var written))
            folded.Append(written);
        else if (letter is '\'' or '’' or '‘' or '`' or 'ʼ' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
            return;
        else if (char.IsLetterOrDigit(letter))
            folded.Append(letter);
        else if (folded is [.., not ' '])
            folded.Append(' ');
    }

    /// <summary>Letters that no accent makes of a Latin one, each followed by what is written for it. Cyrillic as in British passports (BGN/PCGN without signs); Greek by ISO 843 type 2.</summary>
    private static readonly Dictionary<char, string> Latin =
        ("ßss æae œoe øo đd ðd þth łl ıi ħh " +
        "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo " +
        "аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya іi єye ґg")
            .Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);
}
