using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Children;
using InfoShare.Routing.Emergency;
using InfoShare.Routing.Invented;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing.Year;

/// <summary>
/// What happens in a county: concerns as many as in the average one of England, most of them on a Monday, of whom some are decided about
/// in time, some late and some never; challenges; children handed over; emergencies. The same every time.
/// </summary>
internal sealed class County
{
    private const string Care = "social-care-cumberland";
    private const string CareOrganisation = "la/E06000063";
    private const string SuffolkCare = "social-care-suffolk";

    /// <summary>Concerns on a Sunday, a Monday and so on. Source of the sum, about 4,200 a year: England's 633,000 referrals among 153 authorities.</summary>
    private static readonly int[] OfWeekday = [4, 19, 14, 13, 13, 13, 5];

    private static readonly (string Participant, string Organisation, int Share)[] Referrers =
        [("police-cumberland", "police/03", 28), ("education-cumberland", "urn/999998", 21), ("health-cumberland", "ods/ZZ999", 51)];

    private readonly RoutingFixture routing;
    private readonly Agencies agencies;
    private readonly Expected expected;
    private readonly CountyNotices notices;
    private readonly Random random;
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset, int)> events = new();
    private readonly IEnumerator<ToldPerson> people = Invented(10_000).GetEnumerator();
    private readonly Dictionary<string, IReadOnlyList<Watch>> acknowledgements = [];
    private int count;

    public County(RoutingFixture routing, Agencies agencies, Expected expected, int seed)
    {
        (this.routing, this.agencies, this.expected, random) = (routing, agencies, expected, new(seed));
        notices = new(routing, agencies, expected, random, At, () => Parts(NextPerson()));
    }

    public int Concerns { get; private set; }

    /// <summary>Plans what comes from outside on a day.</summary>
    public void PlanDay(DateTimeOffset day)
    {
        for (var i = 0; i < OfWeekday[(int)day.DayOfWeek]; i++)
            At(day.AddMinutes(30 * random.Next(14, 44)), RaiseAsync);
        notices.PlanDay(day);
        if (random.Next(6) == 0)
            At(day.AddMinutes(30 * random.Next(18, 34)), HandOverAsync);
    }

    /// <summary>All that has come until now.</summary>
    public async Task LiveUntilAsync(DateTimeOffset now)
    {
        while (events.TryPeek(out _, out var at) && at.Item1 <= now)
            await events.Dequeue()();
    }

    private DateTimeOffset Now => routing.Clock.GetUtcNow();

    private void At(DateTimeOffset time, Func<Task> happening) => events.Enqueue(happening, (time, count++));

    private void After(double hours, Func<Task> happening) => At(Now.AddHours(hours), happening);

    /// <summary>Nobody answers what they have not got.</summary>
    private void OnceReceived(DeliveryRow delivery, double hours, Func<Task> happening) => After(hours, () =>
    {
        if (routing.Store.Read(scope => scope.FindDelivery(delivery.DeliveryId))!.ReceivedAt is not null)
            return happening();
        OnceReceived(delivery, 1, happening);
        return Task.CompletedTask;
    });

    private bool Chance(int percent) => random.Next(100) < percent;

    private async Task RaiseAsync()
    {
        var (participant, organisation) = Referrer();
        var (n, concern) = (++Concerns, NewConcern());
        await agencies.SendAsync(participant, concern, $"child-{n}", organisation);
        var deliveries = DeliveriesOf(participant, concern.ConcernId);
        foreach (var delivery in deliveries.Where(delivery => delivery.State is DeliveryStates.Decided))
        {
            if (delivery.Role == Roles.FrontDoor)
                PlanDecision(delivery, expected.Owes(delivery.DeliveryId, concern.ConcernId, "referral-decision", Now, WorkingDays.After(Now, 1)));
            if (concern.RespondBy is { } by)
                PlanAcknowledgement(delivery, expected.Owes(delivery.DeliveryId, concern.ConcernId, "respond-by", Now, by), by - Now);
        }

        if (Chance(1))
            After(random.Next(0, 48), () => BreakGlassAsync(deliveries[random.Next(deliveries.Count)]));
    }

    private void PlanDecision(DeliveryRow delivery, IReadOnlyList<Watch> owed)
    {
        var luck = random.Next(100);
        if (luck < 90)
            OnceReceived(delivery, luck < 70 ? random.Next(1, 16) : random.Next(20, 150), () => DecideAsync(delivery, owed));
    }

    private async Task DecideAsync(DeliveryRow delivery, IReadOnlyList<Watch> owed)
    {
        var n = ++count;
        await agencies.SendAsync(Care, new ConcernDecision { DeliveryId = delivery.DeliveryId, Outcome = ConcernOutcome.S17, Rationale = "Invented.", DecidedBy = Roles.FrontDoor, DecidedAt = Now }, $"decision-{n}", CareOrganisation);
        Over([.. owed, .. acknowledgements.GetValueOrDefault(delivery.DeliveryId, [])]);
        if (Chance(3))
            After(random.Next(2, 48), () => ChallengeAsync(delivery, $"{Care}-decision-{n}-1"));
    }

    private void PlanAcknowledgement(DeliveryRow delivery, IReadOnlyList<Watch> owed, TimeSpan within)
    {
        acknowledgements[delivery.DeliveryId] = owed;
        if (!Chance(75))
            return;
        OnceReceived(delivery, 1 + random.NextDouble() * 1.4 * within.TotalHours, async () =>
        {
            await agencies.SendAsync(delivery.Participant!, new ConcernAcknowledged { DeliveryId = delivery.DeliveryId, Answer = AcknowledgementAnswer.Acknowledged, Role = delivery.Role, At = Now }, $"ack-{++count}", delivery.Organisation);
            Over(owed);
        });
    }

    private async Task ChallengeAsync(DeliveryRow delivery, string decision)
    {
        var answer = routing.Store.Read(scope => scope.First<DeliveryRow>("select * from delivery where sender = @Care and message_id = @decision and kind = 'answer'", new { Care, decision }))!;
        var (key, id) = ($"challenge-{++count}", $"challenge-{count}");
        await agencies.SendAsync(answer.Participant!, new EscalationRaised { EscalationId = id, DeliveryId = answer.DeliveryId, Dissent = "Invented.", Role = "x", At = Now }, key, answer.Organisation);
        List<Watch> stages = [];
        Stage(stages, id, $"{answer.Participant}-{key}-1", 1, Now);
        if (Chance(70))
        {
            After(random.Next(1, 24 * 20), async () =>
            {
                await agencies.SendAsync(answer.Participant!, new EscalationClosed { EscalationId = id, Outcome = EscalationOutcome.Agreed, Role = "x", At = Now }, key, answer.Organisation);
                Over(stages);
            });
        }
    }

    /// <summary>Two working days, five and two again, each from when the last has ended.</summary>
    private void Stage(List<Watch> watches, string id, string message, int stage, DateTimeOffset from)
    {
        var end = WorkingDays.After(from, stage == 2 ? 5 : 2);
        watches.Add(expected.Add($"escalated stage {stage + 1}", message, end, then: now =>
        {
            if (stage < 3)
                Stage(watches, id, message, stage + 1, now);
        }));
        watches.Add(expected.Add(stage < 3 ? "told escalated" : "told unresolved", id, end));
        if (stage == 3)
            watches.Add(expected.Add("alert unresolved", message, end));
    }

    private async Task HandOverAsync()
    {
        var id = $"transfer-{++count}";
        await agencies.SendAsync(Care, new TransferRequested { TransferId = id, Kind = TransferKind.Authority, FromArea = "E06000063", ToArea = "E10000029", Parts = Parts(NextPerson()) }, id, CareOrganisation);
        var delivery = DeliveriesOf(Care, id).Single().DeliveryId;
        var due = WorkingDays.After(Now, 15);
        IReadOnlyList<Watch> watches = [expected.Add("alert transfer-overdue", id, due), expected.Add("told transfer-overdue", id, due)];
        if (Chance(10))
        {
            After(random.Next(1, 200), () => AnswerAsync(new TransferDeclined { DeliveryId = delivery, Role = Roles.FrontDoor, At = Now, Reason = DeclineReason.TemporaryStay, Rationale = "Invented." }, watches));
            return;
        }

        After(random.Next(1, 200), () => AnswerAsync(new TransferAccepted { DeliveryId = delivery, Role = Roles.FrontDoor, At = Now }, []));
        if (Chance(80))
        {
            After(random.Next(210, 700), () => AnswerAsync(
                new TransferConferenceHeld { DeliveryId = delivery, Role = Roles.ConferenceChair, At = Now, HeldOn = DateOnly.FromDateTime(Now.DateTime), Outcome = ConferenceOutcome.ProtectionPlan }, watches));
        }
    }

    private async Task AnswerAsync(object answer, IReadOnlyList<Watch> settled)
    {
        await agencies.SendAsync(SuffolkCare, answer, $"step-{++count}", "la/E10000029");
        Over(settled);
    }

    private async Task BreakGlassAsync(DeliveryRow delivery)
    {
        var hours = random.Next(1, 25);
        var answer = await routing.BreakGlassAsync(delivery, $"emergency-{++count}", hours);
        Assert.Null(answer.Problem);
        expected.Add("emergency-ended", answer.Id!, Now.AddHours(hours));
        var overdue = expected.Add("alert emergency-review-overdue", answer.Id!, WorkingDays.After(Now, 1));
        if (!Chance(70))
            return;
        After(random.Next(1, 60), async () =>
        {
            Assert.Null((await routing.Service.Desks.Emergencies.ReviewAsync(new(answer.Id!, "reviewer", ReviewOutcome.Justified))).Problem);
            overdue.IsOver = true;
        });
    }

    private static void Over(IEnumerable<Watch> watches)
    {
        foreach (var watch in watches)
            watch.IsOver = true;
    }

    private IReadOnlyList<DeliveryRow> DeliveriesOf(string sender, string about) => [.. routing.Store.Read(scope => scope.DeliveriesAbout(sender, about)).Where(delivery => delivery.Kind == "original")];

    private (string Participant, string Organisation) Referrer()
    {
        var luck = random.Next(100);
        var found = Referrers.First(referrer => (luck -= referrer.Share) < 0);
        return (found.Participant, found.Organisation);
    }

    private ConcernRaised NewConcern() => new()
    {
        ConcernId = $"concern-{Concerns}",
        LevelOfNeed = Chance(36) ? 4 : 3,
        RespondBy = Chance(30) ? Now.AddHours(random.Next(2, 73)) : null,
        Parts = Parts(NextPerson()),
    };

    private ToldPerson NextPerson() => people.MoveNext() ? people.Current : throw new InvalidOperationException("too few people");

    private static MessageParts Parts(ToldPerson person) => new()
    {
        Identity = new() { Names = person.Names, DateOfBirth = person.DateOfBirth },
        Address = new() { Addresses = [.. person.Addresses.Select(address => address with { AreaCode = "E06000063" })] },
        Incident = new() { ObservedAt = Morning, Categories = ["NEG"], Facts = "Invented facts." },
        Contact = new() { Role = "x", Reach = "01632 960001" },
    };

    private static IEnumerable<ToldPerson> Invented(int people) => new InventedChildren(people).All().Take(people).Select(one => one.Person);
}
