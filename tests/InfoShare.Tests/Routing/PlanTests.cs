using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Histories;
using InfoShare.Storage.Plans;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Two plans for one child are one child's: their managers hear of each other, no plan drifts in silence, and none ends without health being asked.</summary>
public class PlanTests
{
    private const string Care = "social-care-cumberland";
    private const string Health = "health-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;
    private static readonly string Trust = new OrganisationSource("ods", "ZZ999").Uri;
    private static readonly DateOnly Started = new(2026, 11, 9);

    [Fact]
    public async Task With_a_second_plan_each_manager_hears_of_the_other_s()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        Assert.DoesNotContain(routing.Shared, delivery => delivery.Relationship == "ManagesPlan");

        await TellAsync(routing, Health, EarlyHelp(PlanChange.Opened));

        var toCare = Assert.Single(routing.DeliveredTo(Care), delivery => delivery.Recipient.Role == Roles.FrontDoor);
        Assert.Equal((PlanType.EarlyHelp, "plans-are-coordinated"), (toCare.Parts.Plan!.Plans[0].Type, toCare.Because.First(rule => rule.StartsWith("plan", StringComparison.Ordinal))));
        var toHealth = Assert.Single(routing.DeliveredTo(Health), delivery => delivery.Recipient.Role == Roles.NamedNurse);
        Assert.Equal((PlanType.ChildProtection, "Team manager, 01632 960110"), (toHealth.Parts.Plan!.Plans[0].Type, toHealth.Parts.Plan.Plans[0].ManagerContact));
        Assert.Single(routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'plans-linked'")));
    }

