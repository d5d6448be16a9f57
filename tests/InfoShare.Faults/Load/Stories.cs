using System.Globalization;
using InfoShare.Checker.Effects;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Faults.Load;

/// <summary>Makes up stories, for several who ask at the same time: no two messages have the same marker.</summary>
internal sealed class Stories(Random random, string prefix)
{
    private readonly Lock turn = new();
    private readonly HashSet<string> numbers = [];
    private int markers;
    private int children;
    private int streets;

    /// <summary>One story of each kind in each area, some of them by file, in any order.</summary>
    public IReadOnlyList<Story> Next()
    {
        lock (turn)
        {
            var stories = SampleArea.All.SelectMany(Of).ToArray();
            random.Shuffle(stories);
            return stories;
        }
    }

    /// <summary>One urgent concern about a child of its own.</summary>
    public Story Probe(SampleArea area, bool police)
    {
        lock (turn)
            return Teller(area, police).Concern(4).By(file: false);
    }

    private IEnumerable<Story> Of(SampleArea area) =>
    [
        Ordinary(area, police: false).By(file: true), Ordinary(area, police: true).By(file: false),
        Mixed(area, police: false).By(file: false), Mixed(area, police: true).By(Toss()),
        Agreement(area).By(file: false), Agreement(area).By(Toss()),
        .. Hidden(area), Mover(area).By(Toss()),
        Teller(area, police: true).Concern(1, m => m with { DomesticAbuse = true, School = area.Schools[1] }).By(Toss()),
        Teller(area, police: true).Concern(3, m => m with { HandlingC = true }).By(Toss()),
        Teller(area, police: false).Concern(4, m => m with { AllegationAgainstStaff = true }).By(Toss()),
        Teller(area, police: false).Concern(2, m => m with { SexualAbuse = true }).By(Toss()),
    ];

    private Teller Ordinary(SampleArea area, bool police)
    {
        var teller = Teller(area, police);
        for (var i = 0; i < 6; i++)
            teller.Concern(3, m => police ? m with { School = area.Schools[1] } : m);
        return teller;
    }

    /// <summary>Ordinary and urgent ones, of which one is corrected and perhaps taken back.</summary>
    private Teller Mixed(SampleArea area, bool police)
    {
        var teller = Teller(area, police).Concern(3).Concern(3);
        var corrected = teller.Last;
        teller.Concern(4 + random.Next(2)).Concern(3).Correct(corrected, Toss() ? 3 : 4).Concern(3);
        if (Toss())
            teller.Withdraw(Toss() ? corrected : teller.Last).Concern(3);
        return teller;
    }

    /// <summary>Early help with an agreement, and after its withdrawal.</summary>
    private Teller Agreement(SampleArea area)
    {
        var teller = Teller(area, police: false).Agree();
        var consent = teller.Last;
        teller.Concern(2, m => m with { Agreed = true }).Concern(1, m => m with { Agreed = true });
        return Toss() ? teller.Disagree(consent).Concern(2).Concern(1) : teller;
    }

    /// <summary>One agency hides an address; then it and another write it into their texts.</summary>
    private IEnumerable<Story> Hidden(SampleArea area)
    {
        var child = Child();
        var street = Canary.HiddenStreet(++streets);
        var school = Teller(area, police: false, child).Concern(4, m => m with { HiddenStreet = street });
        var known = school.Last.Marker;
        Message InText(Message m) => m with { HiddenStreet = street, TellsAddress = false, AfterEffectOf = known };
        yield return school.Concern(3, InText).Concern(5, InText).By(file: false);
        yield return Teller(area, police: true, child).Concern(3, InText).Concern(4, InText).By(file: false);
    }

    /// <summary>A child that moves; afterwards nobody says again where it lives.</summary>
    private Teller Mover(SampleArea area)
    {
        var to = SampleArea.All.Single(a => a != area);
        return Teller(area, police: false).Concern(3).Move(to)
            .Concern(3, m => m with { Area = to.Gss, TellsAddress = false }).Concern(3, m => m with { Area = to.Gss, TellsAddress = false });
    }

    private Teller Teller(SampleArea area, bool police, Child? child = null) => new(area, police, child ?? Child(), () => $"{prefix}-{++markers}");

    private Child Child()
    {
        var id = $"{prefix}-P{++children}";
        return new(id, NhsNumber(), 1 + random.Next(15));
    }

    /// <summary>Nine digits and the check digit that belongs to them (modulus 11); 999 is never given to anybody, and no number to two children.</summary>
    private string NhsNumber()
    {
        while (true)
        {
            var digits = $"999{random.Next(1_000_000).ToString("000000", CultureInfo.InvariantCulture)}";
            var check = (11 - digits.Select((digit, i) => (10 - i) * (digit - '0')).Sum() % 11) % 11;
            if (check < 10 && numbers.Add(digits))
                return digits + check;
        }
    }

    private bool Toss() => random.Next(2) == 0;
}
