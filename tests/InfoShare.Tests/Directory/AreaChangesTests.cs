using System.Globalization;
using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class AreaChangesTests
{
    private const string Cumbria = "E10000006";
    private const string Cumberland = "E06000063";
    private const string WestmorlandAndFurness = "E06000064";
    private const string Carlisle = "E07000028";
    private const string Barrow = "E07000027";
    private const string SomersetCounty = "E10000027";
    private const string Somerset = "E06000066";
    private const string Suffolk = "E10000029";
    private const string Ipswich = "E07000202";
    private const string Babergh = "E07000200";

    [Theory]
    [InlineData(Cumbria, Cumberland)]
    [InlineData(Cumbria, WestmorlandAndFurness)]
    [InlineData(Carlisle, Cumberland)]
    [InlineData(SomersetCounty, Somerset)]
    [InlineData("E07000190", Somerset)] // Taunton Deane, by way of Somerset West and Taunton
    [InlineData("E10000023", "E06000065")] // North Yorkshire
    [InlineData("E10000021", "E06000061")] // Northamptonshire
    [InlineData("E07000154", "E06000062")] // Northampton
    [InlineData("E10000002", "E06000060")] // Buckinghamshire
    [InlineData("E10000009", "E06000059")] // Dorset
    [InlineData("E06000029", "E06000058")] // Poole
    [InlineData("E07000048", "E06000058")] // Christchurch
    [InlineData("E08000019", "E08000039")] // Sheffield
    public void A_new_code_for_the_same_place_is_no_move_whichever_arrives_first(string old, string recoded)
    {
        var last = LocalAuthorities.Named(old)!.To!.Value;
        foreach (var day in new[] { last, last.AddDays(1), last.AddYears(3) })
        {
            Assert.Equal(AreaChange.Recoded, AreaChanges.Between(old, recoded, day));
            Assert.Equal(AreaChange.Recoded, AreaChanges.Between(recoded, old, day));
        }
    }

    [Theory]
    [InlineData(Cumberland, WestmorlandAndFurness, "2023-04-01", AreaChange.Moved)]
    [InlineData(Cumberland, WestmorlandAndFurness, "2023-03-31", AreaChange.Recoded)] // neither was there yet; Cumbria had both
    [InlineData(Carlisle, Barrow, "2023-03-31", AreaChange.None)]
    [InlineData(Carlisle, Barrow, "2023-04-01", AreaChange.Moved)]
    [InlineData(Carlisle, WestmorlandAndFurness, "2023-04-01", AreaChange.Moved)]
    [InlineData(Cumbria, Carlisle, "2023-03-31", AreaChange.None)]
    [InlineData(Cumbria, Somerset, "2023-03-31", AreaChange.Moved)]
    [InlineData(Cumbria, Somerset, "2023-04-01", AreaChange.Moved)]
    [InlineData(Cumberland, SomersetCounty, "2024-01-01", AreaChange.Moved)] // a late code, and a move all the same
    [InlineData("E06000061", "E06000062", "2021-04-01", AreaChange.Moved)]
    [InlineData("E06000028", "E06000029", "2019-03-31", AreaChange.Moved)] // Bournemouth and Poole,
    [InlineData("E06000028", "E06000029", "2019-04-01", AreaChange.Recoded)] // of which one was made
    [InlineData(Ipswich, Babergh, "2026-11-20", AreaChange.None)]
    [InlineData(Ipswich, Suffolk, "2026-11-20", AreaChange.None)]
    [InlineData(Ipswich, "E07000148", "2026-11-20", AreaChange.Moved)] // Norwich
    [InlineData(Suffolk, Suffolk, "2026-11-20", AreaChange.None)]
    [InlineData(null, Suffolk, "2026-11-20", AreaChange.Unknown)]
    [InlineData(Suffolk, "S12000006", "2026-11-20", AreaChange.Unknown)]
    [InlineData("E06000052", Suffolk, "2009-03-31", AreaChange.Unknown)] // what was there before is not in the facts
    public void Another_authority_is_a_move_as_far_as_it_can_be_told(string? before, string? after, string day, AreaChange change) =>
        Assert.Equal(change, AreaChanges.Between(before, after, DateOnly.Parse(day, CultureInfo.InvariantCulture)));
}
