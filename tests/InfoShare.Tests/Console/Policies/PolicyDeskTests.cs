using InfoShare.Console.Policies;
using InfoShare.Contracts.Codes;
using InfoShare.Policy;
using InfoShare.Policy.Sets;
using InfoShare.Storage;
using InfoShare.Storage.Approvals;
using InfoShare.Storage.Policies;
using static InfoShare.Tests.Console.Policies.PolicyFixture;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console.Policies;

/// <summary>A set is tried, proposed by one governance lead, approved by another, and then decides.</summary>
public sealed class PolicyDeskTests
{
    [Fact]
    public async Task What_one_proposes_and_another_approves_decides_in_the_router_that_runs()
    {
        await using var fixture = await StartAsync();
        var version = await AddAsync(fixture);
        await ProposeAsync(fixture, version, TimeSpan.FromHours(1));
        Assert.Null(await fixture.Approvals.DecideAsync(Open(fixture).ApprovalId, approve: true, SecondLead));
        await fixture.Routing.Service.LookForPoliciesAsync();

        await fixture.Routing.SendAsync(School, From(Concern(3, "before"), 1, key: "k-1"));
        fixture.Routing.Clock.Advance(TimeSpan.FromHours(1));
        await fixture.Routing.SendAsync(School, From(Concern(3, "after"), 1, key: "k-2"));

        Assert.Equal(["before"], fixture.Routing.Deliveries.Where(row => row is { Role: Roles.SchoolNurse, Kind: "original" }).Select(row => row.About));
        var activation = Assert.Single(fixture.Routing.Store.Read(scope => scope.PolicyActivations()));
        Assert.Equal((version, "lead", "second lead"), (activation.Version, activation.AskedBy, activation.ApprovedBy));
    }

    [Fact]
    public async Task Whoever_proposed_it_cannot_approve_it_nor_can_somebody_without_the_permission()
    {
        await using var fixture = await StartAsync();
        await ProposeAsync(fixture, Candidate.Version, TimeSpan.FromHours(1));

        Assert.Equal("Somebody else must decide what you asked for", await fixture.Approvals.DecideAsync(Open(fixture).ApprovalId, approve: true, Lead));
        Assert.Equal("Your roles do not include approving this", await fixture.Approvals.DecideAsync(Open(fixture).ApprovalId, approve: true, Operator));
        Assert.Equal("Your roles do not include approving this", await fixture.Approvals.DecideAsync(Open(fixture).ApprovalId, approve: true, Auditor));
        Assert.Empty(fixture.Routing.Store.Read(scope => scope.PolicyActivations()));
    }

    [Fact]
    public async Task What_is_approved_after_its_time_decides_a_minute_later()
    {
        await using var fixture = await StartAsync();
        await ProposeAsync(fixture, Candidate.Version, TimeSpan.FromHours(1));
        fixture.Routing.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Null(await fixture.Approvals.DecideAsync(Open(fixture).ApprovalId, approve: true, SecondLead));

        Assert.Equal((fixture.Console.Now + PolicyActivation.Notice).ToMicroseconds(), fixture.Routing.Store.Read(scope => scope.PolicyActivations()).Single().InForceFrom);
    }

    [Fact]
    public async Task What_nobody_has_replayed_cannot_be_proposed_nor_what_waits_already_nor_what_is_in_force()
    {
        await using var fixture = await StartAsync();
        var from = fixture.Console.Now.AddHours(1);
        Assert.StartsWith("Decide past messages again", (await fixture.Desk.ProposeAsync(Candidate.Version, from, "A test.", Lead))!.Value.Problem, StringComparison.Ordinal);
        Assert.StartsWith("Your roles do not", (await fixture.Desk.ProposeAsync(Candidate.Version, from, "A test.", Auditor))!.Value.Problem, StringComparison.Ordinal);
        await ProposeAsync(fixture, Candidate.Version, TimeSpan.FromHours(1));

        Assert.Equal("It waits for approval already", (await fixture.Desk.ProposeAsync(Candidate.Version, from, "A test.", SecondLead))!.Value.Problem);
        await fixture.ReplayAsync(InForce);
        Assert.Equal(("day", "It is in force then already"), await fixture.Desk.ProposeAsync(InForce.Version, from, "A test.", Lead));
        Assert.Equal("day", (await fixture.Desk.ProposeAsync(InForce.Version, fixture.Console.Now, "A test.", Lead))!.Value.Field);
    }

