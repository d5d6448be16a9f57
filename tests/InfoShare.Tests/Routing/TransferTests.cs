using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Storage.Children;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Transfers;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>Responsibility for a child passes only when the other side has taken it, and everybody who must act sees whose it is.</summary>
public class TransferTests
{
    private const string Cumberland = "social-care-cumberland";
    private const string Suffolk = "social-care-suffolk";
    private static readonly string FromCumberland = new OrganisationSource("la", "E06000063").Uri;
    private static readonly string ToSuffolk = new OrganisationSource("la", "E10000029").Uri;

    [Fact]
    public async Task Only_the_front_door_that_is_asked_hears_of_a_transfer_with_the_pack_and_what_is_missing()
    {
        await using var routing = await StartAsync();
        await RequestAsync(routing);

        var asked = Assert.Single(routing.Shared);
        Assert.Equal(("la/E10000029", Roles.FrontDoor, "AskedToTakeOver"), (asked.Organisation, asked.Role, asked.Relationship));
        var transfer = routing.DeliveredTo(Suffolk).Single().Transfer!;
        Assert.Equal((PackContent.CurrentPlan, PackState.Sent), (transfer.Pack.Single().Item, transfer.Pack.Single().State));
        Assert.Equal(6, transfer.Missing.Count);
        // Friday 20 November 2026 and fifteen working days.
        Assert.Equal(new DateTimeOffset(2026, 12, 11, 23, 59, 59, TimeSpan.Zero), transfer.ConferenceBy);
    }

    [Theory]
    [InlineData("accepted", "E06000063", TransferState.Accepted)]
    [InlineData("accepted conference", "E06000063", TransferState.ConferenceHeld)]
    [InlineData("accepted conference passed", "E10000029", TransferState.ResponsibilityPassed)]
    [InlineData("declined", "E06000063", TransferState.Declined)]
    [InlineData("declined accepted", "E06000063", TransferState.Accepted)]
    public async Task Responsibility_stays_with_who_asks_until_the_other_side_has_taken_it_and_shows_on_each_message(string steps, string holder, TransferState state)
    {
        await using var routing = await StartAsync();
        var delivery = await RequestAsync(routing);
        foreach (var step in steps.Split(' '))
            await AnswerAsync(routing, delivery, step);
        await routing.DrainAsync();

        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();

        var held = routing.DeliveredTo(Cumberland).Single(d => d.MessageType == "concern.raised" && d.Recipient.Role == Roles.FrontDoor).Parts.History!.Responsibility!;
        Assert.Equal((holder, state), (held.HeldBy, held.Transfer!.Value));
        Assert.Contains(routing.DeliveredTo(Cumberland), d => d.Kind is DeliveryKind.Answer && d.Answer!.Transfer == state);
    }

    [Theory]
    [InlineData("conference")]
    [InlineData("passed")]
    [InlineData("accepted passed")]
    [InlineData("accepted accepted")]
    [InlineData("accepted declined")]
    [InlineData("accepted conference conference")]
    public async Task A_step_out_of_order_is_refused_and_changes_nothing(string steps)
    {
        await using var routing = await StartAsync();
        var delivery = await RequestAsync(routing);
        var all = steps.Split(' ');
        foreach (var step in all[..^1])
            await AnswerAsync(routing, delivery, step);
        var before = Transfer(routing);

        var receipt = await AnswerAsync(routing, delivery, all[^1]);

        Assert.Equal((ReceiptOutcome.Refused, "out-of-order"), (receipt!.Outcome, receipt.Reasons.Single().Code));
        Assert.Equal(before, Transfer(routing));
    }

    [Fact]
    public async Task Nobody_else_can_take_a_child_over()
    {
        await using var routing = await StartAsync();
        var delivery = await RequestAsync(routing);

        var other = await routing.SendAsync(Cumberland, From(new TransferAccepted { DeliveryId = delivery, Role = "x", At = Morning }, 2, "other", FromCumberland));
        Assert.Equal("not-your-delivery", other!.Reasons.Single().Code);
        Assert.Equal("requested", Transfer(routing).State);
    }

    [Fact]
    public async Task A_concern_is_not_taken_over_as_if_it_were_a_transfer()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();

        var receipt = await routing.SendAsync(Cumberland, From(
            new TransferAccepted { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Role = Roles.FrontDoor, At = Morning }, 1, "answers", FromCumberland));

