using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Concerns that are each too low to be told may together be neglect: then the front door hears, and of the earlier ones too.</summary>
public class PatternTests
{
    private const string Health = "health-cumberland";
    private const string Police = "police-cumberland";
    private static readonly DateOnly Third = new(2026, 11, 18);

    [Fact]
    public async Task The_third_within_ninety_days_by_a_second_kind_of_agency_reaches_the_front_door_with_those_before_it()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, School, Third.AddDays(-90));
        await RaiseAsync(routing, School, Third.AddDays(-30));
        Assert.Empty(ToFrontDoor(routing));

        await RaiseAsync(routing, Health, Third);

        var told = Assert.Single(ToFrontDoor(routing));
        Assert.Contains("cumulative-concerns", told.Because);
        Assert.Equal([AgencyKind.Education, AgencyKind.Education], told.Parts.History!.Concerns.Select(one => one.From));
        Assert.Contains("cumulative-concerns", routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'alert'")));
    }

    [Fact]
    public async Task A_refusal_to_share_does_not_hide_the_pattern()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Agreement(ConsentAnswer.Refused), 1, "consents"));
        await RaiseAsync(routing, School, Third.AddDays(-20));
        await RaiseAsync(routing, Police, Third.AddDays(-10));
        await RaiseAsync(routing, Health, Third);

        Assert.Single(ToFrontDoor(routing));
    }

    [Theory]
    [InlineData(School, 91, 2)]
    [InlineData(School, 30, 3)]
    [InlineData(School, 30, 4)]
    public async Task Those_that_are_longer_ago_or_no_low_ones_do_not_count(string second, int daysBefore, int level)
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, second, Third.AddDays(-daysBefore), level);
        await RaiseAsync(routing, School, Third.AddDays(-1));
        await RaiseAsync(routing, Health, Third);

        Assert.DoesNotContain(ToFrontDoor(routing), one => one.Because.Contains("cumulative-concerns"));
    }

    [Fact]
    public async Task One_agency_alone_makes_no_pattern_however_often_it_speaks()
    {
        await using var routing = await StartAsync();
        for (var n = 4; n >= 0; n--)
            await RaiseAsync(routing, School, Third.AddDays(-n));

        Assert.Empty(ToFrontDoor(routing));
    }

    [Fact]
    public async Task A_correction_and_a_withdrawal_leave_one_concern_and_none()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, School, Third.AddDays(-3), id: "a");
        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = Low("a", Third.AddDays(-2), 1) }, 100));
        await RaiseAsync(routing, School, Third.AddDays(-1), id: "b");
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "b", Reason = WithdrawalReason.Unfounded }, 101));
        await RaiseAsync(routing, Health, Third);

        Assert.Empty(ToFrontDoor(routing));
    }

    [Fact]
    public async Task Without_the_link_that_made_the_pattern_it_is_called_back()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, School, Third.AddDays(-2));
        await RaiseAsync(routing, School, Third.AddDays(-1));
        await RaiseAsync(routing, Police, Third);
        var told = Assert.Single(ToFrontDoor(routing));
        var record = routing.Store.Read(scope => scope.First<string>("select record from record where sender = @Police", new { Police }))!;
        await routing.Service.Desks.Identities.UnlinkAsync(new(record, "identity reviewer"));
        await routing.DrainAsync();

        Assert.NotNull(routing.Store.Read(scope => scope.FindDelivery(told.DeliveryId))!.Recall);
        Assert.All(routing.Store.Read(scope => scope.AnswerClocks(0, 10)), owed => Assert.NotNull(owed.ClosedAt));
    }

    [Fact]
    public async Task What_the_child_says_and_who_lives_there_is_missed_where_it_is_not_told_and_where_it_is_unknown_that_is_an_answer()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(4, "a", Robin() with { ChildVoice = null, Household = new() }), 1));
        await routing.SendAsync(School, From(Concern(4, "b", Robin() with { ChildVoice = new() { Status = ChildVoiceStatus.NotSafeToAsk }, Household = new() { AdultsUnknown = true } }), 2));
        await routing.DrainAsync();

        Assert.Equal([[Gap.ChildVoice, Gap.HouseholdAdults], []], ToFrontDoor(routing).OrderBy(one => one.About).Select(one => one.Gaps));
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    private static ConcernRaised Low(string id, DateOnly on, int level) => Concern(level, id, Robin() with { Incident = new() { ObservedOn = on, Facts = "Invented facts." } });

    private static async Task RaiseAsync(RoutingFixture routing, string sender, DateOnly on, int level = 2, string? id = null)
    {
        var n = routing.Store.Read(scope => (int)scope.First<long>("select count(*) from message where type = 'concern.raised' and urgent = 0 and sender = @sender", new { sender })) + 1;
        var source = sender switch { Health => new OrganisationSource("ods", "ZZ999"), Police => new("police", "03"), _ => new("urn", "999998") };
        await routing.SendAsync(sender, From(Low(id ?? $"{sender}-{on:yyyyMMdd}", on, level), n, $"key of {sender}", source.Uri, id: $"{sender}-{on:yyyyMMdd}-{level}"));
        await routing.DrainAsync();
    }

    private static IReadOnlyList<Delivery> ToFrontDoor(RoutingFixture routing) =>
        [.. routing.DeliveredTo("social-care-cumberland").Where(one => one.Recipient.Role == Roles.FrontDoor && one.Kind is DeliveryKind.Original)];
}
