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
using static InfoShare.Tests.Routing.PlanMessages;

namespace InfoShare.Tests.Routing;

/// <summary>Two plans for one child are one child's: their managers hear of each other, and no plan drifts in silence.</summary>
public class PlanTests
{
    [Fact]
    public async Task With_a_second_plan_each_manager_hears_of_the_other_s()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        Assert.DoesNotContain(routing.Shared, delivery => delivery.Relationship == "ManagesPlan");

        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));

        var toCare = Assert.Single(routing.DeliveredTo(Care), delivery => delivery.Recipient.Role == Roles.FrontDoor);
        Assert.Equal((PlanType.EarlyHelp, "plans-are-coordinated"), (toCare.Parts.Plan!.Plans[0].Type, toCare.Because.First(rule => rule.StartsWith("plan", StringComparison.Ordinal))));
        var toHealth = Assert.Single(routing.DeliveredTo(Wards), delivery => delivery.Recipient.Role == Roles.NamedNurse);
        Assert.Equal((PlanType.ChildProtection, "Team manager, 01632 960110"), (toHealth.Parts.Plan!.Plans[0].Type, toHealth.Parts.Plan.Plans[0].ManagerContact));
        Assert.Single(routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'plans-linked'")));
    }

    [Fact]
    public async Task A_visit_is_told_to_the_other_manager_and_to_nobody_else()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));

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
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));
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
    public async Task What_its_manager_had_heard_of_the_other_plan_because_of_it_is_taken_back_as_well()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));
        var had = routing.Shared.Single(delivery => delivery is { Role: Roles.NamedNurse, Relationship: "ManagesPlan" });
        await routing.SendAsync(Wards, From(new NoticeWithdrawn { NoticeId = "PlanChanged-2", Reason = WithdrawalReason.WrongChild }, 2, $"plans of {Wards}", Trust));

        Assert.Equal("wrong-person", routing.Store.Read(scope => scope.FindDelivery(had.DeliveryId))!.RecallReason);
    }

    [Fact]
    public async Task After_that_a_plan_that_is_told_of_anew_brings_the_other_one_again()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));
        await routing.SendAsync(Wards, From(new NoticeWithdrawn { NoticeId = "PlanChanged-2", Reason = WithdrawalReason.WrongChild }, 2, $"plans of {Wards}", Trust));
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));

        Assert.Equal([DeliveryStates.HandedOver, DeliveryStates.Recalled], routing.Shared.Where(delivery => delivery is { Role: Roles.NamedNurse, About: "PlanChanged-1" }).Select(delivery => delivery.State).Order());
    }

    [Fact]
    public async Task What_was_told_twice_is_withdrawn_without_an_end_of_the_plan()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await routing.SendAsync(Care, From(new NoticeWithdrawn { NoticeId = "PlanChanged-2", Reason = WithdrawalReason.Duplicate }, 3, $"plans of {Care}", Cumberland));

        Assert.Single(Open(routing));
    }

    [Fact]
    public async Task Whoever_manages_another_plan_still_keeps_what_it_was_told_for_that()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened));
        await TellAsync(routing, Wards, EarlyHelp(PlanChange.Opened) with { PlanId = "another" });
        await routing.SendAsync(Wards, From(new NoticeWithdrawn { NoticeId = "PlanChanged-3", Reason = WithdrawalReason.WrongChild }, 3, $"plans of {Wards}", Trust));

        Assert.Null(routing.Shared.Single(delivery => delivery is { Role: Roles.NamedNurse, About: "PlanChanged-1" }).Recall);
    }

    [Fact]
    public async Task The_plan_is_in_what_is_known_of_the_child_when_the_next_concern_comes()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.Opened));
        await routing.SendAsync(School, From(Concern(4), 1));
        await routing.DrainAsync();

        var history = routing.DeliveredTo(Wards).Single(delivery => delivery.Recipient.Role == Roles.NamedNurse).Parts.History!;
        Assert.Equal((PlanType.ChildProtection, Started), (history.Plans[0].Type, history.Plans[0].Start));
    }
}
