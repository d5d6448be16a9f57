using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What is no concern by itself reaches who must act on it or know, and what it asks for is asked for.</summary>
public class NoticeTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task Early_help_hears_of_attendance_below_the_line_and_owes_a_decision_within_five_school_days()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, School, Attendance());

        var delivery = Assert.Single(routing.DeliveredTo(Care));
        Assert.Equal((Roles.EarlyHelpCoordinator, 84.9m, 85m), (delivery.Recipient.Role, delivery.Parts.Education!.AttendancePercent, delivery.Parts.Education.AttendanceLine));
        Assert.Equal(("early-help-considered", new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero)), (Clock(routing).Clock, Instants.FromMicroseconds(Clock(routing).LateFrom)));
    }

    [Fact]
    public async Task Where_nobody_decides_about_early_help_the_school_is_told()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, School, Attendance());

        await HouseAsync(routing, new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains(WithheldCodes.Unanswered, Told(routing, School));
        Assert.Contains(routing.DeliveredTo(Care), one => one is { Kind: DeliveryKind.Reminder, Due.IsOverdue: true });
    }

    [Theory]
    [InlineData("the school says why not")]
    [InlineData("early help decides")]
    public async Task Once_it_is_decided_nobody_is_asked_any_more(string how)
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, School, Attendance());
        if (how == "early help decides")
            await TellAsync(routing, Care, new ConcernDecision { DeliveryId = routing.To(Roles.EarlyHelpCoordinator).DeliveryId, Outcome = ConcernOutcome.EarlyHelp, Rationale = "Invented.", DecidedBy = Roles.EarlyHelpCoordinator, DecidedAt = Morning }, source: Cumberland);
        else
            await TellAsync(routing, School, Attendance(new() { Started = false, Reason = "Invented: the child was in hospital." }), n: 2);

        await HouseAsync(routing, new(2026, 12, 10, 9, 0, 0, TimeSpan.Zero));

        Assert.DoesNotContain(WithheldCodes.Unanswered, Told(routing, School));
        Assert.Equal(how == "early help decides", routing.DeliveredTo(School).Any(one => one.Answer?.Outcome is ConcernOutcome.EarlyHelp));
        Assert.Equal(how != "early help decides", routing.DeliveredTo(Care).Any(one => one is { Kind: DeliveryKind.Correction, Parts.Education.EarlyHelp.Started: false }));
    }

    [Fact]
    public async Task A_school_whose_term_dates_are_not_known_is_a_fault_that_operators_see()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, School, Attendance() is var told ? told with { Parts = told.Parts with { Education = told.Parts.Education! with { SchoolUrn = "999990" } } } : told);

        Assert.Empty(routing.Store.Read(scope => scope.AnswerClocks(0, 100)));
        Assert.Contains("clock-unknown early-help-considered", routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'alert'")));
    }

    [Fact]
    public async Task The_school_hears_of_domestic_abuse_at_once_and_owes_that_it_was_read_before_its_day_begins()
    {
        await using var routing = await StartAsync();
        routing.Clock.Advance(new DateTimeOffset(2026, 11, 21, 23, 50, 0, TimeSpan.Zero) - routing.Clock.GetUtcNow());
        await TellAsync(routing, "police-cumberland", Abuse(), source: new OrganisationSource("police", "03").Uri);

        var delivery = Assert.Single(routing.DeliveredTo(School));
        Assert.Equal((Roles.DesignatedSafeguardingLead, true, "no-contact-with-parents-about-this"), (delivery.Recipient.Role, delivery.Parts.Incident!.ChildPresent, Assert.Single(delivery.Obligations)));
        Assert.DoesNotContain(routing.Shared, one => one.Role is Roles.FrontDoor or Roles.SchoolNurse);
        // Saturday night; the school's Monday begins at 08:00.
        Assert.Equal(("da-notice", new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)), (Clock(routing).Clock, Instants.FromMicroseconds(Clock(routing).LateFrom)));
    }

    [Fact]
    public async Task The_same_is_owed_where_the_police_tell_of_it_with_a_concern()
    {
        await using var routing = await StartAsync();
        var robin = Robin();
        await TellAsync(routing, "police-cumberland", Concern(1, parts: robin with { Incident = robin.Incident! with { Factors = ["3B"] } }), source: new OrganisationSource("police", "03").Uri);

        // Friday, nine o'clock: the next school day is Monday.
        Assert.Equal(("da-notice", new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)), (Clock(routing).Clock, Instants.FromMicroseconds(Clock(routing).LateFrom)));
        Assert.Equal("da-notice", Assert.Single(routing.DeliveredTo(School)).Due!.Clock);
    }

    [Fact]
    public async Task The_chair_hears_of_a_call_to_stop_and_review_also_from_the_authority_that_holds_the_case()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, Care, new StopAndReviewRequested { NoticeId = "stop-1", Parts = Robin() with { Education = null, Plan = null } }, source: Cumberland);

        var delivery = Assert.Single(routing.DeliveredTo(Care));
        Assert.Equal((Roles.ConferenceChair, "Invented facts."), (delivery.Recipient.Role, delivery.Parts.Incident!.Facts));
        // Friday, so Tuesday is the second working day.
        Assert.Equal(("stop-and-review", new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero)), (Clock(routing).Clock, Instants.FromMicroseconds(Clock(routing).LateFrom)));
    }

    [Fact]
    public async Task A_change_of_circumstances_reaches_the_nurse_who_must_answer_in_time()
    {
        await using var routing = await StartAsync();
        var parts = Robin();
        await TellAsync(routing, School, new CircumstancesChanged { NoticeId = "change-1", RespondBy = Morning.AddDays(3), Parts = parts with { Incident = parts.Incident! with { Change = ChangeKind.NewAdult } } });

        var delivery = routing.DeliveredTo("health-cumberland").Single(one => one.Recipient.Role == Roles.SchoolNurse);
        Assert.Equal((ChangeKind.NewAdult, Morning.AddDays(3)), (delivery.Parts.Incident!.Change, delivery.RespondBy));
        Assert.Equal("respond-by", routing.Store.Read(scope => scope.AnswerClocks(0, 100)).Select(clock => clock.Clock).Distinct().Single());
    }

    [Fact]
    public async Task Missed_appointments_reach_those_who_look_after_the_child_s_health()
    {
        await using var routing = await StartAsync();
        await TellAsync(routing, School, new AppointmentWasNotBrought { NoticeId = "missed-1", Parts = Robin() with { Medical = new() { GpPractice = "Z99999", NotBrought = new() { InARow = 3 } } } });

        Assert.Equal([Roles.GpSafeguardingLead, Roles.SchoolNurse], routing.DeliveredTo("health-cumberland").Select(one => one.Recipient.Role).Order());
        Assert.All(routing.DeliveredTo("health-cumberland"), one => Assert.Equal(3, one.Parts.Medical!.NotBrought!.InARow));
    }

    [Fact]
    public async Task A_restricted_address_is_kept_back_in_a_notice_and_so_is_a_text_that_tells_it()
    {
        await using var routing = await StartAsync();
        var parts = Robin() with { Medical = new() { NotBrought = new() { InARow = 3 } } };
        await TellAsync(routing, School, new AppointmentWasNotBrought
        {
            NoticeId = "missed-1",
            Parts = parts with { Address = parts.Address! with { Restricted = true }, Incident = parts.Incident! with { Facts = "Was not brought from 3 Imaginary Lane." } },
        });

        var delivery = routing.DeliveredTo("health-cumberland").First(one => one.Recipient.Role == Roles.SchoolNurse);
        Assert.Equal((null, null), (delivery.Parts.Address, delivery.Parts.Incident));
        Assert.Equal(["held-for-review", "restricted"], delivery.Withheld.Select(part => part.Code).Distinct().Order());
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    private static AttendanceThreshold Attendance(EarlyHelpDecision? decision = null) => new()
    {
        NoticeId = "attendance-1",
        Parts = new()
        {
            Identity = Robin().Identity,
            Address = Robin().Address,
            Education = new() { SchoolUrn = "999998", AttendancePercent = 84.9m, AttendanceLine = 85, EarlyHelp = decision },
        },
    };

    private static DomesticAbuseNotification Abuse() => new()
    {
        NoticeId = "abuse-1",
        Parts = Robin() is var robin ? robin with { Incident = robin.Incident! with { ChildPresent = true } } : robin,
    };

    private static async Task TellAsync<T>(RoutingFixture routing, string sender, T data, int n = 1, string? source = null)
    {
        var receipt = await routing.SendAsync(sender, From(data, n, $"key of {sender}", source));
        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
        await routing.DrainAsync();
    }

    private static async Task HouseAsync(RoutingFixture routing, DateTimeOffset at)
    {
        routing.Clock.Advance(at - routing.Clock.GetUtcNow());
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    private static AnswerClockRow Clock(RoutingFixture routing) => Assert.Single(routing.Store.Read(scope => scope.AnswerClocks(0, 100)));

    private static IReadOnlyList<string> Told(RoutingFixture routing, string participant) =>
        [.. routing.Read[participant].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Select(one => one.Code)];
}
