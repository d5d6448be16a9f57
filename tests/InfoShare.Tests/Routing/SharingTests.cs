using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Tests.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class SharingTests
{
    [Fact]
    public async Task One_line_of_policy_more_and_another_recipient_gets_it()
    {
        var line = TestPolicies.Changed("grounds.cedar", "// Early help is voluntary", """
            @id("named-nurse-hears-of-need") @basis("UKGDPR-6-1-e UKGDPR-9-2-g DPA18-S1-P18 CA89-S17") @because("agreed here") permit (principal in Role::"named-nurse", action == Action::"know", resource) when { resource has levelOfNeed && resource.levelOfNeed == 3 };
            // Early help is voluntary
            """);
        await using var routing = await RoutingFixture.StartAsync(policies: SharingPolicies.Read(line).Policies);
        await using var before = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(Concern(level: 3), 1));
        await before.SendAsync(School, From(Concern(level: 3), 1));

        Assert.Equal("named-nurse-hears-of-need", routing.To(Roles.NamedNurse).Because);
        Assert.Equal(before.Shared.Select(d => d.Role).Append(Roles.NamedNurse).Order(), routing.Shared.Select(d => d.Role).Order());
    }

    [Fact]
    public async Task A_concern_of_significant_harm_reaches_all_four_kinds_of_agency()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();

        await routing.SendAsync("health-cumberland", From(Concern(), 1, source: new OrganisationSource("ods", "ZZ999").Uri));
        await routing.DrainAsync();

        Assert.Equal(
            ["education-cumberland", "health-cumberland", "police-cumberland", "social-care-cumberland"],
            routing.Shared.Where(d => d.State == DeliveryStates.HandedOver).Select(d => d.Participant!).Distinct().Order().Where(p => routing.DeliveredTo(p).Count > 0));
    }

    [Fact]
    public async Task A_recipient_gets_the_released_parts_and_no_other()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();

        await routing.SendAsync("police-cumberland", From(Concern(), 1, source: new OrganisationSource("police", "03").Uri));
        await routing.DrainAsync();

        var lead = routing.DeliveredTo(School).Single();
        Assert.Equal([PartName.Identity, PartName.Incident, PartName.ChildVoice, PartName.Education, PartName.Contact, PartName.Plan, PartName.History], lead.Parts.Present());
        Assert.Equal(AgencyKind.Police, lead.From);
        Assert.NotEmpty(lead.Because);
        Assert.NotEmpty(lead.Basis);
        Assert.Empty(lead.Withheld);
    }

    [Fact]
    public async Task The_source_of_a_delivery_names_only_the_kind_of_agency()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();

        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();

        Assert.All(routing.Read["social-care-cumberland"].Where(m => m.Data is Delivery), m => Assert.Equal("https://infoshare.local/agency/education", m.Source));
    }

    [Fact]
    public async Task Unknown_fields_stay_in_the_stored_original_and_are_never_delivered()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        var json = System.Text.Json.Nodes.JsonNode.Parse(WireWriter.Write(From(Concern(), 1)))!;
        json["data"]!["parts"]!["identity"]!["shoeSize"] = "CANARY-UNKNOWN";

        await routing.SendAsync(School, System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
        await routing.DrainAsync();

        var delivered = string.Concat(routing.Read.Values.SelectMany(m => m).Select(m => System.Text.Encoding.UTF8.GetString(WireWriter.Write(m))));
        Assert.DoesNotContain("CANARY-UNKNOWN", delivered, StringComparison.Ordinal);
        Assert.NotEmpty(routing.DeliveredTo("social-care-cumberland"));
    }

    [Fact]
    public async Task Early_help_without_agreement_is_withheld_and_the_sender_is_told()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();

        await routing.SendAsync(School, From(Concern(level: 2), 1));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.Withheld, routing.To(Roles.EarlyHelpCoordinator).State);
        var notice = routing.Read[School].Select(m => m.Data).OfType<SharingWithheld>().Single();
        Assert.Contains(notice.Withheld, w => w.Code == "no-agreement");
        Assert.Empty(routing.DeliveredTo("social-care-cumberland"));
    }

    [Fact]
    public async Task Early_help_with_agreement_goes()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();

        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.HandedOver, routing.To(Roles.EarlyHelpCoordinator).State);
    }

    [Fact]
    public async Task Agreement_withdrawn_before_the_send_is_respected()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));

        await routing.SendAsync(School, From(new ConsentWithdrawn
        {
            ConsentId = "consent-1",
            WithdrawnAt = Morning,
            WithdrawnBy = ConsentGivenBy.Parent,
            Parts = new() { Identity = Robin().Identity },
        }, 3));
        routing.StartReadingEverywhere();
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.Withheld, routing.To(Roles.EarlyHelpCoordinator).State);
        Assert.Empty(routing.DeliveredTo("social-care-cumberland"));
        Assert.Contains(routing.Store.Read(s => s.AllDecisions()), d => d.Kind == "recheck");
    }

    [Fact]
    public async Task Agreement_withdrawn_recalls_what_may_not_have_been_read_unless_another_agreement_carries_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland");
        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Agreement(id: "consent-2"), 2));
        await routing.SendAsync(School, From(Concern(level: 2), 3));
        await routing.DrainAsync(report: false);
        ConsentWithdrawn Withdrawal(string id) => new()
        {
            ConsentId = id,
            WithdrawnAt = Morning,
            WithdrawnBy = ConsentGivenBy.Parent,
            Parts = new() { Identity = Robin().Identity },
        };

        await routing.SendAsync(School, From(Withdrawal("consent-1"), 4));
        Assert.Equal(DeliveryStates.Sent, routing.To(Roles.EarlyHelpCoordinator).State);
        await routing.SendAsync(School, From(Withdrawal("consent-2"), 5));

        Assert.Equal(DeliveryStates.Recalled, routing.To(Roles.EarlyHelpCoordinator).State);
    }

    [Fact]
    public async Task Agreement_withdrawn_recalls_what_was_handed_over_and_not_yet_acknowledged()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland");
        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 2));
        await routing.DrainAsync();

        await routing.SendAsync(School, From(new ConsentWithdrawn
        {
            ConsentId = "consent-1",
            WithdrawnAt = Morning,
            WithdrawnBy = ConsentGivenBy.Parent,
            Parts = new() { Identity = Robin().Identity },
        }, 3));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.Recalled, routing.To(Roles.EarlyHelpCoordinator).State);
        Assert.Contains(routing.Read["social-care-cumberland"], m => m.Data is DeliveryRecalled { Reason: "consent-withdrawn" });
    }

    [Fact]
    public async Task A_withdrawal_that_overtakes_its_agreement_is_not_undone_by_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var withdrawal = new ConsentWithdrawn
        {
            ConsentId = "consent-1",
            WithdrawnAt = Morning,
            WithdrawnBy = ConsentGivenBy.Parent,
            Parts = new() { Identity = Robin().Identity },
        };

        await routing.SendAsync(School, From(withdrawal, 2));
        await routing.SendAsync(School, From(Agreement(), 1));
        await routing.SendAsync(School, From(Concern(level: 2), 3) with { Sequence = 2 });

        Assert.Equal(DeliveryStates.Withheld, routing.To(Roles.EarlyHelpCoordinator).State);
    }

    [Fact]
    public async Task An_involvement_is_indexed_and_delivered_to_nobody()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync("social-care-cumberland", From(
            new InfoShare.Contracts.Moves.InvolvementRecorded { InvolvementId = "inv-1", Parts = new() { Identity = Robin().Identity } }, 1,
            source: new OrganisationSource("la", "E06000063").Uri));

        Assert.Empty(routing.Deliveries);
    }

    [Fact]
    public async Task Every_decision_replays_from_its_recorded_facts()
    {
        await using var routing = await RoutingFixture.StartAsync();
        foreach (var (level, n) in ((int?[])[null, 1, 2, 3, 4, 5]).Select((level, i) => (level, i + 1)))
            await routing.SendAsync(School, From(Concern(level, $"c-{n}"), 1, key: $"k-{n}"));
        await routing.SendAsync(School, From(MoveToSuffolk(restricted: true), 1, key: "k-move"));

        var decisions = routing.Store.Read(s => s.AllDecisions());

        Assert.NotEmpty(decisions);
        Assert.All(decisions, d => Assert.Equal(d.Outcome, DecisionTable.Write(SharingPolicies.OfThisRelease.All[0].Decide(DecisionTable.Read<SharingFacts>(d.Facts)))));
    }

    [Fact]
    public async Task Recorded_facts_hold_no_name_number_or_text()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(Concern(), 1));

        var facts = string.Concat(routing.Store.Read(s => s.AllDecisions()).Select(d => d.Facts + d.Outcome));
        Assert.All(["Testperson", "Robin", "9449305552", "Invented", "Imaginary", "2016"], canary => Assert.DoesNotContain(canary, facts, StringComparison.Ordinal));
    }
}
