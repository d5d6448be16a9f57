using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Escalations;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Board;
using InfoShare.Storage;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>A board sees whether somebody answers, and never a child.</summary>
public class BoardTests
{
    private const string Care = "social-care-cumberland";
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;

    [Fact]
    public async Task Answers_are_counted_as_in_time_late_missing_or_open_by_who_owed_them()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var doors = new List<string>();
        for (var child = 0; child < 20; child++)
            doors.Add(await RaiseAsync(routing, child));
        foreach (var door in doors.Take(6))
            await DecideAsync(routing, door);
        routing.Clock.Advance(TimeSpan.FromDays(7));
        foreach (var door in doors.Skip(6).Take(7))
            await DecideAsync(routing, door);

        Assert.Equal([("decision in-time", 6), ("decision late", 7), ("decision missing", 7)], Of(routing, "answers", "la/E06000063"));
        Assert.Empty(Of(routing, "answers", "la/E06000063", Day.AddDays(1)));
    }

    [Fact]
    public async Task Challenges_are_counted_by_the_role_that_raised_them_and_what_came_of_them()
    {
        await using var routing = await RoutingFixture.StartAsync();
        for (var child = 0; child < 10; child++)
        {
            await DecideAsync(routing, await RaiseAsync(routing, child));
            var answer = routing.Deliveries.Last(delivery => delivery.Kind == "answer").DeliveryId;
            await SendAsync(routing, School, new EscalationRaised { EscalationId = $"esc-{child}", DeliveryId = answer, Dissent = "Invented.", Role = Roles.DesignatedSafeguardingLead, At = Morning }, $"esc-{child}");
            if (child < 5)
                await SendAsync(routing, School, new EscalationClosed { EscalationId = $"esc-{child}", Outcome = EscalationOutcome.Agreed, Role = "x", At = Morning }, $"esc-{child}", 2);
        }

        Assert.Equal([("agreed", 5), ("open", 5)], Of(routing, "challenges", Roles.DesignatedSafeguardingLead));
    }

    [Fact]
    public async Task A_refusal_is_counted_and_so_is_what_was_shared_in_spite_of_it_with_the_rule_that_let_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        for (var child = 0; child < 5; child++)
        {
            await SendAsync(routing, School, Agreement(ConsentAnswer.Refused, $"consent-{child}") with { Parts = new() { Identity = Child(child).Identity } }, $"child-{child}");
            await RaiseAsync(routing, child, sequence: 2);
        }

        Assert.Equal([("refused", 5)], Of(routing, "agreement", "share", Day.AddDays(-1)));
        Assert.Contains(("risk-of-significant-harm", 5), Of(routing, "shared-despite-refusal", "social-care"));
    }

    [Fact]
    public async Task Transfers_that_wait_and_plans_that_drift_are_counted_as_of_now()
    {
        await using var routing = await RoutingFixture.StartAsync();
        for (var child = 0; child < 5; child++)
        {
            await SendAsync(routing, Care, new TransferRequested { TransferId = $"transfer-{child}", Kind = TransferKind.Authority, FromArea = "E06000063", ToArea = "E10000029", Parts = Child(child) }, $"child-{child}", source: Cumberland);
            OpenPlan[] plans = [new() { Type = PlanType.ChildProtection, Start = new(2025, 3, 1) }, new() { Type = PlanType.ChildInNeed, Start = new(2025, 1, 1), End = new(2025, 2, 1) }];
            await SendAsync(routing, Care, new InvolvementRecorded { InvolvementId = $"case-{child}", Parts = new() { Identity = Child(child).Identity, Plan = new() { Plans = plans } } }, $"child-{child}", 2, Cumberland);
        }

        Assert.Equal([("authority requested", 5)], Of(routing, "transfers", "la/E10000029"));
        Assert.Equal([("child-protection from-18-months", 5)], Of(routing, "plans", "la/E06000063"));
        routing.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal([("authority requested overdue", 5)], Of(routing, "transfers", "la/E10000029"));
    }

    [Theory]
    [InlineData("7 4 9", "- - 9")]
    [InlineData("4 3 9", "- - 9")]
    [InlineData("4", "-")]
    [InlineData("0 4 0", "0 - 0")]
    [InlineData("5 6", "5 6")]
    public void Small_counts_are_left_out_and_so_is_what_they_would_follow_from(string counts, string told)
    {
        var figures = SmallNumbers.LeftOut(counts.Split(' ').Select((count, n) => new Figure("series", "of", $"{n}", int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(told, string.Join(' ', figures.Select(figure => figure.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")));
    }

    [Theory]
    [InlineData("2025-05-20", "from-18-months")]
    [InlineData("2025-05-21", "from-15-months")]
    [InlineData("2025-08-20", "from-15-months")]
    [InlineData("2025-08-21", "under-15-months")]
    public void A_plan_is_as_old_as_its_months(string start, string age) =>
        Assert.Equal(age, PlanAge.Of(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), Day));

    private static IEnumerable<(string, int)> Of(RoutingFixture routing, string series, string of, DateOnly? from = null) =>
        routing.Store.Read(scope => BoardFigures.Of(scope, from ?? Day, (from ?? Day).AddDays(1), routing.Clock.GetUtcNow()))
            .Where(figure => figure.Series == series && figure.Of == of).Select(figure => (figure.What, (int)(figure.Count ?? -1)));

    /// <summary>Each is unlike the others.</summary>
    private static MessageParts Child(int n) => Robin($"P-{n}", "") is var parts ? parts with
    {
        Identity = parts.Identity! with { Names = [new() { Family = new string((char)('A' + n), 9), Given = [new string((char)('B' + n), 7)] }], DateOfBirth = new DateOnly(2010, 1, 1).AddDays(97 * n) },
        Address = new() { Addresses = [new() { Lines = [$"{n} {new string((char)('C' + n), 8)} Street"], Postcode = $"CA9{n % 10} {n % 7}ZZ", AreaCode = "E06000063" }] },
    } : parts;

    private static async Task<string> RaiseAsync(RoutingFixture routing, int child, int sequence = 1)
    {
        await SendAsync(routing, School, Concern(4, $"concern-{child}", Child(child)), $"child-{child}", sequence);
        return routing.Store.Read(scope => scope.DeliveriesAbout(School, $"concern-{child}")).Single(delivery => delivery.Role == Roles.FrontDoor).DeliveryId;
    }

    private static Task DecideAsync(RoutingFixture routing, string delivery) => SendAsync(
        routing, Care, new ConcernDecision { DeliveryId = delivery, Outcome = ConcernOutcome.S17, Rationale = "Invented.", DecidedBy = Roles.FrontDoor, DecidedAt = Morning }, delivery, source: Cumberland);

    private static async Task SendAsync<T>(RoutingFixture routing, string participant, T data, string key, int sequence = 1, string? source = null) =>
        Assert.Equal(ReceiptOutcome.Accepted, (await routing.SendAsync(participant, From(data, sequence, key, source)))!.Outcome);
}
