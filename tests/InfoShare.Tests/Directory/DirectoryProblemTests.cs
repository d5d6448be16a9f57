using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

/// <summary>Each way to spoil a file is reported with the line of the spoilt place, and alone.</summary>
public sealed class DirectoryProblemTests
{
    [Fact]
    public void The_file_that_these_tests_spoil_is_good() => Assert.Empty(DirectoryFile.Read(SmallDirectory.Yaml).Problems);

    [Theory]
    // old text, new text, field, problem (its beginning), a text on the line it must name
    [InlineData("    kind: police\n    organisations:\n", "    kind: police\n    colour: blue\n    organisations:\n", "participants[1]", "there is no field of the name on this line", "colour")]
    [InlineData("    contact: 01632 960005\n", "    contact: 01632 960005\n    contact: 01632 960006\n", "posts[4].contact", "this field is there twice", "960006")]
    [InlineData("    contact: 01632 960005\n", "", "posts[4].contact", "this field is missing", "police/37#officer")]
    [InlineData("    contact: 01632 960005", "    contact:", "posts[4].contact", "this field is missing", "    contact:\n")]
    [InlineData("contact: 01632 960005", "contact: [01632 960005]", "posts[4].contact", "must be one text", "[01632")]
    [InlineData("contact: 01632 960005", "contact: ' '", "posts[4].contact", "must be 1 to 200 characters", "contact: ' '")]
    [InlineData("grants: [see-address]", "grants: see-address", "posts[0].grants", "must be a list", "grants: see")]
    [InlineData("grants: [see-address]", "grants: [see-address, see-everything]", "posts[0].grants[1]", "there is no such grant", "everything")]
    [InlineData("    hours: always", "    hours: always\n    from: 2025-02-29", "posts[2].from", "must be a day that exists", "2025-02-29")]
    [InlineData("    hours: tue 09:00-17:00", "    hours: office hours", "posts[4].hours", "must be always, or days and times", "office hours")]
    [InlineData("id: police-suffolk", "id: suffolk-police", "participants[1].id", "must be police- and a name", "suffolk-police")]
    [InlineData("id: police-suffolk", "id: police-../etc", "participants[1].id", "must be police- and a name", "../etc")]
    [InlineData("id: la/E10000029#allocated", "id: allocated", "posts[3].id", "must be the id of its organisation, #", "id: allocated")]
    [InlineData("id: la/E10000029#allocated", "id: la/E10000029#front-door", "posts[3].id", "the entry on line 26 has the same id", "#front-door\n    role: allocated")]
    [InlineData("    name: Suffolk Constabulary\n", "    name: Suffolk Constabulary\n    from: 2026-01-01\n    to: 2025-01-01\n", "organisations[1].to", "the last day is before the first day", "to: 2025")]
    [InlineData("role: allocated-team", "role: wizard", "posts[3].role", "there is no such role; there are designated-safeguarding-lead,", "wizard")]
    [InlineData("role: allocated-team", "role: school-nurse", "posts[3].role", "this role belongs at an organisation of the kind health", "school-nurse")]
    [InlineData("    team: la/E10000029/heath", "    team: la/E10000029/moor", "posts[3].team", "there is no team with this id", "/moor")]
    [InlineData("    deputy: la/E10000029#officer\n    grants", "    deputy: la/E10000029#nobody\n    grants", "posts[0].deputy", "there is no post with this id", "#nobody")]
    [InlineData("    fallback: la/E10000029#front-door", "    fallback: la/E10000029#officer", "posts[2].fallback", "a post cannot stand in for itself", "fallback: la/E10000029#officer\n  - id: la/E10000029#allocated")]
    [InlineData("    fallback: la/E10000029#front-door\n", "", "posts[2].deputy", "this post must have a deputy or a fallback", "id: la/E10000029#officer")]
    [InlineData("      - police/37", "      - police/37\n      - police/36", "participants[1].organisations[1]", "there is no organisation with this id", "police/36")]
    [InlineData("      - police/37", "      - police/37\n      - police/37", "participants[1].organisations[1]", "this organisation is in the list twice", "police/37\n    default")]
    [InlineData("    organisations:\n      - police/37", "    organisations: []", "participants[1].organisations", "must be a list with at least one item", "organisations: []")]
    [InlineData("      - police/37\n    defaultFrontDoor: la/E10000029", "      - police/37\n    defaultFrontDoor: police/37", "participants[1].defaultFrontDoor", "must be a local authority", "defaultFrontDoor: police/37")]
    [InlineData("    name: Suffolk Constabulary\n    areas: [E10000029]", "    name: Suffolk Constabulary\n    areas: [E10000029, E99999999]", "organisations[1].areas[1]", "there is no authority with this GSS code", "E99999999")]
    [InlineData("    name: Suffolk Constabulary\n    areas: [E10000029]", "    name: Suffolk Constabulary\n    areas: [E07000202]", "organisations[1].areas[0]", "this is a district; write its authority for children's services, E10000029", "E07000202")]
    [InlineData("    name: Suffolk Constabulary\n    areas: [E10000029]", "    name: Suffolk Constabulary\n    areas: [E10000029, E10000006]", "organisations[1].areas[1]", "this authority ended on 2023-03-31", "E10000006")]
    [InlineData("    name: Sample Heath Team\n    areas: [E10000029]", "    name: Sample Heath Team\n    areas: [E10000020]", "teams[0].areas[0]", "the team's organisation does not cover this area", "E10000020")]
    public void A_spoilt_place_is_named_with_its_line(string old, string @new, string field, string problem, string onLine)
    {
        var yaml = SmallDirectory.With(old, @new);
        var found = Assert.Single(DirectoryFile.Read(yaml).Problems);
        Assert.Equal(field, found.Field);
        Assert.StartsWith(problem, found.Problem, StringComparison.Ordinal);
        Assert.Equal(LineOf(onLine, yaml), found.Line);
    }