    [Fact]
    public async Task A_visit_is_told_to_the_other_manager_and_to_nobody_else()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Health, EarlyHelp(PlanChange.Opened));

        await TellAsync(routing, Care, Protection(PlanChange.Visited, visited: new(2026, 11, 19)));

        var visits = routing.Shared.Where(delivery => delivery.About == "PlanChanged-3" && delivery.State != DeliveryStates.Withheld).ToList();
        Assert.Equal([(Roles.NamedNurse, "original")], visits.Select(delivery => (delivery.Role, delivery.Kind)));
    }

    [Fact]
    public async Task A_visit_that_nobody_else_needs_to_know_of_is_no_failure()
    {
        await using var routing = await StartAsync();
        var visit = Protection(PlanChange.Visited, visited: new(2026, 11, 19));
        await TellAsync(routing, Care, visit with { Parts = visit.Parts with { Education = null } });

        Assert.DoesNotContain(routing.Deliveries, delivery => delivery.State is DeliveryStates.Failed);
        Assert.DoesNotContain(routing.Read[Care].Select(message => message.Data).OfType<SharingWithheld>(), told => told.Withheld.Any(one => one.Code == WithheldCodes.NoRecipient));
    }

    [Fact]
    public async Task When_the_end_is_proposed_health_is_asked_and_what_it_says_goes_back()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));
        var asked = routing.Deliveries.Single(delivery => delivery.Role == Roles.SchoolNurse && delivery.About == "PlanChanged-2");
        await ViewAsync(routing, asked.DeliveryId, PlanView.Disagrees);

        var answer = Assert.Single(routing.DeliveredTo(Care), delivery => delivery.Kind is DeliveryKind.Answer).Answer!;
        Assert.Equal((PlanView.Disagrees, Roles.SchoolNurse, "Weight has fallen."), (answer.View, answer.Role, answer.Text));
        await TellAsync(routing, Care, Protection(PlanChange.Ended));
        Assert.Empty(Open(routing));
        Assert.Empty(Told(routing));
    }

    [Fact]
    public async Task A_plan_that_ends_without_is_told_of_and_stays_in_the_register_until_health_has_spoken()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));
        await TellAsync(routing, Care, Protection(PlanChange.Ended));

        Assert.Equal([WithheldCodes.PlanEndedWithoutHealth], Told(routing));
        Assert.NotNull(Assert.Single(Open(routing)).EndedOn);
        await ViewAsync(routing, routing.Deliveries.Single(delivery => delivery.Role == Roles.SchoolNurse && delivery.About == "PlanChanged-2").DeliveryId, PlanView.Agrees);
        Assert.Empty(Open(routing));
    }

    [Fact]
    public async Task Health_is_reminded_where_it_does_not_answer_and_who_has_proposed_it_is_told()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));

        // Friday 20 November, so five working days are over with Friday 27.
        await HouseAsync(routing, new(2026, 11, 27, 23, 59, 59, TimeSpan.Zero));
        Assert.DoesNotContain(WithheldCodes.Unanswered, Told(routing));
        await HouseAsync(routing, new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains(WithheldCodes.Unanswered, Told(routing));
        Assert.Contains(routing.DeliveredTo(Health), delivery => delivery is { Kind: DeliveryKind.Reminder, Due: { Owed: AnswerOwed.View, Clock: "plan-end-view" } });
    }

    [Theory]
    [InlineData("not the delivery of a plan")]
    [InlineData("not a health role")]
    public async Task A_view_can_be_given_by_whom_it_was_asked_of_and_by_nobody_else(string what)
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(4), 1));
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));
        var (sender, role) = what == "not a health role" ? (School, Roles.DesignatedSafeguardingLead) : (Health, Roles.SchoolNurse);
        var delivery = routing.Deliveries.First(row => row.Role == role && (row.MessageType == "plan.changed") == (sender == School) && row.Kind == "original");

        var receipt = await routing.SendAsync(sender, From(View(delivery.DeliveryId, PlanView.Agrees), 7, "views", sender == School ? null : Trust));

        Assert.Equal((ReceiptOutcome.Refused, "not-your-delivery"), (receipt!.Outcome, receipt.Reasons[0].Code));
    }

    [Fact]
    public async Task An_unvisited_child_and_a_plan_that_drifts_are_told_of_once_each_and_not_a_day_too_soon()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));

        // From 9 November on: 15 days; then 15 months, and 18, the last of which end in summer time.
        await HouseAsync(routing, new(2026, 11, 24, 23, 59, 59, TimeSpan.Zero));
        Assert.Empty(Told(routing));
        await HouseAsync(routing, new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal([WithheldCodes.PlanVisitOverdue], Told(routing));
        await TellAsync(routing, Care, Protection(PlanChange.Visited, visited: new(2026, 11, 25)));
        await HouseAsync(routing, new(2028, 2, 9, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal([WithheldCodes.PlanVisitOverdue, WithheldCodes.PlanVisitOverdue], Told(routing));
        await HouseAsync(routing, new(2028, 2, 10, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(WithheldCodes.Plan15Months, Told(routing)[2]);
        await HouseAsync(routing, new(2028, 5, 9, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal(3, Told(routing).Count);
        await HouseAsync(routing, new(2028, 5, 9, 23, 0, 0, TimeSpan.Zero));
        await HouseAsync(routing, new(2028, 9, 1, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal([WithheldCodes.PlanVisitOverdue, WithheldCodes.PlanVisitOverdue, WithheldCodes.Plan15Months, WithheldCodes.Plan18Months], Told(routing));
    }

    [Fact]
    public async Task Of_other_plans_and_of_one_that_is_over_no_time_is_kept()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Health, EarlyHelp(PlanChange.Opened));
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Care, Protection(PlanChange.Ended));

        Assert.All(routing.Store.Read(scope => scope.Plans(all: true, 10)), plan => Assert.Null(plan.NextDue));
    }

    [Fact]
    public async Task What_comes_late_does_not_undo_what_was_told_after_it()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Urgent(Protection(PlanChange.Ended)), nth: 5);
        await TellAsync(routing, Care, Urgent(Protection(PlanChange.Reviewed)), nth: 2);

        Assert.Equal("2026-11-20", Assert.Single(routing.Store.Read(scope => scope.Plans(all: true, 10))).EndedOn);
    }

    [Fact]
    public async Task A_plan_of_the_wrong_child_is_taken_back_from_all_who_had_it_and_leaves_the_register_and_what_is_known()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        var had = routing.Shared.Where(delivery => delivery.State is not DeliveryStates.Withheld).ToList();
        await routing.SendAsync(Care, From(new NoticeWithdrawn { NoticeId = "PlanChanged-1", Reason = WithdrawalReason.WrongChild }, 2, $"plans of {Care}", Cumberland));
        await routing.DrainAsync();

        Assert.NotEmpty(had);
        Assert.All(had, delivery => Assert.Equal("wrong-person", routing.Store.Read(scope => scope.FindDelivery(delivery.DeliveryId))!.RecallReason));
        Assert.Empty(Open(routing));
        Assert.Empty(routing.Store.Read(scope => scope.InvolvementsOf([had[0].ChildToken!]).Rows).SelectMany(row => System.Text.Json.JsonDocument.Parse(row.Plans).RootElement.EnumerateArray()));
        Assert.Single(routing.Store.Read(scope => scope.Query<string>("select incident from incident")));
    }

    [Fact]
    public async Task The_plan_is_in_what_is_known_of_the_child_when_the_next_concern_comes()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await routing.SendAsync(School, From(Concern(4), 1));
        await routing.DrainAsync();

        var history = routing.DeliveredTo(Health).Single(delivery => delivery.Recipient.Role == Roles.NamedNurse).Parts.History!;
        Assert.Equal((PlanType.ChildProtection, Started), (history.Plans[0].Type, history.Plans[0].Start));
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    private static PlanChanged Protection(PlanChange change, DateOnly? visited = null) => Plan("plan-care", new()
    {
        Type = PlanType.ChildProtection, Start = Started, Category = "NEG", ManagerContact = "Team manager, 01632 960110", Change = change, VisitedOn = visited, End = change is PlanChange.Ended ? new(2026, 11, 20) : null,
    });

    private static PlanChanged EarlyHelp(PlanChange change) => Plan("plan-health", new() { Type = PlanType.EarlyHelp, Start = Started, Change = change });

    private static PlanChanged Plan(string id, OpenPlan plan) => new()
    {
        NoticeId = "",
        PlanId = id,
        Parts = new() { Identity = Robin().Identity, Address = Robin().Address, Education = new() { SchoolUrn = "999998" }, Plan = new() { Plans = [plan] } },
    };

    /// <summary>Outside the sequence, so that it can come late.</summary>
    private static PlanChanged Urgent(PlanChanged change) => change with { Parts = change.Parts with { Address = change.Parts.Address! with { Restricted = true } } };

    /// <summary>The n-th change that is told, about <c>PlanChanged-n</c>.</summary>
    private static async Task TellAsync(RoutingFixture routing, string sender, PlanChanged change, int? nth = null)
    {
        var n = routing.Store.Read(scope => (int)scope.First<long>("select count(*) from message where type = 'plan.changed'")) + 1;
        var ofSender = nth ?? routing.Store.Read(scope => (int)scope.First<long>("select count(*) from message where type = 'plan.changed' and sender = @sender", new { sender })) + 1;
        var receipt = await routing.SendAsync(sender, From(change with { NoticeId = $"PlanChanged-{n}" }, ofSender, $"plans of {sender}", sender == Care ? Cumberland : Trust, id: $"message-{n}"));
        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
        await routing.DrainAsync();
    }

    private static PlanViewGiven View(string delivery, PlanView view) =>
        new() { DeliveryId = delivery, View = view, Rationale = "Weight has fallen.", Role = Roles.SchoolNurse, At = Morning };

    private static async Task ViewAsync(RoutingFixture routing, string delivery, PlanView view)
    {
        await routing.SendAsync(Health, From(View(delivery, view), 1, "views", Trust));
        await routing.DrainAsync();
    }

    private static async Task HouseAsync(RoutingFixture routing, DateTimeOffset at)
    {
        routing.Clock.Advance(at - routing.Clock.GetUtcNow());
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    private static IReadOnlyList<PlanRow> Open(RoutingFixture routing) => routing.Store.Read(scope => scope.Plans(all: false, 10));

    /// <summary>What the authority was told about its own plans.</summary>
    private static List<string> Told(RoutingFixture routing) =>
        [.. routing.Read[Care].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Select(one => one.Code).Where(code => code.StartsWith("plan-", StringComparison.Ordinal) || code == WithheldCodes.Unanswered)];
}
