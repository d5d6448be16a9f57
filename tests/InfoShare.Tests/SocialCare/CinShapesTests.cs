using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

/// <summary>The shapes that the census has had since 2017: each gives the same, without a mark.</summary>
public sealed class CinShapesTests
{
    private const string Protection =
        "<ChildProtectionPlans><CPPstartDate>2026-11-10</CPPstartDate><InitialCategoryOfAbuse>PHY</InitialCategoryOfAbuse>" +
        "<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>{0}</NumberOfPreviousCPP></ChildProtectionPlans>";

    [Theory]
    [InlineData("<GenderCurrent>2</GenderCurrent>", "false", "1")]
    [InlineData("<GenderCurrent>2</GenderCurrent>", "0", "0")]
    [InlineData("<Sex>F</Sex>", "FALSE", "0")]
    [InlineData("<UPN/><UPNunknown>UN7</UPNunknown><Sex>F</Sex>", "False", "10")]
    public void Every_shape_of_a_child_and_a_plan_gives_the_same_concern(string sex, string referralNfa, string previousPlans)
    {
        var concern = Concern(
            $"<LAchildID>TEST0001</LAchildID><PersonBirthDate>2015-04-02</PersonBirthDate>{sex}",
            Protection.Replace("{0}", previousPlans, StringComparison.Ordinal), referralNfa);

        Assert.Equal(Sex.Female, concern.Parts.Identity!.Sex);
        Assert.Equal((PlanType.ChildProtection, "NEG"), (Assert.Single(concern.Parts.Plan!.Plans).Type, concern.Parts.Plan.Plans[0].Category));
        Assert.DoesNotContain("no further action", concern.Parts.Incident!.Facts, StringComparison.Ordinal);
        Assert.Empty(concern.Marks);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("TRUE")]
    [InlineData("1")]
    public void Every_spelling_of_true_is_read(string referralNfa) =>
        Assert.Contains("no further action", Concern(Identifiers, "", referralNfa).Parts.Incident!.Facts, StringComparison.Ordinal);

    [Fact]
    public void Of_a_birth_date_and_an_expected_one_the_birth_date_counts_and_the_other_is_marked()
    {
        var concern = Concern(Identifiers + "<ExpectedPersonBirthDate>2015-04-13</ExpectedPersonBirthDate>", "", "false");

        Assert.Equal((new DateOnly(2015, 4, 2), null), (concern.Parts.Identity!.DateOfBirth!.Value, concern.Parts.Identity.ExpectedDateOfBirth));
        Assert.Equal("ChildIdentifiers/ExpectedPersonBirthDate", Assert.Single(concern.Marks).Field);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<StepDecisionDate>2026-12-01</StepDecisionDate>", true)]
    [InlineData("<StepDecisionDate>2026-11-19</StepDecisionDate><PPOutcome>A</PPOutcome>", false)]
    [InlineData("<CourtAppDate>2026-11-18</CourtAppDate>", false)]
    public void Pre_proceedings_of_the_newer_shapes_are_a_plan_until_their_decision(string end, bool open)
    {
        var block = $"<PreProceedingsandFGDM><PPStartDate>2026-11-09</PPStartDate><LBPSentDate>2026-11-10</LBPSentDate><FGDMMeetingOffer>1</FGDMMeetingOffer>{end}</PreProceedingsandFGDM>";

        var concern = Concern(Identifiers, block, "false");

        Assert.Equal(open, concern.Parts.Plan is { Plans: [{ Type: PlanType.PreProceedings }] });
        Assert.Equal(open, concern.Parts.Incident!.Facts!.Contains("Pre-proceedings open since 2026-11-09.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_family_meeting_before_any_proceedings_is_no_plan() =>
        Assert.Null(Concern(Identifiers, "<PreProceedingsandFGDM><FGDMMeetingOffer>1</FGDMMeetingOffer></PreProceedingsandFGDM>", "false").Parts.Plan);

    private static ConcernRaised Concern(string identifiers, string rest, string referralNfa) =>
        Data<ConcernRaised>(File(Child(Episode(rest: rest).Replace("<ReferralNFA>false", $"<ReferralNFA>{referralNfa}", StringComparison.Ordinal), identifiers)));
}
