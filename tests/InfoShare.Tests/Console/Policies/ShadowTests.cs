using InfoShare.Contracts.Codes;
using InfoShare.Routing.Replaying;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Policies;
using static InfoShare.Tests.Console.Policies.PolicyFixture;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console.Policies;

/// <summary>A candidate in shadow counts what it would have decided otherwise, and changes nothing.</summary>
public sealed class ShadowTests
{
    [Fact]
    public async Task It_counts_a_known_difference_from_its_start_until_its_end_each_once()
    {
        await using var fixture = await StartAsync();
        await fixture.Routing.SendAsync(School, From(Concern(3, "before"), 1, key: "k-1"));
        var version = (await fixture.Desk.AddAsync("no-nurse", InForce.Version, [NoNurse], Lead)).Version!;
        Assert.Null(await fixture.Shadows.StartAsync(version, Lead));
        await fixture.Routing.SendAsync(School, From(Concern(3, "during"), 1, key: "k-2"));
        await FollowAsync(fixture);
        await FollowAsync(fixture);
        await fixture.Routing.SendAsync(School, From(Concern(3, "again"), 1, key: "k-3"));
        await FollowAsync(fixture);

        Assert.Null(await fixture.Shadows.EndAsync(Only(fixture).ShadowId, SecondLead));
        await fixture.Routing.SendAsync(School, From(Concern(3, "late"), 1, key: "k-4"));
        await FollowAsync(fixture);

        var shadow = Only(fixture);
        Assert.Equal((2, 0, "second lead"), (shadow.Different, shadow.NotDecided, shadow.EndedBy));
        var told = fixture.Routing.Store.Read(scope => scope.ShadowDifferences(shadow.ShadowId)).Single(row => row.Part == 0);
        Assert.Equal((Roles.SchoolNurse, (long)Change.NoLongerTold, 2), (told.Role, told.Change, told.Decisions));
        Assert.Equal(2, told.Examples.Split(',').Length);
        Assert.Equal(4, fixture.Routing.Deliveries.Count(row => row is { Role: Roles.SchoolNurse, Kind: "original", State: "decided" }));
    }

    [Fact]
    public async Task What_has_just_been_decided_waits_until_no_router_can_still_come_before_it()
    {
        await using var fixture = await StartAsync();
        Assert.Null(await fixture.Shadows.StartAsync(Candidate.Version, Lead));
        await fixture.Routing.SendAsync(School, From(Concern(3), 1));

        Assert.Equal(0, await fixture.Shadows.FollowAsync());
    }

    [Fact]
    public async Task One_at_a_time_and_never_the_one_that_is_in_force()
    {
        await using var fixture = await StartAsync();

        Assert.StartsWith("It is in force", await fixture.Shadows.StartAsync(InForce.Version, Lead), StringComparison.Ordinal);
        Assert.Null(await fixture.Shadows.StartAsync(Candidate.Version, Lead));
        Assert.StartsWith("The set duty-to-disclose is in shadow", await fixture.Shadows.StartAsync(Candidate.Version, Lead), StringComparison.Ordinal);

        Assert.Equal(["shadow-started"], fixture.Routing.Store.Read(scope => scope.Query<AuditRow>("select * from audit where kind like 'shadow-%'")).Select(row => row.Kind));
    }

    /// <summary>Until there is nothing more to follow.</summary>
    private static async Task FollowAsync(PolicyFixture fixture)
    {
        fixture.Routing.Clock.Advance(TimeSpan.FromMinutes(1));
        while (await fixture.Shadows.FollowAsync() > 0)
        {
        }
    }

    private static PolicyShadowRow Only(PolicyFixture fixture) => Assert.Single(fixture.Routing.Store.Read(scope => scope.Shadows(5)));
}
