using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Directory;
using InfoShare.Policy;
using InfoShare.Routing.Emergency;
using InfoShare.Tests.Directory;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy;

/// <summary>What emergency access opens, what it never opens, and who may ask for it and review it.</summary>
public sealed class EmergencyAccessTests
{
    private static readonly EmergencyGrant Grant = new("la/E06000063#early-help-coordinator", Noon, Noon.AddHours(4), null);

    private static SharingDecision Decide(MessageFacts message, string role) =>
        SharingPolicies.OfThisRelease.At(Noon).Decide(new(message, At(role), [], Noon, Noon.AddHours(1)));

    [Fact]
    public void It_opens_what_was_withheld_for_want_of_agreement_or_need_part_by_part()
    {
        var decision = Decide(LevelFour with { LevelOfNeed = 1 }, Roles.EarlyHelpCoordinator);

        Assert.Equal(["emergency-access"], decision.Because);
        Assert.Equal(Enum.GetValues<PartName>().Except([PartName.ThirdParty, PartName.Intelligence]), decision.Released.Order());
        Assert.Contains("emergency-access-is-reviewed", decision.Obligations);
    }

    [Fact]
    public void It_never_opens_an_allegation_to_anybody_but_the_designated_officer() => Assert.All(
        Roles.All.Where(role => role != Roles.DesignatedOfficer),
        role => Assert.Equal("allegation-designated-officer-only", Decide(LevelFour with { AllegationAgainstStaff = true }, role).Because.Single()));

    [Fact]
    public void It_never_lifts_a_police_handling_condition() => Assert.All(
        Roles.All.Where(role => role != Roles.NamedOfficer),
        role => Assert.False(Decide(LevelFour with { Handling = HandlingCode.C, HandlingHasConditions = true, NamedRecipients = ["la/E06000063#nobody"] }, role).MayKnow));

    [Theory]
    [InlineData(4, PartEffect.Mask)]
    [InlineData(2, PartEffect.Hold)]
    public void It_never_tells_a_restricted_address_neither_as_a_part_nor_in_free_text(int level, PartEffect text)
    {
        var decision = Decide(LevelFour with { LevelOfNeed = level, AddressRestricted = true, PartsNamingAddress = [PartName.Incident] }, Roles.EarlyHelpCoordinator);

        Assert.Equal("restricted-address", decision.Parts.Single(p => p.Part is PartName.Address).Because.Single());
        Assert.Equal(text, decision.Parts.Single(p => p.Part is PartName.Incident).Effect);
    }

    [Fact]
    public void It_stands_from_its_first_instant_until_and_without_its_last()
    {
        Assert.True(Grant.StandsAt(Noon));
        Assert.False(Grant.StandsAt(Noon.AddTicks(-1)));
        Assert.True(Grant.StandsAt(Grant.Until.AddTicks(-1)));
        Assert.False(Grant.StandsAt(Grant.Until));
        Assert.False((Grant with { EndedAt = Noon.AddHours(1) }).StandsAt(Noon.AddHours(1)));
    }

    [Fact]
    public void It_is_that_of_one_recipient_and_the_longest_that_stands_counts()
    {
        EmergencyGrant[] grants = [Grant, Grant with { Until = Noon.AddHours(6), EndedAt = Noon }, Grant with { Until = Noon.AddHours(5) }];

        Assert.Equal(Noon.AddHours(5), EmergencyGrant.StandingUntil(grants, Grant.Recipient, Noon));
        Assert.Null(EmergencyGrant.StandingUntil(grants, "la/E06000063#allocated-team", Noon));
        Assert.Null(EmergencyGrant.StandingUntil(grants, Grant.Recipient, Noon.AddHours(5)));
    }

    [Theory]
    [InlineData("curiosity", "why", "duty manager", 4, "the reason must be one of immediate-danger, ")]
    [InlineData("child-missing", " ", "duty manager", 4, "the text must say why")]
    [InlineData("child-missing", "why", "…", 4, "who says it must be a post or an operator")]
    [InlineData("child-missing", "why", "duty manager", 0, "the hours must be 1 to 24")]
    [InlineData("child-missing", "why", "duty manager", 25, "the hours must be 1 to 24")]
    public void What_is_not_asked_for_properly_is_refused_in_words_that_repeat_nothing(string reason, string text, string by, int hours, string says) =>
        Assert.StartsWith(says, EmergencyRules.ProblemOfStart(reason, text, by, hours), StringComparison.Ordinal);

    [Fact]
    public void Every_reason_of_the_list_is_taken_up_to_a_day() =>
        Assert.All(EmergencyReasons.Known.Keys, reason => Assert.Null(EmergencyRules.ProblemOfStart(reason, "why", "duty manager", EmergencyRules.MostHours)));

    [Theory]
    [InlineData("Duty  Manager")]
    [InlineData("duty-manager")]
    [InlineData("dúty manager ")]
    public void Another_spelling_is_nobody_else(string by) => Assert.Equal(EmergencyRules.NameOf("duty manager"), EmergencyRules.NameOf(by));

    [Theory]
    [InlineData("2026-11-18T09:00:00Z", "2026-11-20T00:00:00Z")] // Wednesday: the end of Thursday
    [InlineData("2026-11-20T09:00:00Z", "2026-11-24T00:00:00Z")] // Friday: the end of Monday
    [InlineData("2026-12-24T09:00:00Z", "2026-12-30T00:00:00Z")] // before Christmas, a weekend and a substitute day: the end of the 29th
    [InlineData("2026-07-09T22:30:00Z", "2026-07-10T23:00:00Z")] // still Thursday in England, whose clocks are an hour ahead: the end of Friday there
    [InlineData("2026-07-09T23:30:00Z", "2026-07-13T23:00:00Z")] // already Friday there: the end of Monday
    public void The_review_is_due_by_the_end_of_the_next_working_day_in_England(string askedAt, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), ReviewBy(askedAt));

    [Theory]
    [InlineData("2027-12-31T09:00:00Z")]
    [InlineData("2031-05-05T09:00:00Z")]
    public void A_year_whose_bank_holidays_are_not_known_is_never_guessed(string askedAt) =>
        Assert.Null(ReviewBy(askedAt));

    [Fact]
    public void A_partnership_may_set_another_time_for_the_review() => Assert.Equal(
        new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero),
        ReviewBy("2026-11-20T09:00:00Z", SmallDirectory.Read(SampleDirectory.Yaml.Replace("clocks:\n", "clocks:\n  - {clock: emergency-review, area: E06000063, length: 2 working days, source: s}\n", StringComparison.Ordinal))));

    private static DateTimeOffset? ReviewBy(string askedAt, SharingDirectory? directory = null) =>
        ReviewDeadline.Of(DateTimeOffset.Parse(askedAt, null), "la/E06000063", directory ?? SmallDirectory.Read(SampleDirectory.Yaml));
}
