using System.Text;
using InfoShare.Adapters.SocialCare.PlanList;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.SocialCare;

public sealed class PlanListTests
{
    private const string Header = "child_id,nhs_number,upn,family_name,given_names,date_of_birth,expected_date_of_birth,sex,plan,category,start,end,authority,team,contact";
    private const string Open = "C1,999 012 3454,A942999825001,Testperson,Robin Lee,14/05/2016,,M,CPP,NEG,01/03/2026,,E06000063,social-care-team-east,01632 960010";

    [Fact]
    public void An_open_plan_is_an_involvement_with_its_plan_and_who_manages_it()
    {
        var involvement = Involvement(Open);

        Assert.Equal(("plan:C1:CPP:2026-03-01", new DateOnly(2026, 3, 1), null), (involvement.InvolvementId, involvement.Since!.Value, involvement.Until));
        var plan = Assert.Single(involvement.Parts.Plan!.Plans);
        Assert.Equal((PlanType.ChildProtection, "NEG", "01632 960010"), (plan.Type, plan.Category, plan.ManagerContact));
        Assert.Equal("social-care-team-east", involvement.Parts.Plan.AllocatedTeam);
        var identity = involvement.Parts.Identity!;
        Assert.Equal(["C1", "C1", "9990123454", "A942999825001"], identity.Identifiers.Select(i => i.Value));
        Assert.Equal((new DateOnly(2016, 5, 14), Sex.Male, "Testperson", "Robin Lee"), (identity.DateOfBirth!.Value, identity.Sex!.Value, identity.Names[0].Family, string.Join(' ', identity.Names[0].Given)));
        Assert.Empty(involvement.Marks);
    }

    [Fact]
    public void An_end_that_has_come_closes_the_involvement_under_the_same_key()
    {
        var closed = Involvement(Open.Replace("01/03/2026,,", "01/03/2026,20/11/2026,", StringComparison.Ordinal));

        Assert.Equal((Involvement(Open).InvolvementId, new DateOnly(2026, 11, 20)), (closed.InvolvementId, closed.Until!.Value));
        Assert.Null(closed.Parts.Plan);
    }

    [Fact]
    public void An_end_to_come_leaves_it_open()
    {
        var open = Involvement(Open.Replace("01/03/2026,,", "01/03/2026,21/11/2026,", StringComparison.Ordinal));

        Assert.Null(open.Until);
        Assert.Equal(new DateOnly(2026, 11, 21), open.Parts.Plan!.Plans[0].End);
    }

    [Theory]
    [InlineData("LAC", PlanType.LookedAfter)]
    [InlineData("ucpp", PlanType.ChildProtection)]
    public void A_child_looked_after_and_one_not_born_yet_are_listed_too(string code, PlanType type) =>
        Assert.Equal(type, Involvement($"C2,,,,,,01/02/2027,,{code},,01/03/2026,,942,,").Parts.Plan!.Plans[0].Type);

    [Theory]
    [InlineData(",,,,,,,,CPP,,01/03/2026,,,,", "line 2, child_id")]
    [InlineData("C1,,,,,,,,CIN,,01/03/2026,,,,", "line 2, plan")]
    [InlineData("C1,,,,,,,,CPP,,21/11/2026,,,,", "line 2, start")]
    [InlineData("C1,,,,,,,,CPP,,01/03/2026,,E10000029,,", "line 2, authority")]
    public void A_row_that_cannot_be_used_goes_to_quarantine_and_the_next_goes_on(string row, string field)
    {
        var records = Records($"{Header}\n{row}\n{Open}");

        Assert.Equal(field, Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(records[0]).Problems).Field);
        Assert.IsType<RecordTranslation.Messages>(records[1]);
    }

    [Fact]
    public void A_row_repeated_is_nothing_and_one_that_contradicts_it_goes_to_quarantine()
    {
        var records = Records($"{Header}\n{Open}\n{Open}\n{Open.Replace("NEG", "EMO", StringComparison.Ordinal)}");

        Assert.Equal(PlanListReasons.GivenTwice, Assert.IsType<RecordTranslation.NothingToSend>(records[1]).Reason);
        Assert.IsType<RecordTranslation.Quarantined>(records[2]);
    }

    [Fact]
    public void Somebody_of_eighteen_is_an_adult() =>
        Assert.Equal(PlanListReasons.Adult, Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(Records($"{Header}\n{Open.Replace("14/05/2016", "20/11/2008", StringComparison.Ordinal)}"))).Reason);

    [Fact]
    public void The_same_list_in_json_says_the_same()
    {
        const string Json = """
            { "format": "infoshare.social-care.plan-list", "formatVersion": "1.0", "plans": [
              { "childId": "C1", "nhsNumber": "999 012 3454", "upn": "A942999825001", "familyName": "Testperson", "givenNames": ["Robin", "Lee"],
                "dateOfBirth": "2016-05-14", "sex": "M", "plan": "CPP", "category": "NEG", "start": "2026-03-01", "end": null,
                "authority": "E06000063", "team": "social-care-team-east", "contact": "01632 960010" },
              7 ] }
            """;

        var records = Records(Json);

        Assert.Equivalent(Involvement(Open), ((RecordTranslation.Messages)records[0]).Drafts[0].Data, strict: true);
        Assert.Equal("plan 2", Assert.IsType<RecordTranslation.Quarantined>(records[1]).Place);
    }

    [Fact]
    public void Half_a_character_in_json_does_no_harm() =>
        Assert.Equal("\uFFFD", Assert.IsType<InvolvementRecorded>(Assert.IsType<RecordTranslation.Messages>(Assert.Single(Records("""
            { "\ud800": 1, "format": "infoshare.social-care.plan-list", "formatVersion": "1.0",
              "plans": [{ "\ud800": 1, "childId": "C1", "familyName": "Test\ud800", "plan": "CPP", "start": "2026-03-01" }] }
            """))).Drafts[0].Data).Parts.Identity!.Names[0].Family);

    [Theory]
    [InlineData("{}", "format")]
    [InlineData("""{ "format": "infoshare.social-care.plan-list", "formatVersion": "2.0", "plans": [] }""", "formatVersion")]
    [InlineData("""{ "format": "infoshare.social-care.plan-list", "formatVersion": "1.0" }""", "plans")]
    [InlineData("child_id,plan\n", "start")]
    public void What_is_no_list_cannot_be_read(string text, string field) =>
        Assert.Equal(field, Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate(text)).Problems).Field);

    [Fact]
    public void A_field_that_cannot_be_used_is_dropped_and_marked()
    {
        var involvement = Involvement("C1,1234567890,,Testperson,Robin,30/02/2016,,Q,CPP,XXX,01/03/2026,01/02/2026,,,");

        Assert.Equal(["category", "date_of_birth", "end", "sex"], involvement.Marks.Select(m => m.Field).Order());
        Assert.Equal(IdentifierStatus.CheckFailed, involvement.Parts.Identity!.Identifiers[2].Status);
        Assert.Empty(FieldLimits.Check(involvement, ""));
    }

    private static FileTranslation Translate(string text) => new PlanListTranslator().Translate(Encoding.UTF8.GetBytes(text), CinSample.Context());

    private static IReadOnlyList<RecordTranslation> Records(string text) => [.. Assert.IsType<FileTranslation.Readable>(Translate(text)).Records];

    private static InvolvementRecorded Involvement(string row) =>
        Assert.IsType<InvolvementRecorded>(Assert.IsType<RecordTranslation.Messages>(Assert.Single(Records($"{Header}\n{row}"))).Drafts[0].Data);
}
