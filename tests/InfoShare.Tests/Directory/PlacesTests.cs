using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("E07000202", "2026-11-20", "E10000029")] // Ipswich is in Suffolk
    [InlineData("E10000029", "2026-11-20", "E10000029")]
    [InlineData("E07000028", "2023-03-31", "E10000006")] // Carlisle: Cumbria's last day
    [InlineData("E07000028", "2023-04-01", "E06000063")]
    [InlineData("E07000029", "2026-11-20", "E06000063")]
    [InlineData("E07000027", "2026-11-20", "E06000064")] // Barrow
    [InlineData("E10000027", "2023-03-31", "E10000027")] // Somerset, old and new
    [InlineData("E10000027", "2023-04-01", "E06000066")]
    [InlineData("E10000006", "2023-03-31", "E10000006")]
    [InlineData("E10000006", "2023-04-01", null)] // Cumbria became two
    [InlineData("E06000063", "2023-03-31", null)] // not yet
    [InlineData("E07000246", "2018-12-31", null)] // not yet, though it has a successor
    [InlineData("E99999999", "2026-11-20", null)]
    [InlineData("", "2026-11-20", null)]
    [InlineData(null, "2026-11-20", null)]
    public void A_place_has_the_authority_of_its_day(string? gss, string day, string? authority) =>
        Assert.Equal(authority, LocalAuthorities.AuthorityFor(gss, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("942", "E06000063")]
    [InlineData("943", "E06000064")]
    [InlineData("909", "E10000006")]
    [InlineData("933", "E06000066")]
    [InlineData("935", "E10000029")]
    [InlineData("815", "E06000065")]
    [InlineData("370", "E08000038")]
    [InlineData("201", "E09000001")]
    [InlineData("200", null)]
    [InlineData(null, null)]
    public void An_education_code_stands_for_an_authority(string? code, string? gss) => Assert.Equal(gss, LocalAuthorities.ByDfeCode(code));

    [Fact]
    public void Every_code_in_the_facts_leads_somewhere()
    {
        Assert.All(LocalAuthorities.All, place =>
        {
            Assert.True(LocalAuthorities.Named(place.ChildrensServices) is { RunsChildrensServices: true });
            Assert.True(place.Successor is null || LocalAuthorities.Named(place.Successor)!.From == place.To!.Value.AddDays(1));
            Assert.NotEmpty(LocalAuthorities.AuthoritiesFor(place.Gss, DateOnly.MaxValue));
        });
        Assert.Equal(
            ["E10000006", "E10000009", "E10000021"], // Cumbria, Dorset and Northamptonshire were divided
            LocalAuthorities.All.Where(place => LocalAuthorities.Current(place.Gss) is null).Select(place => place.Gss));
    }

    [Fact]
    public void All_of_England_is_there()
    {
        var inUse = LocalAuthorities.All.Where(place => place.To is null).ToList();

        Assert.Equal(153, inUse.Count(place => place.RunsChildrensServices));
        Assert.Equal(164, inUse.Count(place => !place.RunsChildrensServices));
        Assert.Equal(
            new Dictionary<string, int> { ["E06"] = 63, ["E07"] = 164, ["E08"] = 36, ["E09"] = 33, ["E10"] = 21 },
            inUse.CountBy(place => place.Gss[..3]).ToDictionary());
        Assert.All(inUse, place => Assert.Equal(place.Gss.StartsWith("E07", StringComparison.Ordinal), !place.RunsChildrensServices));
        Assert.Equal(153, Enumerable.Range(200, 800).Select(code => LocalAuthorities.ByDfeCode($"{code}")).Where(gss => LocalAuthorities.Current(gss) == gss).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void The_authorities_of_the_input_are_among_ours() =>
        Assert.All(ProjectFiles.InputRows("places/la-hierarchy.csv"), row => Assert.Equal(
            row,
            LocalAuthorities.Named(row.Split(',')[0]) is { } a ? $"{a.Gss},{a.Name},{row.Split(',')[2]},{a.ChildrensServices},{a.From:yyyy-MM-dd},{a.To:yyyy-MM-dd},{a.Successor}" : "absent"));

    [Fact]
    public void Forces_are_known_by_their_two_digits()
    {
        Assert.Equal("Cumbria", PoliceForces.NameOf("03"));
        Assert.Equal("Metropolitan", PoliceForces.NameOf("02"));
        Assert.Equal("Dyfed-Powys", PoliceForces.NameOf("63"));
        Assert.Null(PoliceForces.NameOf("3"));
    }

    [Fact]
    public void Every_file_of_facts_says_where_it_comes_from()
    {
        foreach (var name in new[] { "local-authorities", "dfe-codes", "sample-postcodes", "police-forces" })
            Assert.Contains("Open Government Licence v3.0", ProjectFiles.Text($"src/InfoShare.Directory/Places/{name}.csv"), StringComparison.Ordinal);
        Assert.Contains("Fictional", ProjectFiles.Text("src/InfoShare.Directory/Places/fictional-postcodes.csv"), StringComparison.Ordinal);
    }
}
