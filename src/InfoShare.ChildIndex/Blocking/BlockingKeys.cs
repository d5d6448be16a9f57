using InfoShare.ChildIndex.Normalising;

namespace InfoShare.ChildIndex.Blocking;

/// <summary>
/// What records are found by: two are compared that have one of these in common. A pair is missed only where it differs in every one, so
/// each leaves out what another keeps. Names are taken in either order, for a form may have them swapped.
/// </summary>
public static class BlockingKeys
{
    private const int Beginning = 3;
    private const int LineBeginning = 5;

    /// <summary>The keys of a person, without repeats. They hold personal data.</summary>
    public static IReadOnlyCollection<string> Of(Profile person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var names = person.Names.SelectMany(name => new[] { name.Given, name.Family }).Where(name => name.IsKnown).Distinct().ToList();
        var keys = new HashSet<string>();
        keys.UnionWith(OfNumbers(person));
        keys.UnionWith(person.Names.Where(name => name.Given.IsKnown && name.Family.IsKnown).SelectMany(name => OfWholeName(name.Given, name.Family)));
        keys.UnionWith(names.SelectMany(OfName));
        if (person.Birth is { } birth)
            keys.UnionWith(OfBirth(birth, names));
        keys.UnionWith(person.Places.SelectMany(place => OfPlace(place, names, person.Birth)));
        return keys;
    }

    private static IEnumerable<string> OfNumbers(Profile person)
    {
        if (person.NhsNumber.Length > 0)
            yield return $"nhs {person.NhsNumber}";
        if (person.Upn.Length > 0)
            yield return $"upn {person.Upn}";
    }

    private static IEnumerable<string> OfWholeName(NameForm given, NameForm family)
    {
        yield return string.CompareOrdinal(given.Sound, family.Sound) <= 0 ? $"sounds {given.Sound} {family.Sound}" : $"sounds {family.Sound} {given.Sound}";
        yield return $"family {family.Text} {given.Text[0]}";
        foreach (var name in Nicknames.NamesBehind(given.Words[0]))
            yield return $"variant {name} {family.Sound}";
    }

    /// <summary>Enough by themselves where the name is rare.</summary>
    private static IEnumerable<string> OfName(NameForm name) => name.Words.Where(word => word.Length > Beginning).Select(word => $"name {word}");

    private static IEnumerable<string> OfBirth(BirthDate birth, IReadOnlyList<NameForm> names)
    {
        if (!birth.IsRough)
            yield return $"birth {birth.Year} {Math.Min(birth.Month, birth.Day)} {Math.Max(birth.Month, birth.Day)}";
        foreach (var name in names)
        {
            yield return $"year {birth.Year} {name.Sound}";
            if (!birth.IsRough)
                yield return $"day {birth.Month} {birth.Day} {Start(name.Text, Beginning)}";
        }
    }

    private static IEnumerable<string> OfPlace(PlaceForm place, IReadOnlyList<NameForm> names, BirthDate? birth)
    {
        // Letters in another order are the commonest slip in a postcode.
        var code = place.Postcode.Length == 0 ? null : new string([.. place.Postcode.Order()]);
        var line = place.Line.Length == 0 ? null : Start(place.Line.Replace(" ", "", StringComparison.Ordinal), LineBeginning);
        if (code is not null && line is not null)
            yield return $"home {code} {line}";
        foreach (var where in new[] { code, line })
        {
            if (where is null)
                continue;
            foreach (var name in names)
                yield return $"at {where} {Start(name.Text, 2)}";
            if (birth is not { } born)
                continue;
            yield return $"at {where} {born.Year}";
            yield return $"at {where} {born.Month} {born.Day}";
        }
    }

    private static string Start(string text, int letters) => text[..Math.Min(letters, text.Length)];
}
