using InfoShare.Contracts.Codes;
using InfoShare.Routing.Emergency;
using InfoShare.Storage.Audit;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Who asked for emergency access, why, and who has looked at it since.</summary>
public sealed class EmergencyReviewTests
{
    [Fact]
    public async Task Somebody_else_reviews_it_and_one_that_nobody_did_is_an_alert_once()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        var (one, other) = (await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator)), await routing.BreakGlassAsync(routing.To(Roles.SchoolNurse), request: "r2"));
        Assert.Equal(new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), one.ReviewBy);

        Assert.Equal("somebody else than who asked must review it", (await routing.Service.Desks.Emergencies.ReviewAsync(new(one.Id!, "Duty  Manager", ReviewOutcome.Justified))).Problem);
        Assert.Null((await routing.Service.Desks.Emergencies.ReviewAsync(new(one.Id!, "head of service", ReviewOutcome.NotJustified))).Problem);
        Assert.Equal("it has been reviewed already", (await routing.Service.Desks.Emergencies.ReviewAsync(new(one.Id!, "somebody", ReviewOutcome.Justified))).Problem);
        routing.Clock.Advance(one.ReviewBy!.Value - routing.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        await routing.Service.KeepHouseAsync();
        Assert.Empty(Audited(routing, "alert"));
        routing.Clock.Advance(TimeSpan.FromSeconds(1));
        await routing.Service.KeepHouseAsync();
        await routing.Service.KeepHouseAsync();

        Assert.Equal(["emergency-review-overdue"], Audited(routing, "alert"));
        Assert.Equal([other.Id!], routing.Store.Read(s => s.Query<string>("select about from audit where kind = 'alert'")));
        Assert.EndsWith("not-justified", Assert.Single(Audited(routing, "emergency-reviewed")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_year_without_a_calendar_it_starts_and_the_missing_deadline_is_an_alert()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        routing.Clock.Advance(TimeSpan.FromDays(500));

        var answer = await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator));
        await routing.Service.KeepHouseAsync();

        Assert.Equal((null, null), (answer.Problem, answer.ReviewBy));
        Assert.Contains("emergency-review-deadline-unknown", Audited(routing, "alert"));
    }

    [Fact]
    public async Task Start_and_end_are_in_the_audit_and_neither_names_nor_text_are_anywhere_in_clear()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        var started = await routing.Service.Desks.Emergencies.StartAsync(
            new("r1", routing.To(Roles.EarlyHelpCoordinator).DeliveryId, "medical-emergency", "CANARY-REASON: the ward needs it.", "CANARY McOperator", 4));
        await routing.Service.Desks.Emergencies.StopAsync(new(started.Id!, "CANARY Stopper"));

        Assert.Contains("reason:medical-emergency", Assert.Single(Audited(routing, "emergency-started")), StringComparison.Ordinal);
        Assert.Single(Audited(routing, "emergency-stopped"));
        Assert.True(routing.Store.Read(s => s.Verify(routing.Store.AuditAnchor)).Holds);
        foreach (var file in await routing.StoredFilesAsync())
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            var text = System.Text.Encoding.Latin1.GetString(bytes.ToArray());
            Assert.All(["CANARY", "canary"], canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_names_no_recipient_and_child_is_refused()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));

        Assert.Equal("there is no such delivery", (await routing.Service.Desks.Emergencies.StartAsync(new("r", "nothing", "child-missing", "why", "x", 4))).Problem);
        Assert.StartsWith("that delivery shares nothing", (await routing.BreakGlassAsync(routing.Deliveries.Single(d => d.Kind == "sender-notice"))).Problem, StringComparison.Ordinal);
        Assert.Equal("there is no such emergency access", (await routing.Service.Desks.Emergencies.StopAsync(new("nothing", "x"))).Problem);
        Assert.Empty(Audited(routing, "emergency-started"));
    }

    private static IReadOnlyList<string> Audited(RoutingFixture routing, string kind) =>
        routing.Store.Read(s => s.Query<string>("select detail from audit where kind = @kind order by n", new { kind }));
}
