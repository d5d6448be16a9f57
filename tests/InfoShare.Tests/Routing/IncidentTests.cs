using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Routing.Identity;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Incidents;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What reached who should not have had it is taken back from each, and nobody is done before the last has removed it.</summary>
public class IncidentTests
{
    private const string Care = "social-care-cumberland";
    private const string Reviewer = "identity reviewer";
    private static readonly string SuffolkPolice = new OrganisationSource("police", "37").Uri;
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task A_concern_that_was_linked_to_the_wrong_twin_is_taken_back_from_four_recipients()
    {
        await using var routing = await StartAsync();
        var review = await LinkedWronglyAsync(routing);
        await routing.SendAsync("police-suffolk", From(Concern(4, "twin", Twin()), 2, "police", SuffolkPolice));
        await routing.DrainAsync();

        var apart = await routing.Service.Desks.Identities.UnlinkAsync(new(review, Reviewer));

        var incident = Assert.Single(Incidents(routing));
        var reached = routing.Store.Read(scope => scope.DeliveriesOf(incident.Incident));
        Assert.True(reached.Count >= 4, string.Join('\n', reached));
        Assert.Equal(apart.Received!.Where(one => one.Through is not null).Select(one => one.DeliveryId).Order(), reached.Select(one => one.DeliveryId).Order());
        Assert.Contains(reached, one => one.Role == Roles.DesignatedSafeguardingLead);
        Assert.Contains(reached, one => one.Role == Roles.GpSafeguardingLead);
        Assert.All(reached, one => Assert.Equal(("recalled", "pending"), (one.State, one.Recall)));

        await routing.DrainAsync();
        foreach (var one in reached.SkipLast(1))
            await RemovedAsync(routing, one.DeliveryId);
        Assert.Equal("1 removals are not confirmed: whoever has it must remove it first", (await routing.Service.Desks.Incidents.CloseAsync(new(incident.Incident, Reviewer))).Problem);
        await RemovedAsync(routing, reached[^1].DeliveryId);
        Assert.Null((await routing.Service.Desks.Incidents.CloseAsync(new(incident.Incident, Reviewer))).Problem);
        Assert.Equal("it is closed already", (await routing.Service.Desks.Incidents.CloseAsync(new(incident.Incident, Reviewer))).Problem);
    }

    [Fact]
    public async Task What_had_not_left_yet_does_not_go_to_the_wrong_twins_people()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var review = await LinkedWronglyAsync(routing);
        await routing.SendAsync("police-suffolk", From(Concern(4, "twin", Twin()), 2, "police", SuffolkPolice));

        await routing.Service.Desks.Identities.UnlinkAsync(new(review, Reviewer));

        Assert.All(routing.Shared.Where(d => d.About == "twin" && d.Role is Roles.DesignatedSafeguardingLead or Roles.GpSafeguardingLead), d => Assert.Equal(DeliveryStates.Superseded, d.State));
        Assert.Empty(Incidents(routing));
    }

    [Fact]
    public async Task A_recipient_that_says_wrong_person_opens_one_and_a_person_calls_all_of_it_back()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        await routing.SendAsync(Care, From(
            new ConcernAcknowledged { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Answer = AcknowledgementAnswer.WrongPerson, Role = Roles.FrontDoor, At = Morning }, 1, "answers", Cumberland));
        await routing.DrainAsync();

        var incident = Assert.Single(Incidents(routing));
        Assert.Equal("wrong-person", incident.Kind);
        Assert.All(routing.Shared, delivery => Assert.Null(delivery.Recall));
        Assert.Contains(routing.Read[School].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld), one => one.Code == WithheldCodes.NotTaken);

        var answer = await routing.Service.Desks.Incidents.RecallAsync(new(incident.Incident, Reviewer));

        Assert.Equal(routing.Shared.Count, answer.Recalled);
        Assert.All(routing.Shared, delivery => Assert.Equal(("pending", "wrong-person"), (delivery.Recall, delivery.RecallReason)));
        Assert.Equal(0, (await routing.Service.Desks.Incidents.RecallAsync(new(incident.Incident, Reviewer))).Recalled);
    }

    [Theory]
    [InlineData(WithdrawalReason.WrongChild, 1)]
    [InlineData(WithdrawalReason.Unfounded, 0)]
    public async Task A_sender_that_meant_another_child_opens_one(WithdrawalReason reason, int incidents)
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = reason }, 2));

        Assert.Equal(incidents, Incidents(routing).Count);
        Assert.All(Incidents(routing), one => Assert.Equal(routing.Shared.Count, routing.Store.Read(scope => scope.DeliveriesOf(one.Incident)).Count));
    }

    [Fact]
    public async Task Removals_that_nobody_confirms_are_an_alert_after_a_day_once()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.WrongChild }, 2));

        await routing.Service.KeepHouseAsync();
        Assert.DoesNotContain("removals are not confirmed", Alerts(routing));
        routing.Clock.Advance(TimeSpan.FromHours(25));
        await routing.Service.KeepHouseAsync();
        await routing.Service.KeepHouseAsync();
        Assert.Single(Alerts(routing), "removals are not confirmed");
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        return routing;
    }

    /// <summary>The police's record of one twin, which a reviewer has taken for the other; the record's name.</summary>
    private static async Task<string> LinkedWronglyAsync(RoutingFixture routing)
    {
        await routing.SendAsync(School, From(Concern(3, "first"), 1));
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        var home = Twin() with { Address = Robin().Address };
        await routing.SendAsync("police-suffolk", From(Concern(3, "before", home), 1, "police", SuffolkPolice));
        var review = Assert.Single(routing.Store.Read(scope => scope.OpenReviews(10)));
        Assert.Null((await routing.Service.Desks.Identities.DecideAsync(new(review.Review, IdentityOutcome.Same, Reviewer))).Problem);
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        return routing.Store.Read(scope => scope.FindRecord(review.Record))!.Sender == "police-suffolk" ? review.Record : review.Other;
    }

    /// <summary>Born on the same day in the same family, and another child.</summary>
    private static MessageParts Twin() => new()
    {
        Identity = Robin("T-1", "").Identity! with { Names = [new() { Family = "Testperson", Given = ["Maya"] }] },
        Incident = new() { ObservedAt = Morning, Facts = "Invented facts." },
        Contact = new() { Role = Roles.PoliceSafeguardingOfficer, Reach = "01632 960009" },
    };

    private static Task RemovedAsync(RoutingFixture routing, string delivery) =>
        routing.ReportAsync(routing.Deliveries.Single(row => row.DeliveryId == delivery).Participant!, delivery, ReceiptOutcome.Recalled);

    private static IReadOnlyList<IncidentRow> Incidents(RoutingFixture routing) => routing.Store.Read(scope => scope.Incidents(open: true, 10));

    private static IReadOnlyList<string> Alerts(RoutingFixture routing) => routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'alert'"));
}
