using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Consent;
using InfoShare.Policy;
using InfoShare.Routing.Replaying;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Messages;
using InfoShare.Tests.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What was decided is decided again, by the record alone.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Every_decision_comes_out_as_recorded_first_ones_and_rechecks()
    {
        await using var routing = await DecidedAsync();

        var report = Run(routing);

        var recorded = routing.Store.Read(scope => scope.AllDecisions());
        Assert.Equal(["first", "recheck"], recorded.Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.True(report.AllTheSame);
        Assert.Equal((recorded.Count, recorded.Count), (report.Decisions, report.Same));
        Assert.Empty(report.Differences);
    }

    [Fact]
    public async Task Each_is_decided_by_the_set_that_decided_it_whatever_is_in_force_now()
    {
        await using var routing = await DecidedAsync();
        await routing.RestartAsync(policies: TestPolicies.Of(TestPolicies.PermitAll));
        await routing.SendAsync(School, From(Concern(level: 1, id: "later"), 1, key: "k-later"));

        Assert.True(Run(routing).AllTheSame);
        Assert.Equal(2, routing.Store.Read(scope => scope.AllDecisions()).Select(row => row.Policy).Distinct().Count());
    }

    [Fact]
    public async Task Only_those_from_the_time_on_are_looked_at()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(id: "c-1"), 1, key: "k-1"));
        var before = routing.Store.Read(scope => scope.AllDecisions()).Count;
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = InfoShare.Storage.Instants.ToMicroseconds(routing.Clock.GetUtcNow());
        await routing.SendAsync(School, From(Concern(id: "c-2"), 1, key: "k-2"));

        Assert.Equal(routing.Store.Read(scope => scope.AllDecisions()).Count - before, Run(routing, since: since).Decisions);
    }

    [Fact]
    public async Task A_part_that_a_candidate_takes_from_a_role_shows_under_that_role_and_part_and_nowhere_else()
    {
        await using var routing = await DecidedAsync();
        var candidate = TestPolicies.With("parts.cedar",
            "permit (principal in Role::\"school-nurse\", action == Action::\"read\", resource)\nwhen { [Part::\"address\", Part::\"household\",",
            "permit (principal in Role::\"school-nurse\", action == Action::\"read\", resource)\nwhen { [Part::\"address\",");

        var report = Run(routing, candidate.At);

        var difference = Assert.Single(report.Differences);
        Assert.Equal((Roles.SchoolNurse, PartName.Household, Change.PartWithheld), (difference.Role, difference.Part, difference.Change));
        Assert.Equal(report.Different, difference.Decisions.Count);
        Assert.Contains(difference.Decisions.Examples, id => routing.Deliveries.Any(d => d.DeliveryId == id && d.Role == Roles.SchoolNurse));
        Assert.Equal(report.Decisions, report.Same + report.Different);
    }

    [Fact]
    public async Task A_role_that_a_candidate_leaves_out_is_told_no_longer_and_gets_none_of_its_parts()
    {
        await using var routing = await DecidedAsync();
        var forbidding = TestPolicies.With("prohibitions.cedar", "// The boundary moved, not the child.", """
            @id("no-gp") @because("a test says so") @code("not-needed-for-role")
            forbid (principal in Role::"gp-safeguarding-lead", action == Action::"know", resource);
            """);

        var report = Run(routing, forbidding.At);

        Assert.Equal([Roles.GpSafeguardingLead], report.Differences.Select(difference => difference.Role).Distinct());
        // Otherwise: those who were not told before are now refused by name.
        Assert.Equal([Change.NoLongerTold, Change.Otherwise], report.Differences.Where(difference => difference.Part is null).Select(difference => difference.Change));
        Assert.Equal([Change.PartWithheld], report.Differences.Where(difference => difference.Part is not null).Select(difference => difference.Change).Distinct());
    }

    [Fact]
    public async Task A_role_that_a_candidate_would_ask_for_the_first_time_is_named_with_the_messages_it_would_be_told_of()
    {
        await using var routing = await DecidedAsync();
        var candidate = TestPolicies.With("grounds.cedar",
            "Role::\"school-nurse\", Role::\"designated-safeguarding-lead\", Role::\"named-midwife\"\n    ]",
            "Role::\"school-nurse\", Role::\"designated-safeguarding-lead\", Role::\"named-midwife\", Role::\"named-nurse\"\n    ]");

        var report = Run(routing, candidate.At);

        var reach = Assert.Single(report.Reached);
        Assert.Equal((Roles.NamedNurse, 1), (reach.Role, reach.Told.Count));
        var told = Assert.Single(reach.Told.Examples);
        Assert.Equal("c-4", routing.Store.Read(scope => scope.FindMessage(School, told))!.About);
        Assert.Empty(report.Differences);
        Assert.Empty(Run(routing, SharingPolicies.OfThisRelease.At).Reached);
    }

    [Fact]
    public async Task The_duty_to_disclose_tells_more_and_takes_nothing_away()
    {
        await using var routing = await DecidedAsync();
        var duty = SharingPolicies.OfThisRelease.Named("duty-to-disclose")!;

        var report = Run(routing, _ => duty);

        Assert.Contains(report.Differences, difference => difference is { Part: null, Change: Change.NewlyTold });
        Assert.DoesNotContain(report.Differences, difference => difference.Change is Change.NoLongerTold or Change.PartWithheld);
    }

    [Theory]
    [InlineData("update decision set outcome = replace(outcome, '\"mayKnow\":true', '\"mayKnow\":false') where id = (select min(id) from decision where outcome like '%\"mayKnow\":true%')", Change.NewlyTold)]
    [InlineData("update decision set outcome = replace(outcome, 'CA89-S47', 'CA89-S17') where id = (select min(id) from decision where outcome like '%CA89-S47%')", Change.ChangedBasis)]
    [InlineData("update decision set outcome = replace(outcome, 'no-agreement-to-share', 'no-ground-to-share') where id = (select min(id) from decision where outcome like '%no-agreement-to-share%')", Change.Otherwise)]
    public async Task An_outcome_that_was_changed_is_found(string tampering, Change change)
    {
        await using var routing = await DecidedAsync();
        Assert.Equal(1, await routing.Store.WriteAsync(scope => scope.Execute(tampering)));

        var report = Run(routing);

        Assert.False(report.AllTheSame);
        Assert.Equal(1, report.Different);
        Assert.Equal(change, Assert.Single(report.Differences).Change);
    }

    [Fact]
    public async Task What_cannot_be_repeated_is_counted_apart()
    {
        await using var routing = await DecidedAsync();
        var all = Run(routing).Decisions;
        var of = (int nth) => $"where id = (select min(id) + {nth} from decision)";
        await routing.Store.WriteAsync(scope =>
        {
            scope.Execute($"update decision set facts = '' {of(0)}");
            scope.Execute($"update decision set policy = 'built-in-1', built_in = null {of(1)}");
            scope.Execute($"update decision set policy = 'sha256:00' {of(2)}");
            scope.Execute($"update decision set facts = 'x' {of(3)}");
        });

        var report = Run(routing);

        Assert.Equal((1, 1, 1, 1), (report.Erased, report.NotRepeatable, report.UnknownSets["sha256:00"], report.Unreadable.Count));
        Assert.Equal((all, all - 4), (report.Decisions, report.Same));
        Assert.False(report.AllTheSame);
    }

    [Fact]
    public async Task What_is_erased_or_older_than_the_built_in_rules_is_no_difference()
    {
        await using var routing = await DecidedAsync();
        await routing.Store.WriteAsync(scope =>
        {
            scope.Execute("update decision set facts = '' where id = 1");
            scope.Execute("update decision set policy = 'built-in-1', built_in = null where id = 2");
        });

        Assert.True(Run(routing).AllTheSame);
    }

    /// <summary>Concerns of every level, an agreement that is taken back before it was used, a move, a restricted address.</summary>
    private static async Task<RoutingFixture> DecidedAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Agreement(), 1));
        foreach (var (level, n) in ((int?[])[null, 1, 2, 3, 4, 5]).Select((level, i) => (level, i + 1)))
            await routing.SendAsync(School, From(Concern(level, $"c-{n}"), 1, key: $"k-{n}"));
        await routing.SendAsync(School, From(MoveToSuffolk(restricted: true), 1, key: "k-move"));
        await routing.SendAsync(School, From(
            new ConsentWithdrawn { ConsentId = "consent-1", WithdrawnAt = Morning, WithdrawnBy = ConsentGivenBy.Parent, Parts = new() { Identity = Robin().Identity } }, 2));
        routing.StartReadingEverywhere();
        await routing.DrainAsync();
        return routing;
    }

    private static ReplayReport Run(RoutingFixture routing, Func<DateTimeOffset, SharingPolicy>? candidate = null, long since = 0) =>
        routing.Store.Read(scope => Replay.Run(scope, since, candidate, _ => { }, TestContext.Current.CancellationToken));
}
