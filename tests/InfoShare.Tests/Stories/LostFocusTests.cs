using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;

namespace InfoShare.Tests.Stories;

/// <summary>
/// Attendance falls to 84.9 % and nobody decides; two plans have two managers; the family moves between areas and between services. After
/// Cumbria's briefing on five serious case reviews, in which each of these lost the focus on the child.
/// </summary>
public sealed class LostFocusTests(LostFocusStory story) : IClassFixture<LostFocusStory>
{
    [Fact]
    public void Early_help_is_told_of_attendance_below_the_line_and_that_nothing_was_decided()
    {
        var told = story.To(LostFocusStory.Care, Roles.EarlyHelpCoordinator, "attendance.threshold")[0];

        Assert.Equal((84.9m, 85m, null), (told.Parts.Education!.AttendancePercent, told.Parts.Education.AttendanceLine, told.Parts.Education.EarlyHelp));
        Assert.Null(told.Parts.Medical);
    }

    [Fact]
    public void When_five_school_days_have_passed_the_school_hears_that_nobody_has_decided_and_so_does_the_list_of_what_is_late()
    {
        Assert.Empty(story.ToldBefore);
        Assert.Contains(WithheldCodes.Unanswered, story.ToldAfter);
        Assert.Equal(["early-help-considered"], story.LateAfter.Select(row => row.Clock));
    }

    [Fact]
    public void It_ends_only_with_a_decision_and_its_reason()
    {
        var last = story.To(LostFocusStory.Care, Roles.EarlyHelpCoordinator, "attendance.threshold")[^1];

        Assert.Equal((DeliveryKind.Correction, false, "The plan covers it"), (last.Kind, last.Parts.Education!.EarlyHelp!.Started, last.Parts.Education.EarlyHelp.Reason));
        Assert.Empty(story.LateAtTheEnd);
    }

    [Fact]
    public void The_managers_of_two_plans_hear_of_each_other_and_of_every_change_even_of_a_visit()
    {
        Assert.Equal([PlanChange.Opened, PlanChange.Visited, PlanChange.EndProposed, PlanChange.Ended], story.Changes(LostFocusStory.Health, Roles.NamedNurse).Distinct());
        Assert.Equal([PlanChange.Opened], story.Changes(LostFocusStory.Care, Roles.FrontDoor, PlanType.EarlyHelp).Distinct());
    }

    [Fact]
    public void A_new_partner_at_home_reaches_both_managers()
    {
        Assert.Single(story.To(LostFocusStory.Care, Roles.FrontDoor, "circumstances.changed"));
        Assert.Single(story.To(LostFocusStory.Health, Roles.NamedNurse, "circumstances.changed"));
    }

    [Fact]
    public void Who_manages_a_plan_hears_that_the_child_has_moved_and_so_does_the_new_area()
    {
        Assert.Equal("E10000029", Assert.Single(story.To(LostFocusStory.Health, Roles.NamedNurse, "child.movedArea")).Move!.ToArea);
        Assert.Single(story.To(LostFocusStory.NewCare, Roles.FrontDoor, "child.movedArea"));
        Assert.Single(story.To(LostFocusStory.NewHealth, Roles.SchoolNurse, "child.movedArea"));
    }

    [Fact]
    public void Service_and_authority_pass_only_when_the_other_side_has_taken_the_child_over()
    {
        Assert.Equal([TransferState.Accepted, TransferState.ResponsibilityPassed], story.Steps(LostFocusStory.Health));
        Assert.Equal([TransferState.Accepted, TransferState.ConferenceHeld, TransferState.ResponsibilityPassed], story.Steps(LostFocusStory.Care));
    }

    [Fact]
    public void The_new_school_s_first_concern_brings_both_plans_and_who_is_responsible()
    {
        var history = story.To(LostFocusStory.NewCare, Roles.FrontDoor, "concern.raised").Single().Parts.History!;

        Assert.Equal([PlanType.EarlyHelp, PlanType.ChildProtection], history.Plans.Select(plan => plan.Type).Distinct().Order());
        Assert.Equal("E10000029", history.Responsibility!.HeldBy);
    }

    [Fact]
    public void The_old_plan_ends_when_health_in_the_new_area_has_been_asked()
    {
        Assert.Equal(PlanView.Agrees, story.Read(LostFocusStory.Care).Single(one => one.Answer?.View is not null).Answer!.View);
        Assert.Equal(["early-help", "child-protection"], story.PlansAtTheEnd.Select(plan => plan.Type).OrderDescending());
        Assert.Equal("la/E10000029", story.PlansAtTheEnd.Single(plan => plan.Type == "child-protection").Organisation);
    }
}
