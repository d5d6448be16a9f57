using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Policy.Sets;
using static InfoShare.Tests.Policy.SharingPolicyTests;

namespace InfoShare.Tests.Policy.Explaining;

public sealed class ExplainerTests
{
    [Fact]
    public void A_release_says_by_which_rule_on_which_basis_and_with_which_obligation()
    {
        var notice = LevelFour with { From = AgencyKind.Police, LevelOfNeed = 1, Factors = ["3B"] };
        var whole = Explain(notice, new("urn/999998", AgencyKind.Education, Roles.DesignatedSafeguardingLead, [], Relationship.OwnSchool)).Whole;

        var reason = Assert.Single(whole.Because);
        Assert.Equal(("domestic-abuse-notice-to-school", "the police must tell the child's school of domestic abuse"), (reason.Id, reason.Words));
        Assert.StartsWith("grounds.cedar:", reason.Place, StringComparison.Ordinal);
        Assert.Contains(new("UKGDPR-6-1-e", "UK GDPR article 6(1)(e): public task"), whole.Basis);
        Assert.Equal([new("no-contact-with-parents-about-this", "the parents are not approached about it")], whole.Obligations);
    }

    [Fact]
    public void What_is_withheld_names_the_rules_that_came_nearest_with_the_clauses_that_do_not_hold()
    {
        var nearest = Explain(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator)).Whole.NearMisses[0];

