using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Somebody notices that nobody answers: the recipient before it is late, and everybody when it is.</summary>
public class OwedAnswerTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task A_front_door_owes_a_decision_within_one_working_day_and_is_reminded_before_it_is_late()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);

        // Friday 20 November, so by the end of Monday.
        Assert.Equal((new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), "decision"), (Instants.FromMicroseconds(Clock(routing).LateFrom), Clock(routing).Owed));
        await HouseAsync(routing, new(2026, 11, 23, 11, 59, 0, TimeSpan.Zero));
        Assert.Empty(Reminders(routing));
        await HouseAsync(routing, new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await HouseAsync(routing, new(2026, 11, 23, 13, 0, 0, TimeSpan.Zero));

        var reminder = Assert.Single(Reminders(routing));
        Assert.Equal((AnswerOwed.Decision, "referral-decision", false, new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero)), (reminder.Due!.Owed, reminder.Due.Clock, reminder.Due.IsOverdue, reminder.Due.By));
        Assert.Equal(routing.To(Roles.FrontDoor).DeliveryId, reminder.Due.DeliveryId);
        Assert.Empty(reminder.Parts.Present());
        Assert.Empty(Notices(routing));
    }

    [Fact]
    public async Task When_no_decision_comes_the_sender_the_recipient_and_the_operators_are_told_once()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);

        await HouseAsync(routing, new(2026, 11, 23, 23, 59, 59, TimeSpan.Zero));
        Assert.Empty(Notices(routing));
        await HouseAsync(routing, new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        await HouseAsync(routing, new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal([WithheldCodes.Unanswered], Notices(routing));
        Assert.Equal([false, true], Reminders(routing).Select(reminder => reminder.Due!.IsOverdue));
        Assert.Single(routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'alert'")), detail => detail.StartsWith("unanswered referral-decision", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("decided")]
    [InlineData("withdrawn")]
    [InlineData("not-ours")]
    public async Task What_has_come_or_is_no_longer_owed_is_not_asked_for(string how)
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);
        await AnswerAsync(routing, how);

        await HouseAsync(routing, new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

        Assert.Empty(Reminders(routing));
        Assert.DoesNotContain(WithheldCodes.Unanswered, Notices(routing));
        Assert.Equal(how == "not-ours", Notices(routing).Contains(WithheldCodes.NotTaken));
    }

    [Fact]
    public async Task An_acknowledgement_is_no_decision()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);
        await AnswerAsync(routing, "acknowledged");

        await HouseAsync(routing, new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains(WithheldCodes.Unanswered, Notices(routing));
    }

    [Fact]
    public async Task Whoever_is_asked_to_respond_by_some_time_owes_an_acknowledgement_by_then()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern() with { RespondBy = Morning.AddHours(5) }, 1));
        await routing.DrainAsync();

        var owed = routing.Store.Read(scope => scope.AnswerClocks(0, 100)).Where(clock => clock.Clock == "respond-by").ToList();
        Assert.Equal(routing.Shared.Count, owed.Count);
        Assert.All(owed, clock => Assert.Equal("acknowledgement", clock.Owed));
    }

    [Fact]
    public async Task A_correction_starts_no_second_clock_and_is_answered_in_its_place()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);
        routing.Clock.Advance(TimeSpan.FromHours(1));
        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = Concern(5) }, 2));
        await routing.DrainAsync();

        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Instants.FromMicroseconds(Clock(routing).StartedAt));
        Assert.Equal(routing.To(Roles.FrontDoor, "correction").DeliveryId, Clock(routing).DeliveryId);
    }

    [Fact]
    public async Task What_came_of_it_for_the_child_goes_back_to_the_referrer()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);
        await routing.SendAsync(Care, From(new ConcernOutcomeReported { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Effect = PlanEffect.Worked, Summary = "Invented.", Role = Roles.FrontDoor, At = Morning }, 1, "answers", Cumberland));
        await routing.DrainAsync();

        var answer = routing.DeliveredTo(School).Single(d => d.Kind is DeliveryKind.Answer).Answer!;
        Assert.Equal((PlanEffect.Worked, "Invented."), (answer.Effect!.Value, answer.Text));
    }

    [Fact]
    public async Task The_board_shows_who_was_told_who_has_answered_and_what_is_late()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing);
        await AnswerAsync(routing, "acknowledged");
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

        var all = routing.Store.Read(scope => scope.Responses("", null, 10));
        var late = routing.Store.Read(scope => scope.Responses(School, now.ToMicroseconds(), 10));

        Assert.Equal(all, late);
        Assert.Empty(routing.Store.Read(scope => scope.Responses(Care, null, 10)));
        Assert.Empty(routing.Store.Read(scope => scope.Responses("", Morning.ToMicroseconds(), 10)));
        var door = Assert.Single(all, row => row.Role == Roles.FrontDoor);
        Assert.Equal(("acknowledged", "referral-decision"), (door.State, door.Clock));
        Assert.Contains(all, row => row.Clock is null);
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    private static async Task RaiseAsync(RoutingFixture routing)
    {
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
    }

    private static async Task AnswerAsync(RoutingFixture routing, string how)
    {
        var delivery = routing.To(Roles.FrontDoor).DeliveryId;
        object said = how switch
        {
            "decided" => new ConcernDecision { DeliveryId = delivery, Outcome = ConcernOutcome.S17, Rationale = "Invented.", DecidedBy = Roles.FrontDoor, DecidedAt = Morning },
            "withdrawn" => new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.Unfounded },
            "not-ours" => new ConcernAcknowledged { DeliveryId = delivery, Answer = AcknowledgementAnswer.NotOurs, Role = Roles.FrontDoor, At = Morning },
            _ => new ConcernAcknowledged { DeliveryId = delivery, Answer = AcknowledgementAnswer.Acknowledged, Role = Roles.FrontDoor, At = Morning },
        };
        if (how == "withdrawn")
            await routing.SendAsync(School, From(said, 2));
        else
            await routing.SendAsync(Care, From(said, 1, "answers", Cumberland));
        await routing.DrainAsync();
    }

    private static async Task HouseAsync(RoutingFixture routing, DateTimeOffset at)
    {
        routing.Clock.Advance(at - routing.Clock.GetUtcNow());
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    private static AnswerClockRow Clock(RoutingFixture routing) => Assert.Single(routing.Store.Read(scope => scope.AnswerClocks(0, 100)));

    private static IReadOnlyList<Delivery> Reminders(RoutingFixture routing) => [.. routing.DeliveredTo(Care).Where(d => d.Kind is DeliveryKind.Reminder)];

    private static IReadOnlyList<string> Notices(RoutingFixture routing) =>
        [.. routing.Read[School].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Where(one => one.Part is null).Select(one => one.Code)];
}