    [Fact]
    public async Task A_broken_set_is_refused_with_its_file_line_and_column_and_nothing_is_kept()
    {
        await using var fixture = await StartAsync();

        var answer = await fixture.Desk.AddAsync("broken", InForce.Version, [new("no-nurse.cedar", "// one\npermit (secret;\n")], Lead);

        Assert.Equal(("no-nurse.cedar", 2, 9), answer.Problems.Select(problem => (problem.File, problem.Line, problem.Column)).First());
        Assert.Empty(fixture.Routing.Store.Read(scope => scope.ListCandidates(10)));
    }

    [Theory]
    [InlineData("No Name!", "no-nurse.cedar", "Enter a name")]
    [InlineData("2026", "no-nurse.cedar", "There is a set 2026 already")]
    [InlineData("new", "../passwd", "is no file of a policy set")]
    [InlineData("new", "sets.json", "is no file of a policy set")]
    public async Task What_has_no_good_name_is_refused(string name, string file, string why)
    {
        await using var fixture = await StartAsync();

        var answer = await fixture.Desk.AddAsync(name, InForce.Version, [NoNurse with { Name = file }], Lead);

        Assert.Null(answer.Version);
        Assert.StartsWith(why, answer.Problem ?? answer.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_without_any_change_is_the_one_that_it_was()
    {
        await using var fixture = await StartAsync();
        var answer = await fixture.Desk.AddAsync("same", InForce.Version, [InForce.Files[^1]], Lead);

        Assert.StartsWith("That is the set 2026", answer.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_tells_what_would_change_of_how_many_children_and_how_much_it_left_out()
    {
        await using var fixture = await StartAsync();
        await fixture.Routing.SendAsync(School, From(Concern(3, "c-1"), 1, key: "k-1"));
        await fixture.Routing.SendAsync(School, From(Concern(3, "c-2"), 1, key: "k-2"));
        var policy = fixture.Console.Store.Read(scope => KnownSet.Find(fixture.Console, scope, AddAsync(fixture).GetAwaiter().GetResult()))!;

        var replay = await fixture.ReplayAsync(policy);

        Assert.Equal((2, 1), (replay.Report!.Different, replay.Children));
        Assert.All(replay.Report.Differences, one => Assert.Equal(Roles.SchoolNurse, one.Role));
        Assert.False(replay.IsCutOff);
        Assert.StartsWith($"/messages/{School}/", replay.Cases[replay.Report.Differences[0].Decisions.Examples[0]], StringComparison.Ordinal);
        var cut = await new CandidateReplay(policy.Version, policy.Name, DateTimeOffset.UnixEpoch, 1, "lead", fixture.Console.Now).RunAsync(fixture.Routing.Store, policy, _ => { }, () => Task.CompletedTask);
        Assert.Equal((1, true), (cut.Done, cut.IsCutOff));
    }

    private static async Task<string> AddAsync(PolicyFixture fixture) =>
        (await fixture.Desk.AddAsync("no-nurse", InForce.Version, [NoNurse], Lead)).Version!;

    private static async Task ProposeAsync(PolicyFixture fixture, string version, TimeSpan ahead)
    {
        await fixture.ReplayAsync(fixture.Console.Store.Read(scope => KnownSet.Find(fixture.Console, scope, version))!);
        Assert.Null(await fixture.Desk.ProposeAsync(version, fixture.Console.Now + ahead, "A test.", Lead));
    }

    private static ApprovalRow Open(PolicyFixture fixture) => Assert.Single(fixture.Routing.Store.Read(scope => scope.OpenApprovals(fixture.Console.Now.ToMicroseconds())));
}
