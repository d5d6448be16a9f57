using System.Text;
using InfoShare.Adapters.Education.Attendance;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Plans;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Stories;

/// <summary>Five months of one invented child, told once, in virtual time: the school by its attendance file, the others as their adapters would.</summary>
public sealed class LostFocusStory : IAsyncLifetime
{
    public const string Care = "social-care-cumberland";
    public const string Health = "health-cumberland";
    public const string NewCare = "social-care-suffolk";
    public const string NewHealth = "health-suffolk";
    private const string NewSchool = "education-suffolk";

    private static readonly Dictionary<string, OrganisationSource> Sources = new()
    {
        [Care] = new("la", "E06000063"),
        [Health] = new("ods", "ZZ999"),
        [NewCare] = new("la", "E10000029"),
        [NewHealth] = new("ods", "ZZ998"),
        [School] = new("urn", "999998"),
        [NewSchool] = new("urn", "999999"),
    };

    private readonly Dictionary<string, int> sent = [];
    private RoutingFixture routing = null!;

    /// <summary>What the school was told on the last school day in which a decision is in time, and on the next day.</summary>
    public IReadOnlyList<string> ToldBefore { get; private set; } = [];

    public IReadOnlyList<string> ToldAfter { get; private set; } = [];
    public IReadOnlyList<ResponseRow> LateAfter { get; private set; } = [];
    public IReadOnlyList<ResponseRow> LateAtTheEnd { get; private set; } = [];
    public IReadOnlyList<PlanRow> PlansAtTheEnd { get; private set; } = [];

    public IReadOnlyList<Delivery> Read(string participant) => routing.DeliveredTo(participant);

    public IReadOnlyList<Delivery> To(string participant, string role, string type) =>
        [.. Read(participant).Where(one => one.Recipient.Role == role && one.MessageType == type && one.Kind is DeliveryKind.Original or DeliveryKind.Correction)];

    public IEnumerable<PlanChange?> Changes(string participant, string role, PlanType type = PlanType.ChildProtection) =>
        To(participant, role, "plan.changed").Select(one => one.Parts.Plan!.Plans[0]).Where(plan => plan.Type == type).Select(plan => plan.Change);

    public IEnumerable<TransferState?> Steps(string participant) => Read(participant).Where(one => one.Answer?.Transfer is not null).Select(one => one.Answer!.Transfer);

    public async ValueTask InitializeAsync()
    {
        routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await AttendanceFallsAsync();
        await TwoPlansAsync();
        await TheFamilyMovesAsync();
        await ResponsibilityPassesAsync();
        LateAtTheEnd = Late().Where(row => row.Clock == "early-help-considered").ToList();
        PlansAtTheEnd = routing.Store.Read(scope => scope.Plans(all: false, 10));
    }

    public ValueTask DisposeAsync() => routing.DisposeAsync();

