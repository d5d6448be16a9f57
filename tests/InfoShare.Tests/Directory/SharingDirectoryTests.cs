using InfoShare.Contracts.Codes;
using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class SharingDirectoryTests
{
    private const string Cumberland = "la/E06000063";
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly SharingDirectory Sample = SmallDirectory.Read(SampleDirectory.Yaml);

    [Fact]
    public void A_participant_serves_its_own_organisations_and_no_other()
    {
        Assert.True(Sample.Serves("education-cumberland", "urn/999998", Day));
        Assert.False(Sample.Serves("education-cumberland", "urn/999999", Day));
        Assert.False(Sample.Serves("nobody", "urn/999998", Day));
        Assert.Equal("health-suffolk", Sample.ParticipantServing("ods/Z99998", Day)?.Id);
        Assert.Null(Sample.ParticipantServing("ods/AAA", Day));
    }

    [Fact]
    public void Before_its_first_day_nothing_is_in_effect_and_on_it_everything()
    {
        var (before, first) = (new DateOnly(2023, 3, 31), new DateOnly(2023, 4, 1));
        Assert.Null(Sample.OrganisationWith(Cumberland, before));
        Assert.False(Sample.Serves("social-care-cumberland", Cumberland, before));
        Assert.Empty(Sample.PostsAt(Cumberland, before));
        Assert.Null(Sample.FrontDoorOf("E06000063", before));
        Assert.NotNull(Sample.OrganisationWith(Cumberland, first));
        Assert.True(Sample.Serves("social-care-cumberland", Cumberland, first));
        Assert.NotNull(Sample.FrontDoorOf("E06000063", first));
        Assert.NotNull(Sample.ParticipantNamed("social-care-cumberland"));
    }

    [Fact]
    public void A_post_that_changed_is_found_as_it_was_on_the_day()
    {
        const string Later = "  - id: la/E10000029#front-door\n    role: children-services-front-door\n    organisation: la/E10000029\n"
            + "    contact: 01632 960777\n    hours: always\n    deputy: la/E10000029#officer\n    from: 2026-04-01\n";
        var yaml = SmallDirectory.With("    grants: [see-address]\n", "    grants: [see-address]\n    to: 2026-03-31\n" + Later);
        var directory = SmallDirectory.Read(yaml);
        Assert.Equal("01632 960001", directory.FrontDoorOf("E10000029", new(2026, 3, 31))?.Contact);
        Assert.Equal("01632 960777", directory.FrontDoorOf("E10000029", new(2026, 4, 1))?.Contact);
        Assert.Equal("01632 960777", directory.Standing(directory.Posts[0], new(2026, 4, 1))?.Contact);
    }

    [Fact]
    public void A_force_covers_several_areas_and_an_authority_its_own()
    {
        Assert.Equal("police/03", Assert.Single(Sample.PostsFor(Roles.PoliceSafeguardingOfficer, "E06000064", Day)).Organisation);
        Assert.Empty(Sample.PostsFor(Roles.EarlyHelpCoordinator, "E06000064", Day));
        Assert.Equal(2, Sample.PostsFor(Roles.DesignatedSafeguardingLead, "E06000063", Day).Count);
    }

    [Fact]
    public void A_district_and_an_ended_district_are_found_by_the_authority_that_answers_for_them()
    {
        Assert.Equal("la/E10000029", Sample.FrontDoorOf("E07000202", Day)?.Organisation);
        Assert.Equal(Cumberland, Sample.FrontDoorOf("E07000028", Day)?.Organisation);
        Assert.Null(Sample.FrontDoorOf("E10000006", Day));
    }

    [Fact]
    public void A_team_post_is_found_only_in_the_teams_area()
    {
        var yaml = SmallDirectory.With("    name: Suffolk children's services\n    areas: [E10000029]", "    name: Suffolk children's services\n    areas: [E10000029, E10000020]");
        var directory = SmallDirectory.Read(yaml);
        Assert.Single(directory.PostsFor(Roles.AllocatedTeam, "E10000029", Day));
        Assert.Empty(directory.PostsFor(Roles.AllocatedTeam, "E10000020", Day));
        Assert.NotNull(directory.FrontDoorOf("E10000020", Day));
    }

    [Fact]
    public void A_mandatory_post_of_one_team_does_not_serve_the_organisations_other_area()
    {
        var yaml = SmallDirectory.With("    name: Suffolk children's services\n    areas: [E10000029]", "    name: Suffolk children's services\n    areas: [E10000029, E10000020]")
            .Replace("    contact: 01632 960001\n", "    team: la/E10000029/heath\n    contact: 01632 960001\n", StringComparison.Ordinal);
        Assert.Equal(
            "line 15: organisations[0].areas[1]: this area has no post of the role children-services-front-door from the beginning",
            Assert.Single(DirectoryFile.Read(yaml).Problems).ToString());
    }

    [Fact]
    public void A_team_that_has_ended_takes_its_posts_with_it()
    {
        var directory = SmallDirectory.Read(SmallDirectory.With("    name: Sample Heath Team\n", "    name: Sample Heath Team\n    to: 2026-06-30\n"));
        Assert.NotNull(directory.PostAt("la/E10000029", Roles.AllocatedTeam, new(2026, 6, 30)));
        Assert.Null(directory.PostAt("la/E10000029", Roles.AllocatedTeam, new(2026, 7, 1)));
    }

    [Fact]
    public void Officers_are_those_of_the_authority_and_not_of_the_force()
    {
        Assert.Equal($"{Cumberland}#named-officer", Sample.OfficerFor(Roles.NamedOfficer, "E06000063", Day)?.Id);
        Assert.Equal($"{Cumberland}#local-authority-designated-officer", Sample.OfficerFor(Roles.DesignatedOfficer, "E06000063", Day)?.Id);
        Assert.Null(Sample.OfficerFor(Roles.NamedOfficer, "E06000064", Day));
    }

    [Fact]
    public void A_participants_default_front_door_is_there_when_the_area_is_unknown()
    {
        Assert.Equal("la/E10000029#children-services-front-door", Sample.FrontDoorDefaultFor("police-suffolk", Day)?.Id);
        Assert.Null(Sample.FrontDoorDefaultFor("nobody", Day));
    }

    [Fact]
    public void A_post_stands_for_itself_then_its_deputy_then_its_fallback()
    {
        var (first, deputy, fallback) = (Post("first", "deputy", "fallback"), Post("deputy"), Post("fallback"));
        var ended = new DateOnly(2026, 1, 1);
        Assert.Same(first, Of(first, deputy, fallback).Standing(first, Day));
        var gone = first with { To = ended };
        Assert.Same(deputy, Of(gone, deputy, fallback).Standing(gone, Day));
        Assert.Same(fallback, Of(gone, deputy with { To = ended }, fallback).Standing(gone, Day));
        Assert.Null(Of(gone).Standing(gone, Day));
    }

    [Fact]
    public void Deputies_in_a_circle_or_a_long_row_end_with_nobody()
    {
        var ended = new DateOnly(2026, 1, 1);
        var (a, b) = (Post("a", "b") with { To = ended }, Post("b", "a") with { To = ended });
        Assert.Null(Of(a, b).Standing(a, Day));

        Post Step(int i) => Post($"p{i}", $"p{i + 1}") with { To = ended };
        var row = Enumerable.Range(0, 5).Select(Step).ToArray();
        Assert.Equal("la/E10000029#p5", Of([.. row, Post("p5")]).Standing(row[0], Day)?.Id);
        Assert.Null(Of([.. row, Step(5), Post("p6")]).Standing(row[0], Day));
    }

    private static SharingDirectory Of(params Post[] posts) =>
        new([], [new("la/E10000029", AgencyKind.SocialCare, "Suffolk children's services", ["E10000029"], null, null)], [], posts, [], []);

    private static Post Post(string name, string? deputy = null, string? fallback = null) => new(
        Id(name), Roles.EarlyHelpCoordinator, "la/E10000029", null, "01632 960001", "always", null,
        deputy is null ? null : Id(deputy), fallback is null ? null : Id(fallback), [], null, null);

    private static string Id(string name) => $"la/E10000029#{name}";
}
