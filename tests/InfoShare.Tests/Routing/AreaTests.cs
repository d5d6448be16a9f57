using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using InfoShare.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class AreaTests
{
    private const string ReceivingArea = nameof(Relationship.ReceivingArea);

    [Fact]
    public async Task An_imported_postcode_finds_the_front_door()
    {
        var postcodes = OnspdReader.Read(["pcds,oslaua", "NR98 7ZZ,E07000202"]).Postcodes!;
        await using var routing = await RoutingFixture.StartAsync(new() { Postcodes = postcodes });

        await routing.SendAsync(School, From(Concern(parts: Robin() with { Address = new() { Addresses = [new() { Lines = ["1 Imaginary Lane"], Postcode = "NR98 7ZZ" }] } }), 1));

        Assert.Equal("social-care-suffolk", routing.To(Roles.FrontDoor).Participant);
    }

    [Theory]
    [InlineData("E10000006", "E06000063", false)] // Cumbria became Cumberland, among others
    [InlineData("E07000028", "E06000063", false)] // Carlisle
    [InlineData("E06000063", "E07000028", false)] // a late code
    [InlineData("E07000030", "E06000063", true)] // Eden is not in Cumberland
    public async Task Nobody_is_told_as_the_new_area_of_a_child_that_a_reorganisation_gave_another_code(string from, string to, bool moved)
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(MoveToSuffolk() with { FromArea = from, ToArea = to, Parts = Robin() }, 1));

        Assert.NotEmpty(routing.Shared);
        Assert.Equal(moved, routing.Shared.Any(d => d.Relationship == ReceivingArea));
    }
}
