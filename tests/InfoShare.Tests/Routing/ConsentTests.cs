using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Policy;
using InfoShare.Storage.Children;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What is said about agreement is on record as it was said, and holds for what it says.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData(ConsentAnswer.Given, DeliveryStates.Decided)]
    [InlineData(ConsentAnswer.Refused, DeliveryStates.Withheld)]
    [InlineData(ConsentAnswer.NotSought, DeliveryStates.Withheld)]
    [InlineData(ConsentAnswer.NotNeeded, DeliveryStates.Withheld)]
    public async Task Every_answer_is_on_record_and_only_a_yes_is_an_agreement(ConsentAnswer answer, string state)
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(Agreement(answer), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));

        var coordinator = routing.To(Roles.EarlyHelpCoordinator);
        Assert.Equal(state, coordinator.State);
        Assert.Equal(answer, Assert.Single(Recorded(routing, coordinator).Consents).Answer);
    }

    [Fact]
    public async Task Who_answered_with_which_competence_for_whom_about_what_and_for_how_long_is_in_every_decision()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var agreement = Agreement() with
        {
            GivenBy = ConsentGivenBy.Child,
            CompetenceAssessedBy = "named-nurse",
            Agencies = [AgencyKind.Health, AgencyKind.SocialCare],
            Scope = [PartName.Identity, PartName.Medical],
            ValidTo = Morning.AddDays(30),
        };

        await routing.SendAsync(School, From(agreement, 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));
        await routing.SendAsync(School, From(Withdrawal(ConsentGivenBy.Parent), 3));

        Assert.Equal(ConsentGivenBy.Parent, Kept(routing).WithdrawnBy);
        var fact = Assert.Single(Recorded(routing, routing.To(Roles.EarlyHelpCoordinator)).Consents);
        Assert.Equal((ConsentGivenBy.Child, Competence.Assessed, Morning.AddDays(-1), Morning.AddDays(30)), (fact.GivenBy, fact.Competence, fact.ValidFrom, fact.ValidTo!.Value));
        Assert.Equal([AgencyKind.Health, AgencyKind.SocialCare], fact.Agencies);
        Assert.Equal([PartName.Identity, PartName.Medical], fact.Scope);
    }

    [Theory]
    [InlineData("2012-05-14", null, Competence.NotAssessed, DeliveryStates.Withheld)]
    [InlineData("2012-05-14", "named-nurse", Competence.Assessed, DeliveryStates.Decided)]
    [InlineData("2012-05-14", " ", Competence.NotAssessed, DeliveryStates.Withheld)]
    [InlineData("2010-11-19", null, Competence.Presumed, DeliveryStates.Decided)] // 16 on the day from which it holds
    [InlineData("2010-11-20", null, Competence.NotAssessed, DeliveryStates.Withheld)] // 16 a day later
    [InlineData(null, null, Competence.NotAssessed, DeliveryStates.Withheld)]
    public async Task The_yes_of_a_child_under_16_counts_only_where_somebody_found_it_competent(string? birth, string? assessedBy, Competence competence, string state)
    {
        await using var routing = await RoutingFixture.StartAsync();
        var identity = Robin().Identity! with { DateOfBirth = birth is null ? null : DateOnly.Parse(birth, null) };

        await routing.SendAsync(School, From(
            Agreement() with { GivenBy = ConsentGivenBy.Child, CompetenceAssessedBy = assessedBy, Parts = new() { Identity = identity } }, 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));

        Assert.Equal(competence, Kept(routing).Competence);
        Assert.Equal(state, routing.To(Roles.EarlyHelpCoordinator).State);
        Assert.Equal(
            competence is Competence.NotAssessed ? ["competence-not-assessed"] : [],
            routing.Store.Read(s => s.Query<string>("select detail from audit where kind = 'agreement-not-relied-on'")));
    }

    [Fact]
    public async Task A_child_who_agrees_in_advance_is_as_old_as_when_it_agreed()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(Agreement() with
        {
            GivenBy = ConsentGivenBy.Child,
            ValidFrom = Morning.AddDays(60),
            Parts = new() { Identity = Robin().Identity! with { DateOfBirth = new DateOnly(2010, 12, 24) } },
        }, 1));

        Assert.Equal(Competence.NotAssessed, Kept(routing).Competence);
    }

    [Fact]
    public async Task Withdrawn_while_it_waits_it_is_not_sent_the_sender_is_told_and_the_record_explains()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));
        Assert.Equal(DeliveryStates.Decided, routing.To(Roles.EarlyHelpCoordinator).State);

        await routing.SendAsync(School, From(Withdrawal(ConsentGivenBy.Parent), 3));
        routing.StartReadingEverywhere();
        await routing.DrainAsync();

        var coordinator = routing.To(Roles.EarlyHelpCoordinator);
        Assert.Empty(routing.DeliveredTo("social-care-cumberland"));
        Assert.Contains(
            routing.Read[School].Select(m => m.Data).OfType<SharingWithheld>(),
            notice => notice.MessageId == coordinator.MessageId && notice.Withheld.Any(w => w.Code == WithheldCodes.NoAgreement));
        Assert.Equal((DeliveryStates.Withheld, WithheldCodes.NoAgreement, "no-agreement-to-share"), (coordinator.State, coordinator.Code, coordinator.Because));
        var decision = routing.Store.Read(s => s.LatestDecision(coordinator.DeliveryId))!;
        Assert.Equal("recheck", decision.Kind);
        Assert.Equal((Morning, ConsentGivenBy.Parent), (Recorded(routing, coordinator).Consents[0].WithdrawnAt!.Value, Recorded(routing, coordinator).Consents[0].WithdrawnBy!.Value));
    }

    private static ConsentWithdrawn Withdrawal(ConsentGivenBy by) =>
        new() { ConsentId = "consent-1", WithdrawnAt = Morning, WithdrawnBy = by, Parts = new() { Identity = Robin().Identity } };

    private static SharingFacts Recorded(RoutingFixture routing, DeliveryRow delivery) =>
        DecisionTable.Read<SharingFacts>(routing.Store.Read(s => s.LatestDecision(delivery.DeliveryId))!.Facts);

    private static ConsentFact Kept(RoutingFixture routing) =>
        DecisionTable.Read<ConsentFact>(Assert.Single(routing.Store.Read(s => s.Query<string>("select fact from consent"))));
}