    [Theory]
    [InlineData("children-services-front-door")]
    [InlineData("local-authority-designated-officer")]
    public void An_authority_area_without_a_mandatory_post_is_refused(string role)
    {
        var yaml = SmallDirectory.With($"role: {role}", "role: early-help-coordinator");
        Assert.Equal($"line 15: organisations[0].areas[0]: this area has no post of the role {role}", Only(yaml));
    }

    [Fact]
    public void An_authority_area_without_a_named_officer_is_refused()
    {
        var yaml = SmallDirectory.With("role: named-officer\n    organisation: la/", "role: conference-chair\n    organisation: la/");
        Assert.Equal("line 15: organisations[0].areas[0]: this area has no post of the role named-officer", Only(yaml));
    }

    [Fact]
    public void A_force_without_a_named_officer_is_refused()
    {
        var yaml = SmallDirectory.With("role: named-officer\n    organisation: police/", "role: police-safeguarding-officer\n    organisation: police/");
        Assert.Equal("line 19: organisations[1].areas[0]: this area has no post of the role named-officer", Only(yaml));
    }

    [Fact]
    public void A_mandatory_post_that_ends_without_a_successor_is_refused_from_that_day()
    {
        var yaml = SmallDirectory.With("    fallback: la/E10000029#officer", "    fallback: la/E10000029#officer\n    to: 2026-12-31");
        Assert.Equal("line 15: organisations[0].areas[0]: this area has no post of the role local-authority-designated-officer on 2027-01-01", Only(yaml));
    }

    [Fact]
    public void A_mandatory_post_that_begins_late_is_refused()
    {
        var yaml = SmallDirectory.With("    fallback: la/E10000029#officer", "    fallback: la/E10000029#officer\n    from: 2026-01-01");
        Assert.EndsWith("designated-officer from the beginning", Only(yaml), StringComparison.Ordinal);
    }

    [Fact]
    public void An_organisation_has_one_participant_at_a_time()
    {
        const string Second = "participants:\n  - id: police-east\n    kind: police\n    organisations: [police/37]\n    defaultFrontDoor: la/E10000029\n";
        var together = SmallDirectory.With("participants:\n", Second);
        Assert.Equal("line 13: participants[2].organisations[0]: the participant on line 2 serves this organisation on some of the same days", Only(together));

        var sameDay = together.Replace("la/E10000029\n  - id: social", "la/E10000029\n    to: 2026-03-31\n  - id: social", StringComparison.Ordinal)
            .Replace("      - police/37\n", "      - police/37\n    from: 2026-03-31\n", StringComparison.Ordinal);
        Assert.Single(DirectoryFile.Read(sameDay).Problems);
        Assert.Empty(DirectoryFile.Read(sameDay.Replace("from: 2026-03-31", "from: 2026-04-01", StringComparison.Ordinal)).Problems);
    }

    [Theory]
    [InlineData("urn/12345", "education", "a school's urn has six digits")]
    [InlineData("ods/zz999", "health", "an ods code has 3 to 10 capital letters and digits")]
    [InlineData("police/99", "police", "there is no police force with this two-digit code")]
    [InlineData("la/E07000202", "social-care", "there is no authority for children's services with this GSS code")]
    [InlineData("fire/12", "police", "must be urn/, ods/, police/ or la/")]
    [InlineData("urn/123456", "health", "urn/ is for the kind education")]
    public void An_organisations_code_fits_its_scheme(string id, string kind, string problem)
    {
        var yaml = SmallDirectory.With("teams:\n", $"  - id: {id}\n    kind: {kind}\n    name: Sample\n    areas: [E10000029]\nteams:\n");
        var found = DirectoryFile.Read(yaml).Problems.First(p => p.Field == "organisations[2].id");
        Assert.Equal(20, found.Line);
        Assert.StartsWith(problem, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_participant_does_not_serve_another_kind_of_agency()
    {
        var yaml = SmallDirectory.With("organisations: [la/E10000029]", "organisations: [la/E10000029, police/37]");
        Assert.Contains("line 4: participants[0].organisations[1]: this organisation is of another kind of agency than the participant", Lines(yaml));
    }

    [Fact]
    public void A_default_front_door_is_there_as_long_as_the_participant()
    {
        var yaml = SmallDirectory.With("    name: Suffolk children's services\n", "    name: Suffolk children's services\n    to: 2027-12-31\n");
        Assert.Equal(
            ["participants[0].defaultFrontDoor", "participants[1].defaultFrontDoor"],
            DirectoryFile.Read(yaml).Problems.Where(p => p.Problem == "this authority is not in effect on 2028-01-01, when the participant is").Select(p => p.Field));
    }

    [Fact]
    public void All_problems_are_reported_at_once_in_the_order_of_the_lines()
    {
        var yaml = SmallDirectory.With("kind: police\n    organisations", "kind: army\n    organisations")
            .Replace("mon-thu", "mon-thursday", StringComparison.Ordinal)
            .Replace("team: la/E10000029/heath", "team: la/E10000029/moor", StringComparison.Ordinal);
        Assert.Equal(["participants[1].kind", "posts[3].team", "posts[3].hours"], DirectoryFile.Read(yaml).Problems.Select(p => p.Field));
    }

    private static string Only(string yaml) => Assert.Single(DirectoryFile.Read(yaml).Problems).ToString();

    private static IEnumerable<string> Lines(string yaml) => DirectoryReport.Lines(DirectoryFile.Read(yaml));

    private static int LineOf(string text, string yaml)
    {
        Assert.Equal(2, yaml.Split(text).Length);
        return yaml[..yaml.IndexOf(text, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
    }
}
