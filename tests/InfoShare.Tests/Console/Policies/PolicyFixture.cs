using InfoShare.Console;
using InfoShare.Console.Approvals;
using InfoShare.Console.Policies;
using InfoShare.Console.Security;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Tests.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Tests.Console.Policies;

/// <summary>The console's desks for the policy, on routing in memory, with two governance leads and an auditor.</summary>
internal sealed class PolicyFixture : IAsyncDisposable
{
    private PolicyFixture(RoutingFixture routing)
    {
        Routing = routing;
        Console = new(routing.Store, routing.Directory, routing.Service.Policies, routing.Service.Desks, new NoBroker(), routing.Clock) { Routes = true };
        Approvals = new(Console, [new PolicyActivation(Console)]);
        Replays = new(Console, NullLogger<ReplayWatch>.Instance);
        Desk = new(Console, Approvals, Replays);
        Shadows = new(Console);
    }

    /// <summary>A prohibition of a test's own: a school nurse learns nothing.</summary>
    public static PolicyFile NoNurse { get; } = new("no-nurse.cedar", """
        @id("no-nurse") @because("a test says so") @code("not-needed-for-role")
        forbid (principal in Role::"school-nurse", action == Action::"know", resource);
        """);

    public RoutingFixture Routing { get; }

    public ConsoleContext Console { get; }

    public ApprovalDesk Approvals { get; }

    public ReplayWatch Replays { get; }

    public PolicyDesk Desk { get; }

    public ShadowDesk Shadows { get; }

    public static SharingPolicy InForce => SharingPolicies.OfThisRelease.All[0];

    public static SharingPolicy Candidate => SharingPolicies.OfThisRelease.Named("duty-to-disclose")!;

    public static Viewer Lead { get; } = Of("lead", "governance-lead");

    public static Viewer SecondLead { get; } = Of("second lead", "governance-lead");

    public static Viewer Auditor { get; } = Of("auditor", "auditor");

    public static Viewer Operator { get; } = Of("operator", "operator");

    public static async Task<PolicyFixture> StartAsync()
    {
        var fixture = new PolicyFixture(await RoutingFixture.StartAsync());
        await fixture.Replays.StartAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>Decides all that there is again with a set, and waits for that.</summary>
    public async Task<CandidateReplay> ReplayAsync(SharingPolicy policy)
    {
        Assert.Null(Replays.Ask(policy, DateTimeOffset.UnixEpoch, ReplayWatch.Most, Lead));
        while (Replays.Latest(policy.Version) is { Report: null, Failed: false })
            await Task.Delay(5, TestContext.Current.CancellationToken);
        return Replays.Latest(policy.Version)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Replays.StopAsync(CancellationToken.None);
        Replays.Dispose();
        await Routing.DisposeAsync();
    }

    private static Viewer Of(string token, string role) => new(token, token, [Role.Named(role)!], null, null, null, false, false);
}