        Assert.Equal(("not-your-delivery", "data.deliveryId"), (receipt!.Reasons.Single().Code, receipt.Reasons.Single().Field));
    }

    [Fact]
    public async Task A_school_place_passes_without_a_conference()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Request() with { Kind = TransferKind.School, ToArea = null, ToOrganisation = "urn/999999" }, 1));
        await routing.DrainAsync();
        var delivery = routing.Shared.Single();
        Assert.Equal(("urn/999999", Roles.DesignatedSafeguardingLead), (delivery.Organisation, delivery.Role));

        foreach (var (step, n) in new[] { ("accepted", 1), ("passed", 2) })
            Assert.Equal(ReceiptOutcome.Accepted, (await routing.SendAsync("education-suffolk", From(Step(step, delivery.DeliveryId), n, "answers", new OrganisationSource("urn", "999999").Uri)))!.Outcome);

        Assert.Equal("responsibility-passed", Transfer(routing).State);
    }

    [Theory]
    [InlineData(TransferKind.School, null, null, "data.toOrganisation")]
    [InlineData(TransferKind.Authority, null, null, "data.toArea")]
    [InlineData(TransferKind.Service, "ods/ZZ998", null, "data.toRole")]
    public async Task A_request_that_names_nobody_is_refused_with_the_field(TransferKind kind, string? organisation, string? role, string field)
    {
        await using var routing = await StartAsync();
        var receipt = await routing.SendAsync(Cumberland, From(Request() with { Kind = kind, ToArea = null, ToOrganisation = organisation, ToRole = role }, 1, source: FromCumberland));
        Assert.Equal((ReceiptOutcome.Refused, field), (receipt!.Outcome, receipt.Reasons.Single().Field));
    }

    [Fact]
    public async Task A_sender_cannot_hand_a_child_to_whom_it_likes()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(Cumberland, From(Request() with { Kind = TransferKind.Service, ToOrganisation = "police/37", ToRole = Roles.PoliceSafeguardingOfficer }, 1, source: FromCumberland));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.Withheld, Assert.Single(routing.Shared).State);
        Assert.Empty(routing.DeliveredTo("police-suffolk"));
    }

    [Fact]
    public async Task Where_the_area_has_no_front_door_here_the_sender_is_told_and_the_transfer_stays_open()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(Cumberland, From(Request() with { ToArea = "E06000023" }, 1, source: FromCumberland));
        await routing.DrainAsync();

        Assert.Contains(WithheldCodes.NoRecipient, NoticesTo(routing).SelectMany(notice => notice.Withheld).Select(one => one.Code));
        Assert.Equal(("requested", null), (Transfer(routing).State, Transfer(routing).ToOrganisation));
    }

    [Fact]
    public async Task A_conference_that_is_overdue_is_told_once()
    {
        await using var routing = await StartAsync();
        await RequestAsync(routing);

        routing.Clock.Advance(TimeSpan.FromDays(21));
        await routing.Service.KeepHouseAsync();
        Assert.DoesNotContain(WithheldCodes.TransferOverdue, await CodesAsync(routing));

        routing.Clock.Advance(TimeSpan.FromDays(1));
        await routing.Service.KeepHouseAsync();
        await routing.Service.KeepHouseAsync();
        Assert.Single(await CodesAsync(routing), WithheldCodes.TransferOverdue);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_case_that_is_closed_as_transferred_is_an_alert_unless_the_other_side_has_accepted(bool accepted)
    {
        await using var routing = await StartAsync();
        var delivery = await RequestAsync(routing);
        if (accepted)
            await AnswerAsync(routing, delivery, "accepted");

        await routing.SendAsync(Cumberland, From(
            new InvolvementRecorded { InvolvementId = "case-1", Until = new(2026, 11, 20), ClosureReason = "RC5", Parts = new() { Identity = Robin().Identity } }, 2, source: FromCumberland));

        Assert.Equal(!accepted, (await CodesAsync(routing)).Contains(WithheldCodes.TransferNotAccepted));
        Assert.Equal(accepted ? 0 : 1, routing.Store.Read(scope => scope.UnacceptedClosures(10)).Count);
    }

    [Fact]
    public async Task Undoing_a_link_takes_the_transfer_along_with_its_record()
    {
        await using var routing = await StartAsync();
        await RequestAsync(routing);
        var transfer = Transfer(routing);
        await routing.Store.WriteAsync(scope => scope.Relink(scope.FindRecord(transfer.Record)!, "another", 1, "test"));
        Assert.Equal("another", Transfer(routing).ChildToken);
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(RoutingFixture routing)
    {
        await routing.DrainAsync();
        return [.. NoticesTo(routing).SelectMany(notice => notice.Withheld).Select(one => one.Code)];
    }

    private static IEnumerable<SharingWithheld> NoticesTo(RoutingFixture routing) => routing.Read[Cumberland].Select(message => message.Data).OfType<SharingWithheld>();

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Cumberland, Suffolk, School, "education-suffolk", "police-suffolk");
        return routing;
    }

    private static TransferRow Transfer(RoutingFixture routing) => routing.Store.Read(scope => scope.Query<TransferRow>("select * from transfer")).Single();

    private static TransferRequested Request() => new()
    {
        TransferId = "transfer-1",
        Kind = TransferKind.Authority,
        FromArea = "E06000063",
        ToArea = "E10000029",
        Pack = [new() { Item = PackContent.CurrentPlan, State = PackState.Sent }],
        Parts = new() { Identity = Robin().Identity, Contact = new() { Role = Roles.AllocatedTeam }, Plan = new() { Plans = [new() { Type = PlanType.ChildProtection }] } },
    };

    /// <summary>The id of the delivery to who is asked.</summary>
    private static async Task<string> RequestAsync(RoutingFixture routing)
    {
        await routing.SendAsync(Cumberland, From(Request(), 1, source: FromCumberland));
        await routing.DrainAsync();
        return routing.Shared.Single().DeliveryId;
    }

    private static int answers;

    private static Task<Receipt?> AnswerAsync(RoutingFixture routing, string delivery, string step)
    {
        var n = Interlocked.Increment(ref answers);
        return routing.SendAsync(Suffolk, From(Step(step, delivery), 1, $"answer-{n}", ToSuffolk));
    }

    private static object Step(string step, string delivery) => step switch
    {
        "accepted" => new TransferAccepted { DeliveryId = delivery, Role = Roles.FrontDoor, At = Morning },
        "declined" => new TransferDeclined { DeliveryId = delivery, Role = Roles.FrontDoor, At = Morning, Reason = DeclineReason.TemporaryStay, Rationale = "Invented." },
        "conference" => new TransferConferenceHeld { DeliveryId = delivery, Role = Roles.ConferenceChair, At = Morning, HeldOn = new(2026, 12, 1), Outcome = ConferenceOutcome.ProtectionPlan },
        _ => new TransferResponsibilityPassed { DeliveryId = delivery, Role = Roles.FrontDoor, At = Morning, From = new(2026, 12, 2) },
    };
}