    private async Task AttendanceFallsAsync()
    {
        await TellAsync(School, Attendance("139,118,"));
        // From Friday 20 November five school days: until the end of Friday 27.
        await HouseAsync(new(2026, 11, 27, 23, 59, 59, TimeSpan.Zero));
        ToldBefore = Told(School);
        await HouseAsync(new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));
        (ToldAfter, LateAfter) = (Told(School), Late());
    }

    private async Task TwoPlansAsync()
    {
        await TellAsync(Care, Protection(PlanChange.Opened, "plan-cumberland"));
        await TellAsync(Health, EarlyHelp());
        await TellAsync(School, Attendance("139,118,The plan covers it"));
        await TellAsync(Care, Protection(PlanChange.Visited, "plan-cumberland"));
        await TellAsync(School, new CircumstancesChanged
        {
            NoticeId = "partner",
            Parts = Child() with { Incident = new() { ObservedOn = new(2026, 12, 1), Change = ChangeKind.NewAdult, Facts = "Her mother's new partner fetches her." } },
        });
    }

    private async Task TheFamilyMovesAsync()
    {
        await HouseAsync(new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero));
        await TellAsync(Care, new ChildMovedArea
        {
            MoveId = "moved",
            MoveType = MoveType.Permanent,
            DetectedBy = MoveSignal.Address,
            FromArea = "E06000063",
            ToArea = "E10000029",
            ResponsibilityHeldBy = "E06000063",
            Parts = Child() with { Address = new() { Addresses = [new() { Lines = ["9 Pretend Street"], Postcode = "IP99 9ZZ", AreaCode = "E10000029", Use = AddressUse.Home }] } },
        });
        await TellAsync(Health, new TransferRequested { TransferId = "nurse", Kind = TransferKind.Service, ToOrganisation = "ods/ZZ998", ToRole = Roles.SchoolNurse, Parts = Child() });
        await StepAsync(NewHealth, Roles.SchoolNurse, id => new TransferAccepted { DeliveryId = id, Role = Roles.SchoolNurse, At = Morning });
        await StepAsync(NewHealth, Roles.SchoolNurse, id => new TransferResponsibilityPassed { DeliveryId = id, Role = Roles.SchoolNurse, At = Morning, From = new(2027, 1, 12) });
    }

    private async Task ResponsibilityPassesAsync()
    {
        await TellAsync(Care, new TransferRequested { TransferId = "case", Kind = TransferKind.Authority, FromArea = "E06000063", ToArea = "E10000029", Parts = Child() });
        await StepAsync(NewCare, Roles.FrontDoor, id => new TransferAccepted { DeliveryId = id, Role = Roles.FrontDoor, At = Morning });
        await StepAsync(NewCare, Roles.FrontDoor, id => new TransferConferenceHeld { DeliveryId = id, Role = Roles.ConferenceChair, At = Morning, HeldOn = new(2027, 1, 11), Outcome = ConferenceOutcome.ProtectionPlan });
        await StepAsync(NewCare, Roles.FrontDoor, id => new TransferResponsibilityPassed { DeliveryId = id, Role = Roles.FrontDoor, At = Morning, From = new(2027, 1, 11) });
        await TellAsync(NewCare, Protection(PlanChange.Opened, "plan-suffolk"));
        await TellAsync(Care, Protection(PlanChange.EndProposed, "plan-cumberland"));
        var asked = Read(NewHealth).Single(one => one.MessageType == "plan.changed" && one.Recipient.Role == Roles.SchoolNurse && one.Parts.Plan!.Plans[0].Change is PlanChange.EndProposed);
        await TellAsync(NewHealth, new PlanViewGiven { DeliveryId = asked.DeliveryId, View = PlanView.Agrees, Rationale = "The new plan goes on.", Role = Roles.SchoolNurse, At = Morning }, "view");
        await TellAsync(Care, Protection(PlanChange.Ended, "plan-cumberland"));
        await TellAsync(NewSchool, new ConcernRaised { ConcernId = "new-school", LevelOfNeed = 4, Parts = Child() with { Incident = new() { ObservedOn = new(2027, 1, 11), Categories = ["NEG"], Facts = "Came without a coat." } } });
    }

    /// <summary>The school's own file through the school's own adapter.</summary>
    private static AttendanceThreshold Attendance(string row)
    {
        var fields = row.Split(',');
        var csv = $"UPN,Surname,Forename,DOB,School URN,To,Possible,Attended,Early Help,Early Help reason\nA942999825001,Testperson,Robin,14/05/2016,999998,20/11/2026,{fields[0]},{fields[1]},{(fields[2].Length > 0 ? "not started" : "")},{fields[2]}";
        var context = new TranslationContext(School, AgencyKind.Education, [Sources[School]], Morning, new(2026, 11, 20), 30, new HashSet<string>());
        var record = Assert.IsType<FileTranslation.Readable>(new AttendanceTranslator().Translate(Encoding.UTF8.GetBytes(csv), context)).Records.Single();
        return Assert.IsType<AttendanceThreshold>(Assert.IsType<RecordTranslation.Messages>(record).Drafts.Single().Data);
    }

    private static PlanChanged EarlyHelp() => Plan("plan-health", new() { Type = PlanType.EarlyHelp, Start = new(2026, 11, 30), Change = PlanChange.Opened });

    private static PlanChanged Protection(PlanChange change, string plan) => Plan(plan, new()
    {
        Type = PlanType.ChildProtection,
        Start = new(2026, 12, 1),
        Category = "NEG",
        Change = change,
        VisitedOn = change is PlanChange.Visited ? new(2026, 12, 8) : null,
        End = change is PlanChange.Ended ? new(2027, 1, 11) : null,
    });

    private static PlanChanged Plan(string id, OpenPlan plan) => new() { NoticeId = $"{id}-{plan.Change}", PlanId = id, Parts = Child() with { Plan = new() { Plans = [plan] } } };

    /// <summary>With the number that the school's file has, and with the one by which health knows the child.</summary>
    private static MessageParts Child() => new()
    {
        Identity = Robin().Identity is var robin ? robin! with { Identifiers = [.. robin.Identifiers, new() { System = IdentifierSystem.Upn, Value = "A942999825001" }] } : null,
    };

    private async Task TellAsync<T>(string sender, T data, string key = "child")
    {
        var n = sent[sender + key] = sent.GetValueOrDefault(sender + key) + 1;
        var receipt = await routing.SendAsync(sender, From(data, n, $"{key} of {sender}", Sources[sender].Uri));
        Assert.Equal((ReceiptOutcome.Accepted, 0), (receipt!.Outcome, receipt.Reasons.Count));
        await routing.DrainAsync();
    }

    private Task StepAsync<T>(string participant, string role, Func<string, T> step)
    {
        var asked = Read(participant).Last(one => one.MessageType == "transfer.requested" && one.Recipient.Role == role);
        return TellAsync(participant, step(asked.DeliveryId), "steps");
    }

    private async Task HouseAsync(DateTimeOffset at)
    {
        routing.Clock.Advance(at - routing.Clock.GetUtcNow());
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    private IReadOnlyList<string> Told(string participant) =>
        [.. routing.Read[participant].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Select(one => one.Code)];

    private IReadOnlyList<ResponseRow> Late() => [.. routing.Store.Read(scope => scope.Responses("", routing.Clock.GetUtcNow().ToMicroseconds(), 50))
        .Where(row => row is { Clock: not null, ClockAnsweredAt: null, ClosedAt: null })];
}
