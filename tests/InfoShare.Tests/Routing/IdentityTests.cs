using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Identity;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class IdentityTests
{
    private const string Reviewer = "identity reviewer of Cumberland";

    [Fact]
    public async Task Where_birth_dates_contradict_a_number_the_concern_goes_on_and_a_reviewer_is_asked()
    {
        await using var routing = await RoutingFixture.StartAsync();

        var review = await ContradictAsync(routing, Born(2015));

        Assert.Equal("birth-dates-differ", review.Why);
        Assert.Equal(2, ChildrenOf(routing).Count);
        Assert.Contains(routing.Shared, delivery => delivery.About == "second");
    }

    [Fact]
    public async Task Who_looks_is_on_record_before_they_see_both_sides_and_no_address_is_shown()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var review = await ContradictAsync(routing, Born(2015));

        var seen = await routing.Service.Desks.Identities.LookAsync(new(review.Review, Reviewer));

        Assert.Equal([2015, 2016], seen.Sides!.Select(side => side.Person!.DateOfBirth!.Value.Year).Order());
        Assert.All(seen.Sides!, side => Assert.Empty(side.Person!.Addresses));
        Assert.Contains(seen.Compared!, field => field is { Field: "Address", Agreement: "Same", Bits: > 0 });
        var looked = Assert.Single(routing.Store.Read(scope => scope.Stream<AuditRow>("select * from audit").ToList()), entry => entry.Kind == "identity-looked");
        Assert.DoesNotContain("reviewer", looked.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_records_that_a_reviewer_finds_to_be_of_one_child_are_and_can_be_taken_apart_again()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReadingEverywhere();
        var review = await ContradictAsync(routing, Born(2015));

        var joined = await routing.Service.Desks.Identities.DecideAsync(new(review.Review, IdentityOutcome.Same, Reviewer));
        Assert.Null(joined.Problem);
        Assert.Single(ChildrenOf(routing));
        Assert.Empty(routing.Store.Read(scope => scope.OpenReviews(10)));
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "third", parts: Born(2015)), 2, key: "key-2"));
        await routing.DrainAsync();

        var apart = await routing.Service.Desks.Identities.UnlinkAsync(new(review.Record, Reviewer));
        Assert.Null(apart.Problem);
        Assert.Equal(2, ChildrenOf(routing).Count);
        Assert.NotEmpty(apart.Received!);
        Assert.Equal(apart.ChildToken, routing.Store.Read(scope => scope.FindRecord(review.Record))!.ChildToken);
        Assert.All(routing.Shared.Where(delivery => delivery.About == "third"), delivery => Assert.Equal(apart.ChildToken, delivery.ChildToken));
    }

    [Fact]
    public async Task Two_different_NHS_numbers_never_become_one_child_not_even_by_a_reviewer()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var upn = new Identifier { System = IdentifierSystem.Upn, Value = "X823432016002" };
        var review = await ContradictAsync(routing, With(Robin("P-2", "9434765919"), upn), With(Robin(), upn));

        var refused = await routing.Service.Desks.Identities.DecideAsync(new(review.Review, IdentityOutcome.Same, Reviewer));

        Assert.StartsWith("their NHS numbers differ", refused.Problem, StringComparison.Ordinal);
        Assert.Equal(2, ChildrenOf(routing).Count);
    }

    [Fact]
    public async Task A_question_or_record_that_is_not_there_and_a_name_that_is_none_are_refused()
    {
        await using var routing = await RoutingFixture.StartAsync();

        Assert.Equal("there is no such question", (await routing.Service.Desks.Identities.LookAsync(new("none", Reviewer))).Problem);
        Assert.Equal("there is no such record", (await routing.Service.Desks.Identities.UnlinkAsync(new("none", Reviewer))).Problem);
        Assert.NotNull((await routing.Service.Desks.Identities.DecideAsync(new("none", IdentityOutcome.Same, " "))).Problem);
    }

    private static async Task<IdentityReviewRow> ContradictAsync(RoutingFixture routing, MessageParts second, MessageParts? first = null)
    {
        await routing.SendAsync(School, From(Concern(level: 3, id: "first", parts: first ?? Robin()), 1));
        routing.Clock.Advance(TimeSpan.FromMinutes(1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: second), 1, key: "key-2"));
        return Assert.Single(routing.Store.Read(scope => scope.OpenReviews(10)));
    }

    private static HashSet<string?> ChildrenOf(RoutingFixture routing) => [.. routing.Shared.Select(delivery => delivery.ChildToken)];

    private static MessageParts Born(int year) => Robin("P-2") is var parts ? parts with { Identity = parts.Identity! with { DateOfBirth = new DateOnly(year, 5, 14) } } : parts;

    private static MessageParts With(MessageParts parts, Identifier identifier) => parts with { Identity = parts.Identity! with { Identifiers = [.. parts.Identity.Identifiers, identifier] } };
}
