using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Nobody begins anew as if nothing had been: each concern brings what was before, as far as its reader may know.</summary>
public class HistoryTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task A_first_concern_says_that_there_was_none_before()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, 1);
        Assert.Equal(0, Last(routing).EarlierConcerns);
        Assert.Null(Last(routing).Since);
    }

    [Fact]
    public async Task Earlier_concerns_are_told_by_when_they_happened_with_what_was_decided()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, 1, on: new(2026, 3, 2), level: 3);
        await RaiseAsync(routing, 2, on: new(2025, 9, 1), level: 4);
        await routing.SendAsync(Care, From(
            new ConcernDecision { DeliveryId = DeliveryOf(routing, 2), Outcome = ConcernOutcome.S47, DecidedBy = Roles.FrontDoor, DecidedAt = Morning, Rationale = "Invented." }, 1, "answers", Cumberland));

        await RaiseAsync(routing, 3);

        var history = Last(routing);
        Assert.Equal((2, new DateOnly(2025, 9, 1)), (history.EarlierConcerns, history.Since));
        Assert.Equal([(new DateOnly(2026, 3, 2), (int?)3, (ConcernOutcome?)null), (new DateOnly(2025, 9, 1), 4, ConcernOutcome.S47)], history.Concerns.Select(one => (one.On, one.LevelOfNeed, one.Outcome)));
        Assert.All(history.Concerns, one => Assert.Equal(AgencyKind.Education, one.From));
    }

    [Fact]
    public async Task A_concern_of_another_agency_about_the_same_child_counts()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync("police-cumberland", From(Concern(), 1, "police-key", new OrganisationSource("police", "03").Uri));
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        await RaiseAsync(routing, 1);
        Assert.Equal(AgencyKind.Police, Assert.Single(Last(routing).Concerns).From);
    }

    [Fact]
    public async Task A_correction_is_no_concern_of_its_own_and_a_withdrawn_one_none_at_all()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, 1, level: 3);
        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = Concern(4, "concern-1") }, 2));
        await routing.DrainAsync();
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, Last(routing).EarlierConcerns);

        await RaiseAsync(routing, 3);
        Assert.Equal(4, Assert.Single(Last(routing).Concerns).LevelOfNeed);

        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.Unfounded }, 4));
        await RaiseAsync(routing, 5);
        Assert.Equal(1, Last(routing).EarlierConcerns);
    }

    [Fact]
    public async Task What_a_reader_may_not_know_of_is_neither_told_nor_counted()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, 1, level: 1);
        await routing.SendAsync(School, From(Concern(3, "concern-2") with { AllegationAgainstStaff = true }, 2));

        await RaiseAsync(routing, 3);

        Assert.Equal(0, Last(routing).EarlierConcerns);
    }

    [Fact]
    public async Task Two_readers_of_one_concern_may_know_of_different_concerns_before()
    {
        await using var routing = await StartAsync();
        routing.StartReading("police-cumberland");
        await RaiseAsync(routing, 1, level: 3);
        await RaiseAsync(routing, 2, level: 4);

        Assert.Equal(1, Last(routing).EarlierConcerns);
        Assert.Equal(0, routing.DeliveredTo("police-cumberland")[^1].Parts.History!.EarlierConcerns);
    }

    [Fact]
    public async Task Plans_are_told_with_what_they_came_to_and_without_who_manages_them()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(Care, From(new InvolvementRecorded
        {
            InvolvementId = "case-1",
            Since = new(2024, 2, 1),
            Parts = new()
            {
                Identity = Robin().Identity,
                Plan = new()
                {
                    Plans =
                    [
                        new() { Type = PlanType.ChildInNeed, Start = new(2024, 2, 1), End = new(2025, 2, 1), Effect = PlanEffect.NoEffect },
                        new() { Type = PlanType.ChildProtection, Start = new(2025, 2, 1), Category = "NEG", ManagerContact = "CANARY-MANAGER" },
                    ],
                },
            },
        }, 1, "case", Cumberland));

        await RaiseAsync(routing, 1);

        Assert.Equal([(PlanType.ChildProtection, (PlanEffect?)null, (string?)null), (PlanType.ChildInNeed, PlanEffect.NoEffect, null)], Last(routing).Plans.Select(plan => (plan.Type, plan.Effect, plan.ManagerContact)));
        Assert.Equal("E06000063", Last(routing).Responsibility!.HeldBy);
    }

    [Fact]
    public async Task Which_authority_is_responsible_is_not_told_to_who_may_not_see_a_restricted_address()
    {
        await using var routing = await StartAsync();
        routing.StartReading("health-cumberland");
        await routing.SendAsync(Care, From(new InvolvementRecorded { InvolvementId = "case-1", Parts = new() { Identity = Robin().Identity } }, 1, "case", Cumberland));
        var parts = Robin();
        await routing.SendAsync(School, From(Concern(4, "concern-1", parts with { Address = parts.Address! with { Restricted = true } }), 1));
        await routing.DrainAsync();

        Assert.Equal("E06000063", Last(routing).Responsibility!.HeldBy);
        Assert.Null(routing.DeliveredTo("health-cumberland")[^1].Parts.History!.Responsibility!.HeldBy);
    }

    [Fact]
    public async Task What_a_sender_writes_there_is_not_read()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(4, "concern-1", Robin() with { History = new() { EarlierConcerns = 99 } }), 1));
        await routing.DrainAsync();
        Assert.Equal(0, Last(routing).EarlierConcerns);
    }

    [Fact]
    public async Task It_outlives_the_concerns_own_words()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, 1, on: new(2026, 3, 2));
        routing.Clock.Advance(TimeSpan.FromDays(60));
        await routing.Service.KeepHouseAsync();
        Assert.Contains(routing.Store.Read(scope => scope.Query<string>("select kind from audit")), kind => kind == "message-erased");

        await RaiseAsync(routing, 2);

        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(Last(routing).Concerns).On);
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care, School, "police-cumberland", "health-cumberland");
        return routing;
    }

    private static async Task RaiseAsync(RoutingFixture routing, int n, DateOnly? on = null, int level = 4)
    {
        var parts = Robin();
        if (on is not null)
            parts = parts with { Incident = parts.Incident! with { ObservedAt = null, ObservedOn = on } };
        await routing.SendAsync(School, From(Concern(level, $"concern-{n}", parts), n, key: $"key-{n}", id: $"concern-message-{n}") with { Sequence = level < 4 ? 1 : null });
        await routing.DrainAsync();
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>What the front door had with the latest concern.</summary>
    private static HistoryPart Last(RoutingFixture routing) => routing.DeliveredTo(Care).Last(d => d.Recipient.Role == Roles.FrontDoor && d.Parts.History is not null).Parts.History!;

    private static string DeliveryOf(RoutingFixture routing, int n) =>
        routing.DeliveredTo(Care).Single(d => d.Recipient.Role == Roles.FrontDoor && d.MessageId == $"concern-message-{n}").DeliveryId;
}
