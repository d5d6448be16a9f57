using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class PlacesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

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

    [Fact]
    public void A_reorganisation_is_not_a_move()
    {
        Assert.Equal(LocalAuthorities.Current("E06000063"), LocalAuthorities.Current("E07000026"));
        Assert.NotEqual(LocalAuthorities.Current("E06000063"), LocalAuthorities.Current("E07000030"));
        Assert.Null(LocalAuthorities.Current("E10000006"));
    }

    [Theory]
    [InlineData("942", "E06000063")]
    [InlineData("943", "E06000064")]
    [InlineData("909", "E10000006")]
    [InlineData("933", "E06000066")]
    [InlineData("935", "E10000029")]
    [InlineData("201", null)]
    [InlineData(null, null)]
    public void An_education_code_stands_for_an_authority(string? code, string? gss) => Assert.Equal(gss, LocalAuthorities.ByDfeCode(code));

    [Fact]
    public void Every_code_in_the_facts_leads_somewhere()
    {
        Assert.All(LocalAuthorities.All, place =>
        {
            Assert.NotNull(LocalAuthorities.Named(place.ChildrensServices));
            Assert.True(place.Successor is null || LocalAuthorities.Named(place.Successor) is not null);
            Assert.True(place.Gss == "E10000006" || LocalAuthorities.Current(place.Gss) is not null);
        });
    }

    [Theory]
    [InlineData("CA99 9ZZ", "E06000063")]
    [InlineData("ip999zz", "E10000029")]
    [InlineData(" Ca1  1aA ", "E06000063")]
    [InlineData("ZZ1 1ZZ", null)]
    [InlineData("", null)]
    [InlineData("\0\uD800", null)]
    [InlineData(null, null)]
    public void A_postcode_gives_its_authority(string? postcode, string? area) => Assert.Equal(area, Postcodes.AreaOf(postcode));

    [Fact]
    public void The_embedded_authorities_are_those_of_the_input()
    {
        var rows = ProjectFiles.InputRows("places/la-hierarchy.csv").Select(r => r.Split(',')).ToList();
        Assert.Equal(rows.Count, LocalAuthorities.All.Count);
        Assert.All(rows, row => Assert.Equal(
            string.Join(',', row),
            LocalAuthorities.Named(row[0]) is { } a ? $"{a.Gss},{a.Name},{row[2]},{a.ChildrensServices},{a.From:yyyy-MM-dd},{a.To:yyyy-MM-dd},{a.Successor}" : "absent"));
    }

    [Fact]
    public void The_embedded_postcodes_agree_with_the_input_and_ours_are_not_in_it()
    {
        var (agreeing, ours) = (0, 0);
        foreach (var row in ProjectFiles.InputRows("places/onspd-nov-2025-extract.csv").Select(r => r.Split(',')))
        {
            if (row[0] is "CA99 9ZZ" or "IP99 9ZZ")
                ours++;
            if (Postcodes.AreaOf(row[0]) is not { } area)
                continue;
            Assert.Equal(LocalAuthorities.AuthorityFor(row[1], Today), area);
            agreeing++;
        }

        Assert.Equal((300, 0), (agreeing, ours));
    }

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
        foreach (var name in new[] { "local-authorities", "sample-postcodes", "police-forces" })
            Assert.Contains("Open Government Licence v3.0", ProjectFiles.Text($"src/InfoShare.Directory/Places/{name}.csv"), StringComparison.Ordinal);
        Assert.Contains("Fictional", ProjectFiles.Text("src/InfoShare.Directory/Places/fictional-postcodes.csv"), StringComparison.Ordinal);
    }
}
