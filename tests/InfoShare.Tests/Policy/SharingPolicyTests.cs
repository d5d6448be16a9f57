using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;

namespace InfoShare.Tests.Policy;

public sealed class SharingPolicyTests
{
    internal static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    internal static readonly MessageFacts LevelFour = new(
        "concern.raised", AgencyKind.Education, 4, false, false, null, false, [], ["NEG"], [], false, false, null, Enum.GetValues<PartName>(), []);

    private static readonly ConsentFact Agreed = new(AgreementTo.Share, ConsentAnswer.Given, [], [], Noon.AddDays(-30), null, null);

    internal static RecipientFacts At(string role, AgencyKind kind = AgencyKind.SocialCare, params string[] grants) =>
        new("la/E06000063", kind, role, grants, Relationship.Area);

    private static SharingDecision Decide(MessageFacts message, RecipientFacts recipient, params ConsentFact[] consents) =>
        SharingPolicies.OfThisRelease.At(Noon).Decide(new(message, recipient, consents, Noon));

    [Fact]
    public void What_rests_on_an_agreement_ends_when_a_refusal_begins()
    {
        var facts = new SharingFacts(LevelFour, At(Roles.FrontDoor), [ConsentFact.ToAll, ConsentFact.ToAll with { Answer = ConsentAnswer.Refused, ValidFrom = Noon.AddHours(1) }], Noon);

        Assert.Equal(Noon.AddHours(1), facts.FirstEnd());
        Assert.NotEmpty(facts.AgreementsFor(null));
        Assert.Empty((facts with { At = Noon.AddHours(1) }).AgreementsFor(null));
    }

    [Fact]
    public void Risk_of_significant_harm_needs_no_consent()
    {
        var decision = Decide(LevelFour, At(Roles.FrontDoor));

        Assert.True(decision.MayKnow);
        Assert.Contains("risk-of-significant-harm", decision.Because);
        Assert.Contains("UKGDPR-6-1-e", decision.Basis);
        Assert.Contains("CA89-S47", decision.Basis);
    }

    [Fact]
    public void An_unknown_level_counts_as_significant_harm() =>
        Assert.Contains("risk-of-significant-harm", Decide(LevelFour with { LevelOfNeed = null }, At(Roles.NamedNurse, AgencyKind.Health)).Because);

    [Fact]
    public void Immediate_danger_counts_as_significant_harm_at_any_level() =>
        Assert.True(Decide(LevelFour with { LevelOfNeed = 1, ImmediateDanger = true }, At(Roles.PoliceSafeguardingOfficer, AgencyKind.Police)).MayKnow);

    [Fact]
    public void Police_are_not_told_of_a_child_in_need() =>
        AssertWithheld(Decide(LevelFour with { LevelOfNeed = 3 }, At(Roles.PoliceSafeguardingOfficer, AgencyKind.Police)), "not-needed-for-role", "no-ground-to-share");

