using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Tests.Policy;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What the absolute rules protect, and whom they never leave out.</summary>
public sealed class ProtectionTests
{
    [Fact]
    public async Task A_restricted_address_reaches_nobody_without_the_grant_not_even_in_free_text()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        var parts = Robin() with
        {
            Address = new() { Restricted = true, Addresses = [new() { Lines = ["14 Canary Wharf Road"], Postcode = "CA99 9ZZ" }] },
            Incident = new() { Facts = "Staying at 14 canary wharf rd, ca999zz, near Sample Fell Primary School." },
        };

        await routing.SendAsync("police-cumberland", From(Concern(parts: parts), 1, source: new OrganisationSource("police", "03").Uri));
        await routing.DrainAsync();

        foreach (var delivery in new[] { "education-cumberland", "health-cumberland" }.SelectMany(routing.DeliveredTo))
        {
            var text = System.Text.Encoding.UTF8.GetString(WireWriter.WriteData(delivery));
            Assert.DoesNotContain("canary wharf", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ca999zz", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("999998\"", text.Replace("\"organisation\":\"urn/999998\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(PartName.Incident, delivery.Masked);
        }

        Assert.Contains(routing.DeliveredTo("social-care-cumberland"), d => d.Parts.Address is not null);
        Assert.Contains(routing.Deliveries, d => d is { Kind: "review", State: DeliveryStates.Held });
    }

    [Fact]
    public async Task A_restriction_told_later_holds_for_what_was_not_sent_yet()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3), 1));

        await routing.SendAsync("police-cumberland", From(
            Concern(id: "other", parts: Robin("X") with { Address = new() { Restricted = true, Addresses = [new() { Lines = ["3 Imaginary Lane"], Postcode = "CA99 9ZZ" }] } }), 1,
            key: "police-key", source: new OrganisationSource("police", "03").Uri));
        routing.StartReading("health-cumberland");
        await routing.DrainAsync();

        Assert.All(routing.DeliveredTo("health-cumberland"), d => Assert.Null(d.Parts.Address));
        Assert.NotEmpty(routing.DeliveredTo("health-cumberland"));
    }

    [Fact]
    public async Task An_allegation_against_staff_goes_to_the_designated_officer_alone()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(Concern() with { AllegationAgainstStaff = true }, 1));

        Assert.Equal([Roles.DesignatedOfficer], routing.Shared.Select(d => d.Role));
    }

    [Fact]
    public async Task An_allegation_under_police_conditions_is_not_left_with_nobody()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync("police-cumberland", From(
            Concern() with { AllegationAgainstStaff = true, Handling = new Handling { Code = HandlingCode.C } }, 1, source: new OrganisationSource("police", "03").Uri));

        Assert.Equal([Roles.NamedOfficer], routing.Shared.Where(d => d.State == DeliveryStates.Decided).Select(d => d.Role));
    }

    [Fact]
    public async Task A_restricted_address_does_not_reach_the_referrer_in_an_answer()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading(School);
        var restricted = new AddressPart { Restricted = true, Addresses = [new() { Lines = ["66 Glumphett Crescent"], Postcode = "CA95 8TW" }] };
        await routing.SendAsync("police-cumberland", From(
            Concern(id: "police", parts: Robin("X") with { Address = restricted }), 1, key: "police", source: new OrganisationSource("police", "03").Uri));
        await routing.SendAsync(School, From(Concern(parts: Robin() with { Address = null }), 1));
        var door = routing.Deliveries.Single(d => d.Role == Roles.FrontDoor && d.Sender == School);

        await routing.SendAsync("social-care-cumberland", From(
            new ConcernDecision
            {
                DeliveryId = door.DeliveryId,
                Outcome = ConcernOutcome.S47,
                DecidedBy = "duty, 66 Glumphett Cres",
                DecidedAt = Morning,
                Rationale = "Visited at 66 glumphett crescent (CA958TW).",
            }, 1, key: "answers", source: new OrganisationSource("la", "E06000063").Uri));
        await routing.DrainAsync();

        var answer = routing.DeliveredTo(School).Single(d => d.Kind is DeliveryKind.Answer).Answer!;
        Assert.DoesNotContain("glumphett", answer.Text + answer.Role, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CA958TW", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_child_of_unknown_area_is_told_of_to_the_front_door_and_not_to_a_whole_area()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync("police-suffolk", From(
            Concern(level: null, parts: new() { Incident = new() { Facts = "Invented." }, Contact = new() { Role = "sergeant" } }), 1,
            source: new OrganisationSource("police", "37").Uri));

        Assert.Equal([Roles.FrontDoor], routing.Shared.Select(d => d.Role));
        Assert.Equal("incident,contact,history", routing.To(Roles.FrontDoor).Parts);
    }

    [Fact]
    public async Task Without_an_address_the_area_is_that_of_the_childs_own_school()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync("police-suffolk", From(
            Concern(parts: Robin() with { Address = null, Medical = null }), 1, source: new OrganisationSource("police", "37").Uri));

        Assert.Equal("la/E06000063", routing.To(Roles.FrontDoor).Organisation);
        Assert.Equal("police-cumberland", routing.To(Roles.PoliceSafeguardingOfficer).Participant);
    }

    [Fact]
    public async Task Without_an_address_the_area_is_that_of_the_authority_that_speaks()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync("social-care-cumberland", From(
            Concern(parts: new() { Identity = Robin().Identity, Incident = Robin().Incident }), 1, source: new OrganisationSource("la", "E06000063").Uri));

        Assert.Equal("police-cumberland", routing.To(Roles.PoliceSafeguardingOfficer).Participant);
        Assert.DoesNotContain(routing.Shared, d => d.State == DeliveryStates.Failed);
    }

    [Fact]
    public async Task A_team_that_the_directory_does_not_know_is_not_kept_in_clear()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(Concern(parts: Robin() with { Plan = new() { AllocatedTeam = "CANARY 47 Zebedee Terrace" } }), 1));

        Assert.Equal([null], routing.Store.Read(s => s.Query<string?>("select team from child")));
    }

    [Fact]
    public async Task A_handling_condition_goes_to_those_named_and_the_named_officer()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var handling = new Handling { Code = HandlingCode.C, Conditions = "Invented condition.", NamedRecipients = ["la/E06000063#conference-chair"] };

        await routing.SendAsync("police-cumberland", From(Concern() with { Handling = handling }, 1, source: new OrganisationSource("police", "03").Uri));

        Assert.Equal([Roles.ConferenceChair, Roles.NamedOfficer], routing.Shared.Where(d => d.State == DeliveryStates.Decided).Select(d => d.Role).Order());
    }

    [Fact]
    public async Task A_child_of_unknown_area_goes_to_the_senders_default_front_door()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync("education-suffolk", From(
            Concern(level: null, parts: new() { Identity = new() { Names = [new() { Family = "Sampler" }] }, Incident = new() { Facts = "Invented." } }), 1,
            source: new OrganisationSource("urn", "999999").Uri));

        Assert.Equal("la/E10000029", routing.To(Roles.FrontDoor).Organisation);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public async Task A_refuge_is_restricted_whatever_the_sender_says(bool? restricted)
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();

        await routing.SendAsync(School, From(MoveToSuffolk(restricted: restricted) with { MoveType = MoveType.Refuge }, 1));
        await routing.DrainAsync();

        var told = routing.Directory.Participants.SelectMany(p => routing.DeliveredTo(p.Id)).ToList();
        Assert.NotEmpty(told);
        Assert.All(told.Where(d => d.Recipient.Role == Roles.SchoolNurse), d => Assert.Null(d.Parts.Address));
        Assert.Contains(told, d => d.Recipient.Role == Roles.SchoolNurse);
    }

    [Fact]
    public async Task A_front_door_hears_even_when_the_policy_is_broken()
    {
        await using var routing = await RoutingFixture.StartAsync(policies: TestPolicies.Of(TestPolicies.FailingForbid));

        await routing.SendAsync(School, From(Concern(), 1));

        Assert.Equal("builtin-front-door", routing.To(Roles.FrontDoor).Because);
        Assert.Equal("identity,incident,contact", routing.To(Roles.FrontDoor).Parts);
    }

    [Fact]
    public async Task A_move_reaches_the_front_doors_and_nurses_of_both_areas()
    {
        await using var routing = await RoutingFixture.StartAsync();

        await routing.SendAsync(School, From(MoveToSuffolk(), 1));

        var told = routing.Shared.Where(d => d.State == DeliveryStates.Decided).Select(d => $"{d.Participant}#{d.Role}").ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "social-care-suffolk#children-services-front-door", "social-care-cumberland#children-services-front-door",
                "health-suffolk#school-nurse", "health-cumberland#school-nurse",
            }, told);
    }

    [Fact]
    public async Task A_restricted_move_tells_the_destination_only_where_it_is_served()
    {
        var move = MoveToSuffolk(restricted: true) with { ResponsibilityHeldBy = "E10000029" };
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("health-suffolk", "health-cumberland");

        await routing.SendAsync(School, From(move, 1));
        await routing.DrainAsync();

        Assert.All(routing.DeliveredTo("health-cumberland"), d => Assert.Equal((null, null), (d.Move!.ToArea, d.Move.ResponsibilityHeldBy)));
        Assert.All(routing.DeliveredTo("health-suffolk"), d => Assert.Equal(("E10000029", "E10000029"), (d.Move!.ToArea, d.Move.ResponsibilityHeldBy)));
        Assert.NotEmpty(routing.DeliveredTo("health-cumberland"));
    }
}
