using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Emergency access (break-glass): what leaves on it, and that nothing does once it has ended.</summary>
public sealed class EmergencyTests
{
    private const string Care = "social-care-cumberland";
    private const string Health = "health-cumberland";

    [Fact]
    public async Task What_was_withheld_for_want_of_agreement_leaves_at_once()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        await routing.DrainAsync();
        Assert.Empty(routing.DeliveredTo(Care));

        var answer = await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator));
        await routing.DrainAsync();

        Assert.Equal((null, 1, "la/E06000063#early-help-coordinator"), (answer.Problem, answer.Leaving, answer.Recipient));
        var delivered = Assert.Single(routing.DeliveredTo(Care));
        Assert.Equal([.. Concern().Parts.Present().Except([PartName.ThirdParty, PartName.Intelligence]), PartName.History], delivered.Parts.Present());
        Assert.Contains("emergency-access", delivered.Because);
        Assert.Contains("emergency-access-is-reviewed", delivered.Obligations);
        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.EarlyHelpCoordinator).State);
    }

    [Fact]
    public async Task What_left_with_less_is_followed_by_a_correction_once_however_often_it_is_asked_for()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Health);
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        await routing.DrainAsync();
        Assert.Null(routing.DeliveredTo(Health).Single(d => d.Recipient.Role == Roles.GpSafeguardingLead).Parts.Education);

        var first = await routing.BreakGlassAsync(routing.To(Roles.GpSafeguardingLead));
        await routing.DrainAsync();
        var again = await routing.BreakGlassAsync(routing.To(Roles.GpSafeguardingLead));
        await routing.BreakGlassAsync(routing.To(Roles.GpSafeguardingLead), request: "another");
        await routing.DrainAsync();

        Assert.Equal((first.Id, 1, 0), (again.Id, first.Leaving, again.Leaving));
        var toPractice = routing.DeliveredTo(Health).Where(d => d.Recipient.Role == Roles.GpSafeguardingLead).ToList();
        Assert.Equal([DeliveryKind.Original, DeliveryKind.Correction], toPractice.Select(d => d.Kind));
        Assert.NotNull(toPractice[1].Parts.Education);
        Assert.Equal(toPractice[0].About, toPractice[1].About);
    }

    [Fact]
    public async Task It_is_for_one_recipient_and_one_child()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        await routing.SendAsync(School, From(Concern(level: 2, id: "other", parts: Maya("P-2")), 1, key: "key-2"));

        await routing.BreakGlassAsync(routing.Deliveries.Single(d => d.Role == Roles.EarlyHelpCoordinator && d.About == "concern-1"));

        Assert.Equal(
            [("concern-1", Roles.EarlyHelpCoordinator)], routing.Shared.Where(d => d.State == DeliveryStates.Decided).Select(d => (d.About!, d.Role)));
    }

    [Fact]
    public async Task New_messages_use_it_while_it_stands_and_not_afterwards()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator), hours: 2);

        routing.Clock.Advance(TimeSpan.FromMinutes(119));
        await routing.SendAsync(School, From(Concern(level: 2, id: "meanwhile"), 2));
        // Early help is no role that is asked about here; whoever has emergency access is.
        await routing.SendAsync(School, From(Concern(level: 5, id: "grave"), 3));
        await routing.DrainAsync();
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        await routing.SendAsync(School, From(Concern(level: 2, id: "afterwards"), 4) with { Sequence = 3 });
        await routing.DrainAsync();

        Assert.Equal(["concern-1", "grave", "meanwhile"], routing.DeliveredTo(Care).Where(d => d.Recipient.Role == Roles.EarlyHelpCoordinator).Select(d => d.About).Order());
        Assert.Equal(DeliveryStates.Withheld, routing.Deliveries.Single(d => d.Role == Roles.EarlyHelpCoordinator && d.About == "afterwards").State);
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("ended")]
    public async Task Nothing_that_waits_leaves_once_it_has_ended(string how)
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Health);
        await routing.SendAsync(School, From(Concern(level: 3, id: "reduced"), 1));
        await routing.DrainAsync();
        await routing.StopReadingAsync();
        await routing.SendAsync(School, From(Concern(level: 2, id: "withheld"), 2));
        var practice = routing.Deliveries.First(d => d.Role == Roles.GpSafeguardingLead);
        var started = await routing.BreakGlassAsync(practice);
        Assert.Equal(2, started.Leaving);

        if (how == "stopped")
            Assert.Equal(2, (await routing.Service.Desks.Emergencies.StopAsync(new(started.Id!, "head of service"))).Stopped);
        else
            routing.Clock.Advance(TimeSpan.FromHours(4));
        routing.StartReadingEverywhere();
        await routing.DrainAsync();

        Assert.Single(routing.DeliveredTo(Health), d => d.Recipient.Role == Roles.GpSafeguardingLead);
        var withheld = routing.Deliveries.Single(d => d.Role == Roles.GpSafeguardingLead && d.About == "withheld");
        Assert.Equal(DeliveryStates.Withheld, withheld.State);
        Assert.Equal(DeliveryStates.Superseded, routing.Deliveries.Single(d => d.GrantId is not null).State);
        Assert.Contains(routing.Read[School].Select(m => m.Data).OfType<SharingWithheld>(), n => n.MessageId == withheld.MessageId && n.Withheld.Any(w => w.Code == "no-agreement"));
    }

    [Fact]
    public async Task An_agreement_that_is_withdrawn_during_it_recalls_nothing_until_it_has_ended()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));
        await routing.DrainAsync();
        var started = await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator));
        await routing.DrainAsync();
        ConsentWithdrawn Withdrawal(string id) => new()
        {
            ConsentId = id,
            WithdrawnAt = Morning,
            WithdrawnBy = ConsentGivenBy.Parent,
            Parts = new() { Identity = Robin().Identity },
        };

        await routing.SendAsync(School, From(Withdrawal("consent-1"), 3));
        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.EarlyHelpCoordinator).State);
        await routing.Service.Desks.Emergencies.StopAsync(new(started.Id!, "head of service"));
        await routing.SendAsync(School, From(Withdrawal("consent-2"), 4));

        Assert.Equal(DeliveryStates.Recalled, routing.To(Roles.EarlyHelpCoordinator).State);
    }

    [Fact]
    public async Task It_lifts_no_absolute_prohibition_and_who_asks_is_told_that_nothing_leaves()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        var police = new OrganisationSource("police", "03").Uri;
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator));
        var restricted = new AddressPart { Restricted = true, Addresses = [new() { Lines = ["14 Canary Wharf Road"], Postcode = "CA99 9ZZ" }] };

        await routing.SendAsync(School, From(Concern(level: 4, id: "allegation") with { AllegationAgainstStaff = true }, 2));
        await routing.SendAsync("police-cumberland", From(Concern(level: 4, id: "conditions") with { Handling = new() { Code = HandlingCode.C } }, 1, "police", police));
        await routing.SendAsync("police-cumberland", From(
            Concern(level: 4, id: "hidden", parts: Robin() with { Address = restricted, Incident = new() { Facts = "At 14 canary wharf rd, ca999zz." } }), 2, "police", police));
        await routing.DrainAsync();
        var nurse = await routing.BreakGlassAsync(routing.Deliveries.First(d => d.Role == Roles.SchoolNurse && d.About == "hidden"), request: "nurse");
        await routing.DrainAsync();

        Assert.Null(nurse.Problem);
        var opened = Directory().SelectMany(routing.DeliveredTo).Where(d => d.Because.Contains("emergency-access")).ToList();
        Assert.Equal(["concern-1", "hidden"], opened.Select(d => d.About!).Distinct().Order());
        Assert.DoesNotContain(routing.Shared, d => d.Role is Roles.EarlyHelpCoordinator or Roles.SchoolNurse && d.About is "allegation" or "conditions");
        foreach (var delivery in opened.Where(d => d.About == "hidden"))
        {
            var text = System.Text.Encoding.UTF8.GetString(WireWriter.WriteData(delivery));
            Assert.DoesNotContain("canary wharf", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ca999zz", text, StringComparison.OrdinalIgnoreCase);
            Assert.Null(delivery.Parts.Address);
        }

        IEnumerable<string> Directory() => routing.Directory.Participants.Select(p => p.Id);
    }

    [Fact]
    public async Task It_goes_on_over_a_restart_and_not_over_a_backup_that_does_not_know_that_it_was_stopped()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        var started = await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator));

        await routing.RestartAsync(stored => stored.BackUpDataAsync());
        Assert.True((await routing.Service.Desks.Emergencies.StopAsync(new(started.Id!, "head of service"))).Problem is null);
        await routing.RestartAsync(stored => stored.RestoreDataAsync());
        routing.StartReading(Care);
        await routing.SendAsync(School, From(Concern(level: 2, id: "later"), 2));
        await routing.DrainAsync();

        Assert.True(routing.Store.Restored);
        Assert.Empty(routing.DeliveredTo(Care));
        await routing.Service.KeepHouseAsync();
        Assert.Equal(["the store was restored"], routing.Store.Read(s => s.Query<string>("select detail from audit where kind = 'emergency-ended'")));
    }
}