    [Fact]
    public void Early_help_without_agreement_is_withheld() =>
        AssertWithheld(Decide(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator)), "no-agreement", "no-agreement-to-share");

    [Fact]
    public void Early_help_with_agreement_goes_and_rests_on_it()
    {
        var decision = Decide(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), Agreed);

        Assert.Equal(["early-help-with-agreement"], decision.Because);
        Assert.Contains("UKGDPR-6-1-a", decision.Basis);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Agreement_withdrawn_at_the_moment_of_asking_no_longer_stands(int ticksLater, bool stands)
    {
        var withdrawn = Agreed with { WithdrawnAt = Noon.AddTicks(ticksLater) };

        Assert.Equal(stands, Decide(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), withdrawn).MayKnow);
    }

    [Fact]
    public void Agreement_to_a_service_is_not_agreement_to_share() =>
        Assert.False(Decide(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), Agreed with { AgreementTo = AgreementTo.Service }).MayKnow);

    [Fact]
    public void Agreement_ends_with_its_period() =>
        Assert.False(Decide(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), Agreed with { ValidTo = Noon }).MayKnow);

    [Fact]
    public void Agreement_for_health_does_not_cover_social_care() =>
        Assert.False(Decide(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), Agreed with { Agencies = [AgencyKind.Health] }).MayKnow);

    [Fact]
    public void An_allegation_against_staff_reaches_the_designated_officer_and_nobody_else()
    {
        var allegation = LevelFour with { AllegationAgainstStaff = true };

        Assert.True(Decide(allegation, At(Roles.DesignatedOfficer)).MayKnow);
        foreach (var role in Roles.All.Where(r => r != Roles.DesignatedOfficer))
            AssertWithheld(Decide(allegation, At(role)), "restricted", "allegation-designated-officer-only");
    }

    [Fact]
    public void Handling_with_conditions_reaches_the_named_recipient_and_the_named_officer_only()
    {
        var conditioned = LevelFour with { Handling = HandlingCode.C, HandlingHasConditions = true, NamedRecipients = ["la/E06000063#conference-chair"] };

        Assert.Contains("no-onward-sharing", Decide(conditioned, At(Roles.ConferenceChair)).Obligations);
        Assert.True(Decide(conditioned, At(Roles.NamedOfficer)).MayKnow);
        Assert.False(Decide(conditioned, At(Roles.FrontDoor)).MayKnow);
    }

    [Fact]
    public void Handling_C_without_conditions_is_not_forwarded_even_to_those_named()
    {
        var conditioned = LevelFour with { Handling = HandlingCode.C, HandlingHasConditions = false, NamedRecipients = ["la/E06000063#conference-chair"] };

        Assert.False(Decide(conditioned, At(Roles.ConferenceChair)).MayKnow);
        Assert.True(Decide(conditioned, At(Roles.NamedOfficer)).MayKnow);
    }

    [Fact]
    public void A_restricted_address_is_removed_and_the_rest_goes()
    {
        var decision = Decide(LevelFour with { AddressRestricted = true }, At(Roles.NamedNurse, AgencyKind.Health));

        Assert.DoesNotContain(PartName.Address, decision.Released);
        Assert.Contains(PartName.Incident, decision.Released);
        Assert.Equal("restricted", decision.Parts.Single(p => p.Part is PartName.Address).Code);
    }

    [Fact]
    public void Who_was_granted_it_sees_a_restricted_address() =>
        Assert.Contains(PartName.Address, Decide(LevelFour with { AddressRestricted = true }, At(Roles.FrontDoor, AgencyKind.SocialCare, "see-address")).Released);

    [Fact]
    public void Text_that_tells_a_restricted_address_is_masked_at_significant_harm_and_held_below()
    {
        var telling = LevelFour with { AddressRestricted = true, PartsNamingAddress = [PartName.Incident] };

        Assert.Equal([PartName.Incident], Decide(telling, At(Roles.FrontDoor)).With(PartEffect.Mask));
        Assert.Equal([PartName.Incident], Decide(telling with { LevelOfNeed = 3 }, At(Roles.FrontDoor)).With(PartEffect.Hold));
    }

    [Fact]
    public void A_school_gets_what_it_needs_and_no_medical_intelligence_household_or_third_party_part()
    {
        var released = Decide(LevelFour, At(Roles.DesignatedSafeguardingLead, AgencyKind.Education)).Released;

        Assert.Equal([PartName.Identity, PartName.Incident, PartName.ChildVoice, PartName.Education, PartName.Contact, PartName.Plan, PartName.History], released.Order());
    }

    [Fact]
    public void Agreement_that_names_the_medical_part_opens_it_to_a_school() =>
        Assert.Contains(PartName.Medical, Decide(LevelFour, At(Roles.DesignatedSafeguardingLead, AgencyKind.Education), Agreed with { Scope = [PartName.Medical] }).Released);

    [Fact]
    public void Where_the_identity_is_kept_back_only_the_contact_goes()
    {
        var telling = LevelFour with { LevelOfNeed = 3, AddressRestricted = true, Parts = [PartName.Identity, PartName.Incident, PartName.Contact], PartsNamingAddress = [PartName.Identity] };

        Assert.Equal([PartName.Contact], Decide(telling, At(Roles.SchoolNurse)).Released);
    }

    [Fact]
    public void A_child_whom_the_sender_cannot_name_is_told_of_all_the_same() =>
        Assert.Equal([PartName.Incident, PartName.Contact], Decide(LevelFour with { Parts = [PartName.Incident, PartName.Contact] }, At(Roles.FrontDoor)).Released.Order());

    [Fact]
    public void An_allegation_under_police_conditions_reaches_the_named_officer()
    {
        var both = LevelFour with { AllegationAgainstStaff = true, Handling = HandlingCode.C };

        Assert.True(Decide(both, At(Roles.NamedOfficer)).MayKnow);
        foreach (var role in Roles.All.Where(r => r != Roles.NamedOfficer))
            Assert.False(Decide(both, At(role)).MayKnow);
    }

    [Fact]
    public void Sexual_abuse_reaches_police_social_care_and_the_named_doctor_whatever_the_level()
    {
        var abuse = LevelFour with { LevelOfNeed = 2, Categories = ["SAB"] };

        Assert.All([Roles.FrontDoor, Roles.PoliceSafeguardingOfficer, Roles.NamedDoctor], role => Assert.True(Decide(abuse, At(role)).MayKnow));
    }

    [Fact]
    public void A_domestic_abuse_notice_from_the_police_reaches_the_childs_own_school_at_any_level()
    {
        var notice = LevelFour with { From = AgencyKind.Police, LevelOfNeed = 1, Factors = ["3B"] };
        var school = new RecipientFacts("urn/999998", AgencyKind.Education, Roles.DesignatedSafeguardingLead, [], Relationship.OwnSchool);

        Assert.Contains("VPA24-OPENC", Decide(notice, school).Basis);
        Assert.Contains("no-contact-with-parents-about-this", Decide(notice, school).Obligations);
        Assert.False(Decide(notice, school with { Relationship = Relationship.Area }).MayKnow);
    }

    [Fact]
    public void A_boundary_that_moved_is_told_to_nobody() =>
        Assert.False(Decide(LevelFour with { Type = "child.movedArea", LevelOfNeed = null, MoveType = MoveType.BoundaryChange }, At(Roles.FrontDoor)).MayKnow);

    [Fact]
    public void A_move_is_no_concern_and_carries_no_risk_by_itself() =>
        Assert.Equal(["child-moved-area"], Decide(LevelFour with { Type = "child.movedArea", LevelOfNeed = null, MoveType = MoveType.Permanent }, At(Roles.FrontDoor)).Because);

    [Fact]
    public void Every_release_has_a_reason_and_a_basis_and_every_refusal_a_reason_and_a_code()
    {
        int?[] levels = [null, 0, 1, 2, 3, 4, 5];
        foreach (var (role, level, restricted, allegation) in
            from role in Roles.All
            from level in levels
            from restricted in (bool[])[true, false]
            from allegation in (bool[])[true, false]
            select (role, level, restricted, allegation))
        {
            var decision = Decide(LevelFour with { LevelOfNeed = level, AddressRestricted = restricted, AllegationAgainstStaff = allegation }, At(role));

            Assert.NotEmpty(decision.Because);
            Assert.Equal(decision.MayKnow, decision.Basis.Count > 0);
            Assert.Equal(decision.MayKnow, decision.Code is null);
            Assert.All(decision.Parts, p => Assert.NotEmpty(p.Because));
            Assert.False(restricted && decision.Released.Contains(PartName.Address));
        }
    }

    private static void AssertWithheld(SharingDecision decision, string code, string because)
    {
        Assert.False(decision.MayKnow);
        Assert.Equal(code, decision.Code);
        Assert.Contains(because, decision.Because);
        Assert.Empty(decision.Released);
    }
}
