using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Escalations;
using InfoShare.Policy;
using InfoShare.Storage.Escalations;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Any role challenges any decision, and no challenge drops off before who raised it has closed it.</summary>
public class EscalationTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task A_challenge_goes_to_the_post_that_decided_with_the_dissent_and_its_time()
    {
        await using var routing = await DecidedAsync();
        await RaiseAsync(routing);

        var challenge = Assert.Single(Challenges(routing));
        Assert.Equal(("la/E06000063", Roles.FrontDoor, "Invented dissent."), (challenge.Recipient.Organisation, challenge.Recipient.Role, challenge.Answer!.Text));
        // Friday 20 November 2026 and two working days.
        Assert.Equal((1, false, new DateTimeOffset(2026, 11, 24, 23, 59, 59, TimeSpan.Zero)), (challenge.Answer.Challenge!.Stage, challenge.Answer.Challenge.UnsafeNow, challenge.Answer.Challenge.By));
    }

    [Fact]
    public async Task One_that_nobody_closes_goes_from_stage_to_stage_by_itself_and_is_never_dropped()
    {
        await using var routing = await DecidedAsync();
        await RaiseAsync(routing);
        foreach (var days in new[] { 5, 8, 5, 30 })
        {
            await AnswerAsync(routing, changed: false);
            await HouseAsync(routing, TimeSpan.FromDays(days));
        }

        Assert.Equal([(1, Roles.FrontDoor), (2, Roles.NamedOfficer), (3, Roles.ConferenceChair)], Challenges(routing).Select(one => (one.Answer!.Challenge!.Stage, one.Recipient.Role)));
        Assert.Equal([WithheldCodes.Escalated, WithheldCodes.Escalated, WithheldCodes.Unresolved], Notices(routing));
        var open = Assert.Single(Register(routing, open: true));
        Assert.Equal((4, null), (open.Stage, open.ClosedAt));
    }

    [Fact]
    public async Task Where_a_child_is_unsafe_now_the_stages_before_the_last_are_skipped()
    {
        await using var routing = await DecidedAsync();
        await RaiseAsync(routing, unsafeNow: true);

        Assert.Equal([(1, Roles.FrontDoor), (3, Roles.ConferenceChair)], Challenges(routing).Select(one => (one.Answer!.Challenge!.Stage, one.Recipient.Role)).Order());
        Assert.All(Challenges(routing), one => Assert.True(one.Answer!.Challenge!.UnsafeNow));
        Assert.All(routing.Deliveries.Where(d => d.MessageType == "escalation.raised"), d => Assert.Equal(1, d.Urgent));
    }

    [Fact]
    public async Task The_answer_goes_back_and_only_who_challenged_closes_it()
    {
        await using var routing = await DecidedAsync();
        await RaiseAsync(routing);
        await AnswerAsync(routing, changed: true);

        var answer = routing.DeliveredTo(School).Single(d => d.MessageType == "escalation.answered").Answer!;
        Assert.Equal((true, "Invented rationale."), (answer.Changed!.Value, answer.Text));
        Assert.NotNull(Register(routing, open: true).Single().AnsweredAt);

        var other = await routing.SendAsync(Care, From(new EscalationClosed { EscalationId = "esc-1", Outcome = EscalationOutcome.Agreed, Role = "x", At = Morning }, 7, "other", Cumberland));
        Assert.Equal("not-your-delivery", other!.Reasons.Single().Code);

        Assert.Equal(ReceiptOutcome.Accepted, (await CloseAsync(routing))!.Outcome);
        Assert.Equal("changed", Register(routing, open: false).Single().Outcome);
        Assert.Empty(Register(routing, open: true));
        await HouseAsync(routing, TimeSpan.FromDays(30));
        Assert.Single(Challenges(routing));
    }

    [Fact]
    public async Task Whatever_somebody_was_sent_can_be_challenged_and_nothing_else()
    {
        await using var routing = await DecidedAsync();
        var own = routing.To(Roles.FrontDoor).DeliveryId;

        var receipt = await routing.SendAsync(Care, From(new EscalationRaised { EscalationId = "esc-2", DeliveryId = own, Dissent = "Invented.", Role = Roles.FrontDoor, At = Morning }, 1, "care", Cumberland));
        await routing.DrainAsync();
        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
        Assert.Equal(("urn/999998", Roles.DesignatedSafeguardingLead), (Register(routing, open: true).Single().Organisation, Register(routing, open: true).Single().Role));

        var refused = await routing.SendAsync("police-suffolk", From(new EscalationRaised { EscalationId = "esc-3", DeliveryId = own, Dissent = "Invented.", Role = "x", At = Morning }, 1, "police", new OrganisationSource("police", "37").Uri));
        Assert.Equal("not-your-delivery", refused!.Reasons.Single().Code);
    }

    [Fact]
    public async Task A_challenge_is_no_answer()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        var before = routing.To(Roles.FrontDoor).State;
        await routing.SendAsync(Care, From(new EscalationRaised { EscalationId = "esc-2", DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Dissent = "Invented.", Role = Roles.FrontDoor, At = Morning }, 1, "care", Cumberland));
        Assert.Equal(before, routing.To(Roles.FrontDoor).State);
    }

    /// <summary>The school's concern was decided: no further action.</summary>
    private static async Task<RoutingFixture> DecidedAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        await routing.SendAsync(Care, From(
            new ConcernDecision { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Outcome = ConcernOutcome.Nfa, DecidedBy = Roles.FrontDoor, DecidedAt = Morning, Rationale = "Invented." }, 1, "answers", Cumberland));
        await routing.DrainAsync();
        return routing;
    }

    private static async Task RaiseAsync(RoutingFixture routing, bool unsafeNow = false)
    {
        var decision = routing.DeliveredTo(School).Single(d => d.MessageType == "concern.decision").DeliveryId;
        await routing.SendAsync(School, From(new EscalationRaised { EscalationId = "esc-1", DeliveryId = decision, UnsafeNow = unsafeNow, Dissent = "Invented dissent.", Role = Roles.DesignatedSafeguardingLead, At = Morning }, 1, "esc"));
        await routing.DrainAsync();
    }

    private static int answers;

    private static async Task AnswerAsync(RoutingFixture routing, bool changed)
    {
        var challenge = Challenges(routing)[^1].DeliveryId;
        await routing.SendAsync(Care, From(new EscalationAnswered { DeliveryId = challenge, Changed = changed, Rationale = "Invented rationale.", Role = Roles.FrontDoor, At = Morning }, 1, $"answer-{Interlocked.Increment(ref answers)}", Cumberland));
        await routing.DrainAsync();
    }

    private static async Task<Receipt?> CloseAsync(RoutingFixture routing)
    {
        var receipt = await routing.SendAsync(School, From(new EscalationClosed { EscalationId = "esc-1", Outcome = EscalationOutcome.Changed, Learning = "Invented.", Role = Roles.DesignatedSafeguardingLead, At = Morning }, 2, "esc"));
        await routing.DrainAsync();
        return receipt;
    }

    private static async Task HouseAsync(RoutingFixture routing, TimeSpan after)
    {
        routing.Clock.Advance(after);
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    private static IReadOnlyList<Delivery> Challenges(RoutingFixture routing) => [.. routing.DeliveredTo(Care).Where(d => d.MessageType == "escalation.raised")];

    private static IReadOnlyList<string> Notices(RoutingFixture routing) =>
        [.. routing.Read[School].Select(message => message.Data).OfType<SharingWithheld>().Where(notice => notice.About == "esc-1").SelectMany(notice => notice.Withheld).Select(one => one.Code)];

    private static IReadOnlyList<EscalationRow> Register(RoutingFixture routing, bool open) => routing.Store.Read(scope => scope.Escalations(open, 10));
}
