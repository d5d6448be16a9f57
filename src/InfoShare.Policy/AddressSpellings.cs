using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoShare.Contracts.Parts;

namespace InfoShare.Policy;

/// <summary>The known spellings of locations, searched for in free text. Case, spacing, punctuation and common abbreviations do not hide one.</summary>
public sealed partial class AddressSpellings
{
    private const string Mask = "[location withheld]";
    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["road"] = "rd",
        ["street"] = "st",
        ["lane"] = "ln",
        ["avenue"] = "ave",
        ["close"] = "cl",
        ["drive"] = "dr",
        ["court"] = "ct",
        ["crescent"] = "cres",
        ["gardens"] = "gdns",
        ["place"] = "pl",
        ["square"] = "sq",
        ["terrace"] = "terr",
        ["grove"] = "gr",
        ["saint"] = "st",
        ["apartment"] = "apt",
        ["house"] = "hse",
    };

    private readonly Regex? pattern;

    /// <summary>Spellings of these addresses and of these names of schools, practices and teams.</summary>
    public AddressSpellings(IEnumerable<Address> addresses, IEnumerable<string> placeNames)
    {
        var spellings = addresses.SelectMany(SpellingsOf).Concat(placeNames.Where(n => n.Length >= 4).Select(Flexible)).Distinct().ToList();
        if (spellings.Count > 0)
            pattern = new Regex(@"(?<![\p{L}\p{N}])(?:" + string.Join('|', spellings.OrderByDescending(s => s.Length)) + @")(?![\p{L}\p{N}])",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    /// <summary>Whether the text holds one.</summary>
    public bool AppearsIn(string? text) => text is not null && pattern is not null && pattern.IsMatch(Plain(text));

    /// <summary>The text with each one replaced. Diacritics are lost only where something was masked.</summary>
    public string MaskIn(string text) => AppearsIn(text) ? pattern!.Replace(Plain(text), Mask) : text;

    private static IEnumerable<string> SpellingsOf(Address address)
    {
        if (address.Postcode is { } postcode && Squeezed(postcode) is { Length: >= 5 } squeezed)
            yield return string.Join(@"\W*", squeezed.Select(c => Regex.Escape(c.ToString())));
        if (address.Uprn is { } uprn)
            yield return Regex.Escape(uprn);
        // "Flat 2" or "12" alone would hit everywhere; a line counts when it names something.
        foreach (var line in address.Lines.Where(NamesSomething))
        {
            yield return Flexible(line);
            if (LeadingNumber().Match(Plain(line)) is { Success: true } number && NamesSomething(line[number.Length..]))
                yield return Flexible(line[number.Length..]);
        }

        for (var i = 0; i + 1 < address.Lines.Count; i++)
            yield return Flexible(address.Lines[i] + " " + address.Lines[i + 1]);
    }

    private static bool NamesSomething(string line) => Words(line).Count(w => w.Length > 1 && w.Any(char.IsLetter)) >= 2;

    /// <summary>Words in order, whatever stands between them, each in full or abbreviated.</summary>
    private static string Flexible(string text) => string.Join(@"\W+", Words(text).Select(Word));

    private static string Word(string word)
    {
        var full = Abbreviations.FirstOrDefault(a => a.Value == word).Key ?? word;
        return Abbreviations.TryGetValue(full, out var brief) ? $"(?:{Regex.Escape(full)}|{Regex.Escape(brief)})" : Regex.Escape(word);
    }

    private static IEnumerable<string> Words(string text) => WordPattern().Matches(Plain(text).ToLowerInvariant()).Select(m => m.Value);

    private static string Squeezed(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(c);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^\s*\d+\s*[a-zA-Z]?\b[\s,]*")]
    private static partial Regex LeadingNumber();
}
