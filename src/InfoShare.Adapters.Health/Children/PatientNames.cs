using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Reads a Patient's names: the usual one first, former ones last.</summary>
internal static class PatientNames
{
    private const int Most = 20;
    private const int MostGiven = 10;
    private const int LongestName = 100;

    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "master", "dr"];

    public static IReadOnlyList<PersonName> Read(FhirNode patient, Marks marks) =>
        [.. patient.Each("name").Select(n => One(n, marks)).OfType<PersonName>().OrderBy(Rank).Take(Most)];

    private static int Rank(PersonName name) => name.Use switch
    {
        NameUse.Usual => 0,
        NameUse.Official => 1,
        null => 2,
        _ => 3,
    };

    private static PersonName? One(FhirNode name, Marks marks)
    {
        var family = marks.Fitting(name.Text("family"), LongestName, name.Field("family"));
        string[] given = [.. name.Each("given").Select(g => marks.Fitting(g.AsText(), LongestName, g.Path)).OfType<string>().Take(MostGiven)];
        if (family is null && given.Length == 0)
            (family, given) = FromText(name, marks);
        return family is null && given.Length == 0 ? null : new() { Family = family, Given = given, Use = Use(name, marks) };
    }

    /// <summary>A name given only as text: its last word is taken as the family name, a leading title left out.</summary>
    private static (string? Family, string[] Given) FromText(FhirNode name, Marks marks)
    {
        if (marks.Fitting(name.Text("text"), LongestName, name.Field("text")) is not { } text)
            return (null, []);
        marks.Add(name.Field("family"), "is required; its words were taken from the text");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 1 && Titles.Contains(words[0].TrimEnd('.').ToLowerInvariant()))
            words = words[1..];
        return (words[^1], [.. words[..^1].Take(MostGiven)]);
    }

    private static NameUse? Use(FhirNode name, Marks marks)
    {
        switch (name.Text("use"))
        {
            case "official": return NameUse.Official;
            case "usual" or "nickname": return NameUse.Usual;
            case "old" or "maiden": return NameUse.Former;
            case null or "temp" or "anonymous": return null;
            default:
                marks.Add(name.Field("use"), "must be a FHIR name use");
                return null;
        }
    }
}
