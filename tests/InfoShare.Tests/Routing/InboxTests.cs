using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Routing.Inboxes;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Inboxes;
using Xunit;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What a post reads of what was released to it.</summary>
public sealed class InboxTests
{
    private const string Care = "social-care-cumberland";
    private const string Authority = "la/E06000063";

    [Fact]
    public async Task A_post_reads_what_its_adapter_got_and_nothing_else()
    {
        await using var routing = await SentAsync();
        var row = routing.To(Roles.FrontDoor);

        var opened = await OpenAsync(routing, row);

        var got = routing.DeliveredTo(Care).Single(delivery => delivery.DeliveryId == row.DeliveryId);
        Assert.Equal(WireWriter.WriteData(got), WireWriter.WriteData(opened!.Content!));
        Assert.Null(opened.Closed);
    }

    [Theory]
    [InlineData(Authority, Roles.EarlyHelpCoordinator)]
    [InlineData("urn/999998", Roles.FrontDoor)]
    [InlineData("la/E10000029", Roles.FrontDoor)]
    public async Task Another_post_of_the_organisation_and_another_organisation_see_nothing_of_it(string organisation, string role)
    {
        await using var routing = await SentAsync();

        var row = routing.To(Roles.FrontDoor);

        Assert.Null(await routing.Service.Desks.Inboxes.OpenAsync(row.DeliveryId, organisation, role, "somebody"));
        Assert.DoesNotContain(routing.Store.Read(scope => scope.InboxOf(organisation, role, 10)), one => one.DeliveryId == row.DeliveryId);
    }

    [Fact]
    public async Task What_has_not_reached_its_adapter_is_not_there_yet()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));

        Assert.Null(await OpenAsync(routing, routing.To(Roles.FrontDoor)));
        Assert.Empty(routing.Store.Read(scope => scope.InboxOf(Authority, Roles.FrontDoor, 10)));
    }

    [Fact]
    public async Task Of_what_was_called_back_only_that_is_shown()
    {
        await using var routing = await SentAsync();
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.SentInError }, 2));

        var opened = await OpenAsync(routing, routing.To(Roles.FrontDoor));

        Assert.Equal((ClosedBecause.Recalled, (Delivery?)null), (opened!.Closed, opened.Content));
        Assert.Empty(routing.Store.Read(scope => scope.OwedBy(Authority, Roles.FrontDoor, 10)));
    }

    [Fact]
    public async Task Reading_is_on_record_once_for_each_who_reads_and_without_their_names()
    {
        await using var routing = await SentAsync();
        var row = routing.To(Roles.FrontDoor);

        await OpenAsync(routing, row, "Jo Specimen");
        await OpenAsync(routing, row, "Jo Specimen");
        await OpenAsync(routing, row, "Lee Specimen");

        var records = routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'delivery-read'"));
        Assert.Equal(2, records.Count);
        Assert.DoesNotContain(records, record => record.Contains("Specimen", StringComparison.Ordinal));
        Assert.NotNull(routing.Store.Read(scope => scope.InboxOf(Authority, Roles.FrontDoor, 10)).Single().ReadAt);
    }

    [Fact]
    public async Task An_address_that_was_restricted_since_is_not_read_any_more()
    {
        await using var routing = await SentAsync();
        var row = routing.To(Roles.PoliceSafeguardingOfficer);
        Assert.Contains("3 Imaginary Lane", await TextOfAsync(routing, row), StringComparison.Ordinal);

        await RestrictAsync(routing, restricted: true, n: 2);

        Assert.DoesNotContain("3 Imaginary Lane", await TextOfAsync(routing, row), StringComparison.Ordinal);
        Assert.Equal("reading", routing.Store.Read(scope => scope.LatestDecision(row.DeliveryId))!.Kind);
    }

    [Fact]
    public async Task What_did_not_go_is_not_read_when_it_might_go_now()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await RestrictAsync(routing, restricted: true, n: 1);
        await routing.SendAsync(School, From(Concern(), 2));
        await routing.DrainAsync();
        var row = routing.Shared.First(one => one.MessageType == "concern.raised" && one.Role == Roles.PoliceSafeguardingOfficer);
        var before = await OpenAsync(routing, row);
        Assert.Null(before!.Content!.Parts.Address);

        await RestrictAsync(routing, restricted: false, n: 3);

        var after = await OpenAsync(routing, row);
        Assert.Null(after!.Content!.Parts.Address);
        Assert.All(after.Content.Parts.Present(), part => Assert.Contains(part, before.Content.Parts.Present()));
    }

    [Fact]
    public async Task The_post_that_sent_reads_the_answer_and_another_does_not()
    {
        await using var routing = await SentAsync();
        var message = routing.To(Roles.FrontDoor).MessageId;
        await routing.Store.WriteAsync(scope => scope.Add(new InboxSentRow
        {
            Reference = "r1",
            Participant = School,
            Organisation = "urn/999998",
            Role = Roles.DesignatedSafeguardingLead,
            By = "token",
            Type = "concern.raised",
            MessageId = message,
            At = 1,
        }));
        await routing.SendAsync(Care, From(new ConcernAcknowledged
        {
            DeliveryId = routing.To(Roles.FrontDoor).DeliveryId,
            Answer = AcknowledgementAnswer.Acknowledged,
            Role = Roles.FrontDoor,
            At = Morning,
            Note = "Invented note.",
        }, 1, source: "https://infoshare.local/agency/la/E06000063"));
        await routing.DrainAsync();

        var answer = Assert.Single(routing.Store.Read(scope => scope.AnswersTo("urn/999998", Roles.DesignatedSafeguardingLead, message, 10)));
        var opened = await routing.Service.Desks.Inboxes.OpenAsync(answer.DeliveryId, "urn/999998", Roles.DesignatedSafeguardingLead, "somebody");
        Assert.Equal("Invented note.", opened!.Content!.Answer!.Text);
        Assert.Null(await routing.Service.Desks.Inboxes.OpenAsync(answer.DeliveryId, "urn/999998", Roles.SchoolNurse, "somebody"));
        Assert.Equal("accepted", routing.Store.Read(scope => scope.SentBy("urn/999998", Roles.DesignatedSafeguardingLead, 10)).Single().Outcome);
    }

    private static async Task<RoutingFixture> SentAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        return routing;
    }

    private static Task<Receipt?> RestrictAsync(RoutingFixture routing, bool restricted, int n) => routing.SendAsync(School, From(
        Concern(id: $"restricts-{n}", parts: Robin() with { Address = Robin().Address! with { Restricted = restricted } }), n));

    private static Task<OpenedDelivery?> OpenAsync(RoutingFixture routing, DeliveryRow row, string by = "somebody") =>
        routing.Service.Desks.Inboxes.OpenAsync(row.DeliveryId, row.Organisation, row.Role, by);

    private static async Task<string> TextOfAsync(RoutingFixture routing, DeliveryRow row) =>
        System.Text.Encoding.UTF8.GetString(WireWriter.WriteData((await OpenAsync(routing, row))!.Content!));
}
