using InfoShare.Contracts.Parts;
using InfoShare.Routing.Children;

namespace InfoShare.Routing.Invented;

/// <summary>Invented children, the same every time: names as unevenly common as real ones, brothers and sisters at one address. Every tenth is there twice, the second time with slips.</summary>
internal sealed class InventedChildren(int count)
{
    private const int GivenNames = 4_000;
    private const int FamilyNames = 60_000;
    private const int DaysOfChildhood = 18 * 365;
    private static readonly string[] Starts = ["Bar", "Cal", "Dor", "El", "Fen", "Gil", "Har", "Is", "Jo", "Kel", "Lin", "Mar", "Nor", "Os", "Per", "Quen", "Ros", "Sel", "Tam", "Wes"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "an", "en", "il", "or", "ul", "ast", "ent", "ing", "ol", "yn"];
    private static readonly string[] Ends = ["bert", "da", "field", "ford", "ham", "ley", "lyn", "man", "ric", "son", "ta", "ton", "well", "wick", "wyn"];

    private ulong state = 20_261_126;

    /// <summary>Each with whom it is of; the last tenth are those that come again.</summary>
    public IEnumerable<(int Child, ToldPerson Person)> All()
    {
        var again = new List<(int, ToldPerson)>();
        for (var child = 0; child < count; child++)
        {
            var person = Child(child);
            if (child % 10 == 0)
                again.Add((child, WithSlip(person)));
            yield return (child, person);
        }

        foreach (var one in again)
            yield return one;
    }

    private ToldPerson Child(int child)
    {
        var household = child / 2;
        return new()
        {
            Names = [new() { Given = [Name(Skewed(GivenNames))], Family = Name(GivenNames + Hash(household) % FamilyNames) }],
            DateOfBirth = new DateOnly(2026, 11, 1).AddDays(-Next(DaysOfChildhood)),
            Addresses = [new() { Lines = [$"{1 + household % 90} {Name(household / 90 % 9_000)} Road"], Postcode = Postcode(household / 15) }],
        };
    }

    private ToldPerson WithSlip(ToldPerson person) => Next(3) switch
    {
        0 => person with { Names = [person.Names[0] with { Given = [Slip(person.Names[0].Given[0])] }] },
        1 => person with { Names = [person.Names[0] with { Family = Slip(person.Names[0].Family!) }] },
        _ => person with { DateOfBirth = person.DateOfBirth!.Value.AddDays(1) },
    };

    private string Slip(string word)
    {
        var at = 1 + Next(word.Length - 2);
        return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
    }

    /// <summary>A name of three or four syllables; the same number gives the same.</summary>
    internal static string Name(int number) =>
        Starts[number % Starts.Length] + Middles[number / Starts.Length % Middles.Length] + Middles[number / 300 % Middles.Length] + Ends[number / 4_500 % Ends.Length];

    /// <summary>One of 608,400 that no place has; the same number gives the same.</summary>
    internal static string Postcode(int number) => $"ZZ{number % 90 + 10} {number / 90 % 10}{(char)('A' + number / 900 % 26)}{(char)('A' + number / 23_400 % 26)}";

    /// <summary>The first names are many times commoner than the last.</summary>
    private int Skewed(int among) => (int)(among * Math.Pow(Next(1_000_000) / 1e6, 3));

    private static int Hash(int number) => (int)((uint)number * 2_654_435_761 >> 8);

    /// <summary>A linear congruential generator (Knuth, MMIX).</summary>
    private int Next(int below) => (int)(((state = state * 6_364_136_223_846_793_005UL + 1_442_695_040_888_963_407UL) >> 33) % (ulong)below);
}
