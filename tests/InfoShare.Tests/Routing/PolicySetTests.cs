using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Policies;
using InfoShare.Tests.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Policy sets in routing: kept for ever, and each from its instant on.</summary>
public sealed class PolicySetTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    private static readonly SharingPolicy Before = TestPolicies.Of(TestPolicies.PermitAll, Reading).All[0];

    private static readonly SharingPolicy After = TestPolicies.Of(TestPolicies.PermitAll, Reading, """
        @id("no-nurse") @because("a test says so") @code("not-needed-for-role") forbid (principal in Role::"school-nurse", action == Action::"know", resource);
        """).All[0];

    private static readonly SharingPolicies TwoSets = SharingPolicies.Of([new(DateTimeOffset.UnixEpoch, Before), new(Ten, After)]);

    private const string Reading = """
        @id("read-all") @basis("UKGDPR-5-1-c") @because("a test says so") permit (principal, action == Action::"read", resource);
        """;

    [Fact]
    public async Task Every_set_is_kept_before_anything_is_decided_and_never_goes()
    {
        await using var routing = await RoutingFixture.StartAsync(policies: TwoSets);
        routing.Clock.Advance(TimeSpan.FromHours(3));
        await routing.RestartAsync(policies: SharingPolicies.OfThisRelease);

        var kept = routing.Store.Read(scope => scope.PolicySets());

        Assert.Equal([(Before.Version, 0), (After.Version, Ten.ToMicroseconds())], kept.Take(2).Select(row => (row.Version, row.InForceFrom)));
        Assert.Equal(SharingPolicies.OfThisRelease.InForce.Select(set => set.Policy.Version), kept.Skip(2).Select(row => row.Version));
        Assert.All(kept, row => Assert.Equal(row.Version, row.ToPolicy()!.Version));
    }

    [Fact]
    public async Task Those_that_were_used_last_are_known_with_their_days()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.Clock.Advance(TimeSpan.FromHours(1));
        await routing.RestartAsync(policies: TwoSets);

        var last = routing.Store.Read(scope => scope.LastPolicies())!;

        Assert.Equal(TwoSets.InForce.Select(set => (set.From, set.Policy.Version)), last.InForce.Select(set => (set.From, set.Policy.Version)));
    }

    [Theory]
    [InlineData("update policy_set set files = replace(files, 'everybody may know', 'nobody may know')")]
    [InlineData("update policy_set set files = '['")]
    public async Task A_set_that_was_changed_in_the_store_is_not_taken_for_what_it_was(string change)
    {
        await using var routing = await RoutingFixture.StartAsync(policies: SharingPolicies.Of([new(DateTimeOffset.UnixEpoch, Before)]));
        await routing.Store.WriteAsync(scope => scope.Execute(change));

        Assert.Null(Assert.Single(routing.Store.Read(scope => scope.PolicySets())).ToPolicy());
        Assert.Null(routing.Store.Read(scope => scope.LastPolicies()));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task A_set_that_comes_into_force_while_a_delivery_waits_decides_at_its_send(int microseconds, bool sent)
    {
        await using var routing = await RoutingFixture.StartAsync(policies: TwoSets);
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        var waiting = routing.To(Roles.SchoolNurse);

        routing.Clock.Advance(Ten.AddMicroseconds(microseconds) - routing.Clock.GetUtcNow());
        routing.StartReadingEverywhere();
        await routing.DrainAsync();

        Assert.Equal(sent ? DeliveryStates.HandedOver : DeliveryStates.Withheld, routing.To(Roles.SchoolNurse).State);
        var decisions = routing.Store.Read(scope => scope.AllDecisions()).Where(d => d.DeliveryId == waiting.DeliveryId);
        Assert.Equal(sent ? [Before.Version] : [Before.Version, After.Version], decisions.Select(d => d.Policy));
    }

    [Fact]
    public async Task What_another_set_leaves_as_it_was_is_sent_on_its_word()
    {
        await using var routing = await RoutingFixture.StartAsync(policies: TwoSets);
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        var waiting = routing.To(Roles.FrontDoor);

        routing.Clock.Advance(TimeSpan.FromHours(1));
        routing.StartReadingEverywhere();
        await routing.DrainAsync();

        Assert.Equal(After.Version, routing.Store.Read(scope => scope.LatestDecision(waiting.DeliveryId))!.Policy);
        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.FrontDoor).State);
    }

    [Fact]
    public async Task The_audit_tells_by_which_set_routing_started_and_when_another_came_into_force()
    {
        await using var routing = await RoutingFixture.StartAsync(policies: TwoSets);
        await routing.Service.KeepHouseAsync();
        routing.Clock.Advance(TimeSpan.FromHours(1));
        await routing.Service.KeepHouseAsync();
        await routing.Service.KeepHouseAsync();

        var audit = routing.Store.Read(scope => scope.Query<AuditRow>("select * from audit order by n")).Where(row => row.Kind is "started" or "policy-in-force").ToList();

        Assert.Equal(["started", "policy-in-force"], audit.Select(row => row.Kind));
        Assert.Contains(Before.Version, audit[0].Detail, StringComparison.Ordinal);
        Assert.Contains(BuiltInLayer.Version, audit[0].Detail, StringComparison.Ordinal);
        Assert.StartsWith($"test {After.Version}", audit[1].Detail, StringComparison.Ordinal);
    }
}
