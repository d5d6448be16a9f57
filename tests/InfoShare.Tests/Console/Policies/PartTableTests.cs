using InfoShare.Console.Policies;
using InfoShare.Contracts.Codes;
using InfoShare.Policy;

namespace InfoShare.Tests.Console.Policies;

/// <summary>Who gets what, as the page about the policy shows it, is what the set decides.</summary>
public sealed class PartTableTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("significant-harm", Roles.FrontDoor, PartName.Intelligence, "Always", "Always")]
    [InlineData("significant-harm", Roles.DesignatedSafeguardingLead, PartName.Medical, "Always", "WithAgreement")]
    [InlineData("in-need", Roles.PoliceSafeguardingOfficer, PartName.Identity, "Never", "Never")]
    [InlineData("early-help", Roles.SchoolNurse, PartName.Incident, "WithAgreement", "WithAgreement")]
    [InlineData("allegation", Roles.FrontDoor, PartName.Identity, "Never", "Never")]
    public void Each_situation_is_decided_by_the_set(string situation, string role, PartName part, string knows, string gets)
    {
        var table = PartTable.Of(SharingPolicies.OfThisRelease.All[0], Situation.Of(situation).Message, At);

        var row = table.Rows.Single(one => one.Role == role);
        Assert.Equal((knows, gets), ($"{row.Knows}", $"{row.Parts[table.Parts.ToList().IndexOf(part)]}"));
    }

    [Fact]
    public void Every_role_is_there_and_every_part() =>
        Assert.Equal((Roles.All.Count, Enum.GetValues<PartName>().Length), (PartTable.Of(SharingPolicies.OfThisRelease.All[0], Situation.All[0].Message, At).Rows.Count, Situation.All[0].Message.Parts.Count));
}
