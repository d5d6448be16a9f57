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

/// <summary>Plans of two agencies for one invented child, and what is told of them.</summary>
internal static class PlanMessages
{
    public const string Care = "social-care-cumberland";
    public const string Wards = "health-cumberland";
    public static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;
    public static readonly string Trust = new OrganisationSource("ods", "ZZ999").Uri;
    public static readonly DateOnly Started = new(2026, 11, 9);

    public static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    public static PlanChanged Protection(PlanChange change, DateOnly? visited = null) => Plan("plan-care", new()
    {
        Type = PlanType.ChildProtection,
        Start = Started,
        Category = "NEG",
        ManagerContact = "Team manager, 01632 960110",
        Change = change,
        VisitedOn = visited,
        End = change is PlanChange.Ended ? new(2026, 11, 20) : null,
    });

    public static PlanChanged EarlyHelp(PlanChange change) => Plan("plan-health", new() { Type = PlanType.EarlyHelp, Start = Started, Change = change });

    public static PlanChanged Plan(string id, OpenPlan plan) => new()
    {
        NoticeId = "",
        PlanId = id,
        Parts = new() { Identity = Robin().Identity, Address = Robin().Address, Education = new() { SchoolUrn = "999998" }, Plan = new() { Plans = [plan] } },
    };

    /// <summary>Outside the sequence, so that it can come late.</summary>
    public static PlanChanged Urgent(PlanChanged change) => change with { Parts = change.Parts with { Address = change.Parts.Address! with { Restricted = true } } };

    /// <summary>The n-th change that is told, about <c>PlanChanged-n</c>.</summary>
    public static async Task TellAsync(RoutingFixture routing, string sender, PlanChanged change, int? nth = null)
    {
        var n = routing.Store.Read(scope => (int)scope.First<long>("select count(*) from message where type = 'plan.changed'")) + 1;
        var ofSender = nth ?? routing.Store.Read(scope => (int)scope.First<long>("select count(*) from message where type = 'plan.changed' and sender = @sender", new { sender })) + 1;
        var receipt = await routing.SendAsync(sender, From(change with { NoticeId = $"PlanChanged-{n}" }, ofSender, $"plans of {sender}", sender == Care ? Cumberland : Trust, id: $"message-{n}"));
        Assert.Equal(ReceiptOutcome.Accepted, receipt!.Outcome);
        await routing.DrainAsync();
    }

    public static PlanViewGiven View(string delivery, PlanView view) =>
        new() { DeliveryId = delivery, View = view, Rationale = "Weight has fallen.", Role = Roles.SchoolNurse, At = Morning };

    public static async Task ViewAsync(RoutingFixture routing, string delivery, PlanView view)
    {
        await routing.SendAsync(Wards, From(View(delivery, view), 1, "views", Trust));
        await routing.DrainAsync();
    }

    public static async Task HouseAsync(RoutingFixture routing, DateTimeOffset at)
    {
        routing.Clock.Advance(at - routing.Clock.GetUtcNow());
        await routing.Service.KeepHouseAsync();
        await routing.DrainAsync();
    }

    public static IReadOnlyList<PlanRow> Open(RoutingFixture routing) => routing.Store.Read(scope => scope.Plans(all: false, 10));

    /// <summary>What the authority was told about its own plans.</summary>
    public static List<string> Told(RoutingFixture routing) =>
        [.. routing.Read[Care].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Select(one => one.Code).Where(code => code.StartsWith("plan-", StringComparison.Ordinal) || code == WithheldCodes.Unanswered)];
}
