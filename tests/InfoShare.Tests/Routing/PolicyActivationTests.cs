using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Routing.Replaying;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Tests.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What two people bring into force decides in a router that runs, from its time on, and after every restart.</summary>
public sealed class PolicyActivationTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    private static SharingPolicy NoNurse { get; } = TestPolicies.With("prohibitions.cedar", "// The boundary moved, not the child.", """
        @id("no-nurse") @because("a test says so") @code("not-needed-for-role")
        forbid (principal in Role::"school-nurse", action == Action::"know", resource);
        """).All[0];

    private static SharingPolicy Settled => SharingPolicies.OfThisRelease.All[0];

    [Fact]
    public async Task It_decides_from_its_instant_on_without_a_restart()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await ActivateAsync(routing, NoNurse, Ten);
        await routing.SendAsync(School, From(Concern(3, "before"), 1, key: "k-1"));

        routing.Clock.Advance(Ten - routing.Clock.GetUtcNow());
        await routing.SendAsync(School, From(Concern(3, "after"), 1, key: "k-2"));

        // Of the second nobody even asks: no message would ever reach that role.
        Assert.Equal(["before"], routing.Deliveries.Where(row => row is { Role: Roles.SchoolNurse, Kind: "original" }).Select(row => row.About));
        Assert.Equal([Settled.Version, NoNurse.Version], Decisions(routing).Select(row => row.Policy).Distinct());
    }

    [Fact]
    public async Task It_survives_a_restart_with_settings_that_know_nothing_of_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await ActivateAsync(routing, NoNurse, Ten);
        routing.Clock.Advance(TimeSpan.FromHours(2));

        await routing.RestartAsync(policies: SharingPolicies.OfThisRelease);
        await routing.SendAsync(School, From(Concern(3), 1));

        Assert.Equal([NoNurse.Version], Decisions(routing).Select(row => row.Policy).Distinct());
        Assert.Contains(NoNurse.Version, Audited(routing, "started")[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_go_back_the_older_one_is_brought_into_force_again()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await ActivateAsync(routing, NoNurse, Ten);
        await ActivateAsync(routing, Settled, Ten.AddHours(1));

        Assert.Equal(NoNurse.Version, routing.Service.Policies.Now.At(Ten).Version);
        Assert.Same(Settled, routing.Service.Policies.Now.At(Ten.AddHours(1)));
    }

    [Fact]
    public async Task A_set_that_the_settings_bring_into_force_later_decides_then()
    {
        var both = SharingPolicies.Of([new(DateTimeOffset.UnixEpoch, Settled), new(Ten.AddHours(2), TestPolicies.Of(TestPolicies.PermitAll).All[0])]);
        await using var routing = await RoutingFixture.StartAsync(policies: both);
        await ActivateAsync(routing, NoNurse, Ten);

        Assert.Equal(NoNurse.Version, routing.Service.Policies.Now.At(Ten.AddHours(1)).Version);
        Assert.Equal("test", routing.Service.Policies.Now.At(Ten.AddHours(2)).Name);
    }

    [Theory]
    [InlineData("update policy_activation set files = replace(files, 'no-nurse', 'no-nurses')")]
    [InlineData("update policy_activation set files = '['")]
    public async Task One_that_cannot_be_read_is_refused_and_told_and_the_one_before_goes_on(string broken)
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.Store.WriteAsync(scope => scope.Add(Activation(NoNurse, Ten)));
        await routing.Store.WriteAsync(scope => scope.Execute(broken));

        await routing.Service.LookForPoliciesAsync();
        await routing.Service.LookForPoliciesAsync();

        Assert.Same(Settled, routing.Service.Policies.Now.At(Ten.AddHours(1)));
        Assert.Equal(NoNurse.Version, Assert.Single(routing.Service.Policies.Refused).Version);
        Assert.StartsWith(NoNurse.Version, Assert.Single(Audited(routing, "policy-refused")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_before_anything_is_decided_by_it_and_every_decision_replays_under_its_own()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(3, "before"), 1, key: "k-1"));
        await ActivateAsync(routing, NoNurse, Ten);
        Assert.Contains(routing.Store.Read(scope => scope.PolicySets()), row => row.Version == NoNurse.Version && row.InForceFrom == Ten.ToMicroseconds());

        routing.Clock.Advance(TimeSpan.FromHours(2));
        await routing.SendAsync(School, From(Concern(3, "after"), 1, key: "k-2"));
        await routing.RestartAsync(policies: TestPolicies.Of(TestPolicies.PermitAll));

        var report = routing.Store.Read(scope => Replay.Run(scope, 0, null, _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal(2, Decisions(routing).Select(row => row.Policy).Distinct().Count());
        Assert.True(report.AllTheSame);
    }

    [Fact]
    public async Task Where_the_settings_are_refused_those_that_were_used_last_have_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await ActivateAsync(routing, NoNurse, Ten);

        var last = routing.Store.Read(scope => scope.LastPolicies())!;

        Assert.Equal([.. SharingPolicies.OfThisRelease.InForce.Select(set => set.Policy.Version), NoNurse.Version], last.InForce.Select(set => set.Policy.Version));
        await routing.RestartAsync(policies: last);
        Assert.Equal(last.InForce.Select(set => (set.From, set.Policy.Version)), routing.Service.Policies.Now.InForce.Select(set => (set.From, set.Policy.Version)));
    }

    [Fact]
    public async Task The_audit_tells_when_it_came_into_force_and_no_more()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.Service.KeepHouseAsync();
        await ActivateAsync(routing, NoNurse, Ten);
        await routing.Service.KeepHouseAsync();
        Assert.Empty(Audited(routing, "policy-in-force"));

        routing.Clock.Advance(TimeSpan.FromHours(2));
        await routing.Service.KeepHouseAsync();
        await ActivateAsync(routing, Settled, Ten.AddHours(8));
        await routing.Service.KeepHouseAsync();

        Assert.Contains(NoNurse.Version, Assert.Single(Audited(routing, "policy-in-force")).Detail, StringComparison.Ordinal);
    }

    private static async Task ActivateAsync(RoutingFixture routing, SharingPolicy policy, DateTimeOffset from)
    {
        await routing.Store.WriteAsync(scope => scope.Add(Activation(policy, from)));
        await routing.Service.LookForPoliciesAsync();
    }

    private static PolicyActivationRow Activation(SharingPolicy policy, DateTimeOffset from) => new()
    {
        ActivationId = $"{policy.Version} {from:O}",
        Version = policy.Version,
        Name = policy.Name,
        Files = DecisionTable.Write(policy.Files),
        InForceFrom = from.ToMicroseconds(),
        AskedBy = "one",
        ApprovedBy = "another",
        ApprovedAt = 1,
    };

    private static IReadOnlyList<DecisionRow> Decisions(RoutingFixture routing) => routing.Store.Read(scope => scope.AllDecisions());

    private static IReadOnlyList<AuditRow> Audited(RoutingFixture routing, string kind) =>
        routing.Store.Read(scope => scope.Query<AuditRow>("select * from audit where kind = @kind order by n", new { kind }));
}