        Assert.Equal("early-help-with-agreement", nearest.Rule);
        Assert.Equal([new("there is an agreement to share that covers this kind of agency", "context.agreedToShare")], nearest.Unmet);
    }

    [Theory]
    [InlineData(2, Roles.EarlyHelpCoordinator, "there is an agreement to share that covers this kind of agency")]
    [InlineData(2, Roles.FrontDoor, "the level of need is 3 or more")]
    [InlineData(3, Roles.PoliceSafeguardingOfficer, "the level of need is 4 or more")]
    [InlineData(4, Roles.EarlyHelpCoordinator, "the recipient is a designated safeguarding lead, a school nurse, a health visitor or one of 7 other roles")]
    public void The_nearest_change_is_said_in_plain_words(int level, string role, string words) => Assert.Equal(
        [words], Explain(LevelFour with { LevelOfNeed = level }, At(role)).Whole.Changes[0].Changes.Select(change => change.Words));

    [Fact]
    public void All_that_a_rule_lacks_is_needed_together()
    {
        var changes = Explain(LevelFour, At(Roles.EarlyHelpCoordinator)).Whole.Changes;

        Assert.Contains(changes, change => change.Rule == "early-help-with-agreement"
            && change.Changes.Select(one => one.Words).SequenceEqual(["there is an agreement to share that covers this kind of agency", "the level of need is 2 or less"]));
    }

    [Fact]
    public void Nobody_is_told_to_have_a_message_be_of_another_type() => Assert.DoesNotContain(
        Explain(LevelFour, At(Roles.EarlyHelpCoordinator)).Whole.Changes.SelectMany(change => change.Changes), change => change.Words.Contains("type of the message", StringComparison.Ordinal));

    [Fact]
    public void A_refused_service_must_be_agreed_to_before_early_help_goes()
    {
        ConsentFact agreed = new(AgreementTo.Share, ConsentAnswer.Given, [], [], Noon.AddDays(-30), null, null);
        var refused = agreed with { AgreementTo = AgreementTo.Service, Answer = ConsentAnswer.Refused };

        var nearest = Explain(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), agreed, refused).Whole.Changes[0];

        Assert.Equal(["the last answer about the service is not refused or withdrawn"], nearest.Changes.Select(change => change.Words));
        Assert.True(nearest.Tried);
    }

    [Fact]
    public void A_part_is_opened_by_another_role_or_by_an_agreement_that_names_it()
    {
        var medical = Part(Explain(LevelFour, At(Roles.PoliceSafeguardingOfficer, AgencyKind.Police)), PartName.Medical);

        Assert.Equal("part-not-needed-for-role", Assert.Single(medical.Because).Id);
        Assert.Equal(["there is an agreement to share that names this part and covers this kind of agency"], medical.Changes[0].Changes.Select(change => change.Words));
    }

    [Fact]
    public void A_rule_for_another_part_is_neither_near_nor_a_change() => Assert.All(
        [.. Part(Explain(LevelFour, At(Roles.ConferenceChair)), PartName.Education) is var part ? part.NearMisses.Select(miss => miss.Rule).Concat(part.Changes.Select(change => change.Rule)) : []],
        rule => Assert.DoesNotContain(rule, (string[])["medical-with-agreement", "intelligence-at-significant-harm", "parts-for-every-role", "parts-for-conference-chair"]));

    [Theory]
    [InlineData(true, null, "allegation-designated-officer-only")]
    [InlineData(false, HandlingCode.C, "handling-condition-named-only")]
    public void Nothing_lifts_an_absolute_prohibition(bool allegation, HandlingCode? handling, string id)
    {
        var whole = Explain(LevelFour with { AllegationAgainstStaff = allegation, Handling = handling }, At(Roles.FrontDoor)).Whole;

        Assert.Equal(id, Assert.Single(whole.Because).Id);
        Assert.StartsWith("nothing lifts this", whole.NothingLifts, StringComparison.Ordinal);
        Assert.Empty(whole.Changes);
    }

    [Fact]
    public void A_restricted_address_is_lifted_by_nothing_and_what_tells_it_by_a_person_alone()
    {
        var explanation = Explain(LevelFour with { LevelOfNeed = 3, AddressRestricted = true, PartsNamingAddress = [PartName.Incident] }, At(Roles.SchoolNurse));

        Assert.StartsWith("nothing lifts this", Part(explanation, PartName.Address).NothingLifts, StringComparison.Ordinal);
        Assert.Equal("nothing lifts this but a person who has looked at it", Part(explanation, PartName.Incident).NothingLifts);
    }

    [Fact]
    public void What_waits_for_the_identity_is_lifted_as_that_is()
    {
        var explanation = Explain(LevelFour with { LevelOfNeed = 3, AddressRestricted = true, PartsNamingAddress = [PartName.Identity] }, At(Roles.SchoolNurse));

        Assert.Equal("needs-identity", Assert.Single(Part(explanation, PartName.Medical).Because).Id);
        Assert.Equal(Part(explanation, PartName.Identity).NothingLifts, Part(explanation, PartName.Medical).NothingLifts);
    }

    [Fact]
    public void A_part_that_an_agreement_does_not_cover_is_opened_by_one_that_does_or_by_a_ground_beside_it()
    {
        var agreed = ConsentFact.ToAll with { Scope = [PartName.Identity, PartName.Contact] };
        var explanation = Cases.Policy.Explain(new(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), [agreed], Noon));

        var incident = Part(explanation, PartName.Incident);
        Assert.Equal("it goes on an agreement alone, and the agreement does not cover this part", Assert.Single(incident.Because).Words);
        Assert.Equal(ChangeKind.Agreement, Assert.Single(incident.Changes[0].Changes).Kind);
        Assert.Contains(incident.Changes, way => way.Changes.All(change => change.Kind is not ChangeKind.Agreement));
    }

    [Fact]
    public void What_waits_for_an_identity_that_was_not_agreed_to_asks_for_an_agreement_about_the_identity()
    {
        var agreed = ConsentFact.ToAll with { Scope = [PartName.Incident] };
        var explanation = Cases.Policy.Explain(new(LevelFour with { LevelOfNeed = 2 }, At(Roles.EarlyHelpCoordinator), [agreed], Noon));

        var incident = Part(explanation, PartName.Incident);
        Assert.Equal("needs-identity", Assert.Single(incident.Because).Id);
        Assert.Equal("there is an agreement to share that names the identity and covers this kind of agency", incident.Changes[0].Changes[0].Words);
    }

    [Fact]
    public void A_prohibition_of_the_set_is_lifted_by_what_it_does_not_speak_of()
    {
        var moved = LevelFour with { Type = "child.movedArea", LevelOfNeed = null, MoveType = MoveType.BoundaryChange };
        var whole = Explain(moved, At(Roles.FrontDoor)).Whole;

        Assert.Equal("the boundary has moved, not the child", Assert.Single(whole.Because).Words);
        Assert.Equal(["the kind of move is not boundary change"], whole.Changes[0].Changes.Select(change => change.Words));
    }

    [Fact]
    public void The_built_in_rule_for_the_front_door_says_why_the_rest_does_not_go()
    {
        var explanation = TestPolicies.Of(TestPolicies.FailingPermit).All[0].Explain(new(LevelFour, At(Roles.FrontDoor), [], Noon));

        Assert.Equal("a concern with a risk of significant harm always reaches a children's services front door", Assert.Single(explanation.Whole.Because).Words);
        Assert.Equal(["rule-failed:broken-too"], explanation.Alerts);
        Assert.StartsWith("nothing lifts this", Part(explanation, PartName.Medical).NothingLifts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prohibition_that_fails_is_told_as_failing_not_by_its_own_words()
    {
        var whole = TestPolicies.Of(TestPolicies.FailingForbid, TestPolicies.PermitAll).All[0].Explain(new(LevelFour, At(Roles.NamedNurse), [], Noon)).Whole;

        Assert.Equal("this rule fails, and a prohibition that fails withholds", Assert.Single(whole.Because).Words);
        Assert.Equal("nothing lifts this until the rule that fails is put right", whole.NothingLifts);
    }

    [Fact]
    public void An_obligation_that_nobody_knows_is_said_to_be_what_withholds()
    {
        var policy = TestPolicies.Of("""
            @id("odd") @basis("UKGDPR-6-1-e") @because("everybody may know") @obligation("stand-on-one-leg")
            permit (principal, action == Action::"know", resource);
            """).All[0];

        var whole = policy.Explain(new(LevelFour, At(Roles.NamedNurse), [], Noon)).Whole;

        Assert.Equal("a rule opens it with an obligation that nobody knows, and so nobody could keep", Assert.Single(whole.Because).Words);
        Assert.StartsWith("nothing lifts this", whole.NothingLifts, StringComparison.Ordinal);
        Assert.Empty(whole.Changes);
    }

    [Fact]
    public void A_clause_without_words_is_told_as_it_is_written()
    {
        var policy = TestPolicies.Of("""
            @id("late") @basis("UKGDPR-6-1-e") @because("later everybody may know")
            permit (principal, action == Action::"know", resource) when { context.at > datetime("2030-01-01") && principal.name like "la/*" };
            """).All[0];

        var whole = policy.Explain(new(LevelFour, new("urn/999998", AgencyKind.Education, Roles.NamedNurse, [], Relationship.Area), [], Noon)).Whole;

        Assert.Equal(["the time is above another one", "`principal.name like \"la/*\"`"], whole.NearMisses[0].Unmet.Select(unmet => unmet.Needed));
        Assert.False(whole.Changes[0].Tried);
    }

    [Fact]
    public void Emergency_access_is_the_last_that_is_proposed()
    {
        var policy = TestPolicies.Of(
            PolicyFiles.OfThisRelease.Texts["emergency-access.cedar"],
            """@id("nurses") @basis("UKGDPR-6-1-e") @because("for nurses") permit (principal in Role::"school-nurse", action == Action::"know", resource);""").All[0];

        var whole = policy.Explain(new(LevelFour, At(Roles.NamedNurse), [], Noon)).Whole;

        Assert.Equal([ChangeKind.Role, ChangeKind.Emergency], whole.Changes.Select(way => way.Changes.Single().Kind));
    }

    private static Answer Part(Explanation explanation, PartName part) => explanation.Parts.Single(one => one.Part == part);

    private static Explanation Explain(MessageFacts message, RecipientFacts recipient, params ConsentFact[] consents) =>
        Cases.Policy.Explain(new(message, recipient, consents, Noon));
}
