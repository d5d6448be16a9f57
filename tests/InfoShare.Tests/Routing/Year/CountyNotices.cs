using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Storage.Deliveries;

namespace InfoShare.Tests.Routing.Year;

/// <summary>Attendance below the line, domestic abuse at night and child protection plans in the county, with what somebody does about them or does not.</summary>
/// <param name="at">Plans something for a time.</param>
/// <param name="child">Another invented child, with an address.</param>
internal sealed class CountyNotices(RoutingFixture routing, Agencies agencies, Expected expected, Random random, Action<DateTimeOffset, Func<Task>> at, Func<MessageParts> child)
{
    private const string Care = "social-care-cumberland";
    private const string CareOrganisation = "la/E06000063";
    private const string Health = "health-cumberland";
    private const string SchoolOrganisation = "urn/999998";

    private int count;

    /// <summary>Plans what comes from outside on a day.</summary>
    public void PlanDay(DateTimeOffset day)
    {
        at(day.AddMinutes(30 * random.Next(0, 48)), AbuseAsync);
        if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && random.Next(3) == 0)
            at(day.AddHours(16), AttendanceAsync);
        if (random.Next(5) == 0)
            at(day.AddHours(11), PlanAsync);
    }

    private DateTimeOffset Now => routing.Clock.GetUtcNow();

    private void After(double hours, Func<Task> happening) => at(Now.AddHours(hours), happening);

    private async Task AbuseAsync()
    {
        var id = $"abuse-{++count}";
        var told = child();
        await agencies.SendAsync("police-cumberland", new DomesticAbuseNotification { NoticeId = id, Parts = told with { Education = new() { SchoolUrn = "999998" } } }, id, "police/03");
        var delivery = DeliveryOf("police-cumberland", id, Roles.DesignatedSafeguardingLead);
        var owed = expected.Owes(delivery.DeliveryId, id, "da-notice", Now, SchoolDays.NextMorning(Now));
        if (random.Next(100) < 80)
            After(1 + random.Next(0, 30), () => AnswerAsync(School, new ConcernAcknowledged { DeliveryId = delivery.DeliveryId, Answer = AcknowledgementAnswer.Acknowledged, Role = delivery.Role, At = Now }, SchoolOrganisation, owed));
    }

    private async Task AttendanceAsync()
    {
        var id = $"attendance-{++count}";
        var pupil = child();
        AttendanceThreshold Told(EarlyHelpDecision? decision) => new() { NoticeId = id, Parts = pupil with { Education = new() { SchoolUrn = "999998", AttendancePercent = 84.9m, AttendanceLine = 85, EarlyHelp = decision } } };
        await agencies.SendAsync(School, Told(null), id, SchoolOrganisation);
        var delivery = DeliveryOf(School, id, Roles.EarlyHelpCoordinator);
        var owed = expected.Owes(delivery.DeliveryId, id, "early-help-considered", Now, SchoolDays.After(Now, 5));
        var luck = random.Next(100);
        if (luck < 50)
            After(random.Next(4, 260), () => AnswerAsync(Care, new ConcernDecision { DeliveryId = delivery.DeliveryId, Outcome = ConcernOutcome.EarlyHelp, Rationale = "Invented.", DecidedBy = delivery.Role, DecidedAt = Now }, CareOrganisation, owed));
        else if (luck < 70)
            After(random.Next(1, 260), async () =>
            {
                await agencies.SendAsync(School, Told(new() { Started = false, Reason = "Invented." }), id, SchoolOrganisation);
                Over(owed);
            });
    }

    /// <summary>It began up to 17 months ago; the child is visited every one to four weeks until, perhaps, the plan ends.</summary>
    private async Task PlanAsync()
    {
        var plan = new CountyPlan($"plan-{++count}", child(), WorkingDays.DayOf(Now).AddDays(-random.Next(0, 520)));
        await TellAsync(plan, PlanChange.Opened);
        Seen(plan, plan.Start);
        foreach (var (months, code) in new[] { (15, "told plan-15-months"), (18, "told plan-18-months") })
            plan.Drift.Add(expected.Add(code, plan.Id, WorkingDays.StartOf(plan.Start.AddMonths(months).AddDays(1))));
        After(24 * random.Next(1, 20), () => VisitAsync(plan));
        if (random.Next(100) < 50)
            After(24 * random.Next(20, 250), () => ProposeEndAsync(plan));
    }

    private async Task VisitAsync(CountyPlan plan)
    {
        if (plan.HasEnded)
            return;
        await TellAsync(plan, PlanChange.Visited);
        Seen(plan, WorkingDays.DayOf(Now));
        After(24 * random.Next(6, 28), () => VisitAsync(plan));
    }

    private void Seen(CountyPlan plan, DateOnly day)
    {
        if (plan.Visit is { } before)
            before.IsOver = true;
        plan.Visit = expected.Add("told plan-visit-overdue", plan.Id, WorkingDays.StartOf(day.AddDays(16)));
    }

    private async Task ProposeEndAsync(CountyPlan plan)
    {
        var notice = await TellAsync(plan, PlanChange.EndProposed);
        var delivery = routing.Store.Read(scope => scope.DeliveriesAbout(Care, notice)).First(one => one is { Participant: Health, State: DeliveryStates.Decided });
        var owed = expected.Owes(delivery.DeliveryId, notice, "plan-end-view", Now, WorkingDays.After(Now, 5));
        if (random.Next(100) < 70)
            After(random.Next(4, 230), () => AnswerAsync(Health, new PlanViewGiven { DeliveryId = delivery.DeliveryId, View = PlanView.Agrees, Rationale = "Invented.", Role = delivery.Role, At = Now }, "ods/ZZ999", owed));
        After(250, async () =>
        {
            await TellAsync(plan, PlanChange.Ended);
            plan.HasEnded = true;
            Over([plan.Visit!, .. plan.Drift]);
        });
    }

    private async Task<string> TellAsync(CountyPlan plan, PlanChange change)
    {
        var (today, id) = (WorkingDays.DayOf(Now), $"{plan.Id}-{++count}");
        await agencies.SendAsync(Care, new PlanChanged
        {
            NoticeId = id,
            PlanId = plan.Id,
            Parts = plan.Child with { Plan = new() { Plans = [new() { Type = PlanType.ChildProtection, Start = plan.Start, Change = change, VisitedOn = change is PlanChange.Visited ? today : null, End = change is PlanChange.Ended ? today : null }] } },
        }, plan.Id, CareOrganisation);
        return id;
    }

    private async Task AnswerAsync(string participant, object answer, string organisation, IReadOnlyList<Watch> settled)
    {
        await agencies.SendAsync(participant, answer, $"notice-answer-{++count}", organisation);
        Over(settled);
    }

    private DeliveryRow DeliveryOf(string sender, string about, string role) => routing.Store.Read(scope => scope.DeliveriesAbout(sender, about)).Single(delivery => delivery.Role == role);

    private static string School => Messages.School;

    private static void Over(IEnumerable<Watch> watches)
    {
        foreach (var watch in watches)
            watch.IsOver = true;
    }
}

/// <summary>A child protection plan of the county.</summary>
internal sealed class CountyPlan(string id, MessageParts child, DateOnly start)
{
    public string Id { get; } = id;
    public MessageParts Child { get; } = child;
    public DateOnly Start { get; } = start;
    public List<Watch> Drift { get; } = [];
    public Watch? Visit { get; set; }
    public bool HasEnded { get; set; }
}
