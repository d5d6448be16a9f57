using System.Text.RegularExpressions;
using InfoShare.Contracts.Parts;

namespace InfoShare.Policy;

/// <summary>
/// The known spellings of locations, searched for in free text. Case, spacing, punctuation, common abbreviations, look-alike
/// letters and a missing "Road" do not hide one. Rather too much is found than too little: a person looks at each.
/// </summary>
public sealed class AddressSpellings
{
    private const string Mask = "[location withheld]";

    /// <summary>Between two words there may be anything that is no letter or digit, or nothing, or a web page's space.</summary>
    private const string Gap = @"(?:[\W_]|&nbsp;|%20)*";

    private readonly Regex? pattern;

    /// <summary>Spellings of these addresses and of these names of schools, practices and teams.</summary>
    public AddressSpellings(IEnumerable<Address> addresses, IEnumerable<string> placeNames)
    {
        var spellings = addresses.SelectMany(SpellingsOf).Concat(placeNames.Where(n => n.Length >= 4).Select(n => Flexible(PlainText.Words(n)))).Distinct().ToList();
        if (spellings.Count > 0)
            pattern = new Regex(@"(?<![\p{L}\p{N}])(?:" + string.Join('|', spellings.OrderByDescending(s => s.Length)) + @")(?![\p{L}\p{N}])",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    /// <summary>Whether the text holds one.</summary>
    public bool AppearsIn(string? text) => text is not null && pattern is not null && pattern.IsMatch(PlainText.Of(text));

    /// <summary>The text with each one replaced. Diacritics are lost only where something was masked.</summary>
    public string MaskIn(string text) => AppearsIn(text) ? pattern!.Replace(PlainText.Of(text), Mask) : text;

    private static IEnumerable<string> SpellingsOf(Address address)
    {
        if (address.Postcode is { } postcode && Squeezed(postcode) is { Length: >= 5 } squeezed)
        {
            yield return Letters(squeezed);
            yield return Letters(squeezed[..^3]);
        }

        if (address.Uprn is { } uprn)
            yield return Regex.Escape(uprn);
        foreach (var line in address.Lines.Select(PlainText.Words))
        {
            foreach (var spelling in SpellingsOf(line))
                yield return Flexible(spelling);
        }

        for (var i = 0; i + 1 < address.Lines.Count; i++)
            yield return Flexible([.. PlainText.Words(address.Lines[i]), .. PlainText.Words(address.Lines[i + 1])]);
    }

    /// <summary>A line whole, without its number, without "Road", and without both, as far as each still names a place.</summary>
    private static IEnumerable<IReadOnlyList<string>> SpellingsOf(IReadOnlyList<string> line)
    {
        string[] named = [.. line.SkipWhile(StreetWords.IsNumberOrUnit)];
        if (named.Length == 0)
            yield break;
        if (named.Length < line.Count || StreetWords.NamesPlace(named))
            yield return line;
        if (StreetWords.NamesPlace(named))
            yield return named;
        if (named.Length < 2 || !StreetWords.IsType(named[^1]))
            yield break;

        if (named.Length < line.Count)
            yield return [.. line.SkipLast(1)];
        if (named.Length < line.Count && StreetWords.IsNumber(line[line.Count - named.Length - 1]))
            yield return [line[line.Count - named.Length - 1], .. named.SkipLast(1)];
        if (StreetWords.NamesPlace(named[..^1]))
            yield return named[..^1];
    }

    private static string Letters(string squeezed) => string.Join(@"\W*", squeezed.Select(c => Regex.Escape(c.ToString())));

    private static string Flexible(IReadOnlyList<string> words) => string.Join(Gap, words.Select(StreetWords.Pattern));

    private static string Squeezed(string text) => new([.. PlainText.Of(text).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
