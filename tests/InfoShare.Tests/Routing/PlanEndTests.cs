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

/// <summary>No child protection plan ends without health having been asked.</summary>
public class PlanEndTests
{
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
        Assert.Contains(routing.DeliveredTo(Wards), delivery => delivery is { Kind: DeliveryKind.Reminder, Due: { Owed: AnswerOwed.View, Clock: "plan-end-view" } });
    }

    [Theory]
    [InlineData("not the delivery of a plan")]
    [InlineData("not a health role")]
    public async Task A_view_can_be_given_by_whom_it_was_asked_of_and_by_nobody_else(string what)
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(4), 1));
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));
        var (sender, role) = what == "not a health role" ? (School, Roles.DesignatedSafeguardingLead) : (Wards, Roles.SchoolNurse);
        var delivery = routing.Deliveries.First(row => row.Role == role && (row.MessageType == "plan.changed") == (sender == School) && row.Kind == "original");

        var receipt = await routing.SendAsync(sender, From(View(delivery.DeliveryId, PlanView.Agrees), 7, "views", sender == School ? null : Trust));

        Assert.Equal((ReceiptOutcome.Refused, "not-your-delivery"), (receipt!.Outcome, receipt.Reasons[0].Code));
    }

    [Fact]
    public async Task A_view_of_another_organisation_of_the_same_participant_is_not_taken_for_who_was_asked()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));
        var asked = routing.Deliveries.Single(delivery => delivery.Role == Roles.SchoolNurse && delivery.Kind == "original");

        var receipt = await routing.SendAsync(Wards, From(View(asked.DeliveryId, PlanView.Agrees), 1, "views", new OrganisationSource("ods", "Z99999").Uri));

        Assert.Equal(("not-your-delivery", "source"), (receipt!.Reasons[0].Code, receipt.Reasons[0].Field));
    }

    [Fact]
    public async Task Whoever_is_asked_sees_in_the_delivery_what_is_owed_and_by_when()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, Protection(PlanChange.EndProposed));

        var due = routing.DeliveredTo(Wards).Single(delivery => delivery.Recipient.Role == Roles.SchoolNurse).Due!;
        Assert.Equal((AnswerOwed.View, "plan-end-view", new DateTimeOffset(2026, 11, 27, 23, 59, 59, TimeSpan.Zero)), (due.Owed, due.Clock, due.By));
    }
}
