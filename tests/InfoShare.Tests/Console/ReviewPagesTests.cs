using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using InfoShare.Storage.Children;
using InfoShare.Storage.Emergency;
using InfoShare.Storage.Incidents;
using InfoShare.Tests.Routing;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Console;

/// <summary>What people must look at, they see when that is on record, and decide once.</summary>
public sealed class ReviewPagesTests
{
    [Fact]
    public async Task Two_records_are_closed_until_they_are_compared_and_no_address_is_shown_then()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var review = await AskedAsync(routing);
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var reviewer = await console.SignInAsync("identity reviewer");
        var page = $"/identity/{review.Review}";

        Assert.Contains(review.Review[..12], (await reviewer.GetAsync("/identity")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Testperson", (await reviewer.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Empty(console.Audited("identity-looked"));
        var compared = await reviewer.PostAsync(page, "?handler=Compare");
        Assert.Contains("14 May 2015", compared.Html, StringComparison.Ordinal);
        Assert.Contains("14 May 2016", compared.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Imaginary Lane", compared.Html, StringComparison.Ordinal);
        Assert.Equal([review.Review], console.Audited("identity-looked"));

        var decided = await reviewer.PostAsync(page, "?handler=Decide", ("outcome", "same"));
        Assert.Contains("Both are of one child now", decided.Html, StringComparison.Ordinal);
        Assert.Equal("same", routing.Store.Read(scope => scope.FindReview(review.Review))!.Outcome);
        Assert.Equal(404, (await reviewer.GetAsync("/identity/none")).Status);
    }

    [Fact]
    public async Task Before_a_record_is_taken_apart_it_says_who_received_what_meanwhile_and_then_what_of_it_is_called_back()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        var review = await AskedAsync(routing);
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var reviewer = await console.SignInAsync("identity reviewer");
        await reviewer.PostAsync($"/identity/{review.Review}", "?handler=Decide", ("outcome", "same"));
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        await routing.SendAsync(School, From(Concern(3, "third", Born(2015)), 2, key: "key-2"));
        await routing.DrainAsync();
        var page = $"/identity/records?record={review.Record}";

        var before = await reviewer.GetAsync(page);
        Assert.Contains(routing.Shared.First(d => d.About == "third" && d.State == "handed-over").DeliveryId[..12], before.Html, StringComparison.Ordinal);
        var after = await reviewer.PostAsync(page, "?handler=Unlink");

        Assert.Contains("The record is of a child of its own now", after.Html, StringComparison.Ordinal);
        Assert.Contains("link", after.Html, StringComparison.Ordinal);
        Assert.Equal(2, routing.Shared.Select(delivery => delivery.ChildToken).Distinct().Count());
        Assert.Contains("It is linked with no other record.", (await reviewer.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(404, (await reviewer.GetAsync("/identity/records?record=")).Status);
    }

    [Fact]
    public async Task The_words_of_who_had_emergency_access_are_opened_on_record_and_somebody_else_reviews_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 2), 1));
        var id = (await routing.BreakGlassAsync(routing.To(Roles.EarlyHelpCoordinator))).Id!;
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var (asker, other) = (await console.SignInAsync("duty manager"), await console.SignInAsync("governance lead"));
        var page = $"/emergencies/{id}";

        Assert.DoesNotContain("Invented for a test.", (await other.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains("Invented for a test.", (await other.PostAsync(page, "?handler=Open")).Html, StringComparison.Ordinal);
        Assert.Equal([id], console.Audited("emergency-words-read"));

        Assert.Contains("You cannot: Somebody else than who asked must review it", (await asker.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains("Somebody else than who asked must review it", (await asker.PostAsync(page, "?handler=Review", ("outcome", "justified"))).Html, StringComparison.Ordinal);
        Assert.Null(routing.Store.Read(scope => scope.FindEmergency(id))!.ReviewedAt);
        Assert.Contains("It was not right", (await other.PostAsync(page, "?handler=Review", ("outcome", "not-justified"))).Html, StringComparison.Ordinal);
        Assert.Contains("It has ended", (await asker.PostAsync(page, "?handler=Stop")).Html, StringComparison.Ordinal);
        Assert.NotNull(routing.Store.Read(scope => scope.FindEmergency(id))!.EndedAt);
        Assert.Contains("duty manager", (await other.GetAsync("/emergencies")).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await (await console.SignInAsync("auditor")).GetAsync(page)).Status);
    }

    [Fact]
    public async Task An_incident_is_closed_by_who_may_once_its_removals_are_confirmed()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.WrongChild }, 2));
        var incident = Assert.Single(routing.Store.Read(scope => scope.Incidents(open: true, 10))).Incident;
        await using var console = await ConsoleOverHttp.StartAsync(routing);
        var (reader, lead) = (await console.SignInAsync("auditor"), await console.SignInAsync("governance lead"));
        var page = $"/incidents/{incident}";

        Assert.Contains("Your roles do not include this.", (await reader.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await reader.PostAsync(page, "?handler=Close")).Status);
        Assert.Contains("of its removals are not confirmed", (await lead.GetAsync(page)).Html, StringComparison.Ordinal);
        Assert.Contains("removals are not confirmed: whoever has it must remove it first", (await lead.PostAsync(page, "?handler=Close")).Html, StringComparison.Ordinal);
        await routing.DrainAsync();
        foreach (var delivery in routing.Store.Read(scope => scope.DeliveriesOf(incident)).ToList())
            await routing.ReportAsync(routing.Deliveries.Single(row => row.DeliveryId == delivery.DeliveryId).Participant!, delivery.DeliveryId, ReceiptOutcome.Recalled);

        Assert.Contains("The incident is closed", (await lead.PostAsync(page, "?handler=Close")).Html, StringComparison.Ordinal);
        Assert.NotNull(routing.Store.Read(scope => scope.FindIncident(incident))!.ClosedAt);
        Assert.Equal(404, (await lead.GetAsync("/incidents/none")).Status);
    }

    private static async Task<IdentityReviewRow> AskedAsync(RoutingFixture routing)
    {
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: Born(2015)), 1, key: "key-2"));
        return Assert.Single(routing.Store.Read(scope => scope.OpenReviews(10)));
    }

    private static MessageParts Born(int year) => Robin("P-2") is var parts ? parts with { Identity = parts.Identity! with { DateOfBirth = new DateOnly(year, 5, 14) } } : parts;
}
