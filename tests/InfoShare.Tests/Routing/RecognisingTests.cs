using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Children;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class RecognisingTests
{
    [Fact]
    public async Task A_child_is_known_again_by_name_birthday_and_home_where_no_number_is_told()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));

        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: Robin("P-2", "")), 1, key: "key-2"));

        Assert.Single(Children(routing));
        Assert.Empty(Questions(routing));
        Assert.Contains(routing.Store.Read(scope => scope.RecordsOf(Children(routing).Single()!)), record => record.Because == "details");
    }

    [Fact]
    public async Task A_twin_is_a_child_of_its_own_and_somebody_is_asked()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));

        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: Named("Maya")), 1, key: "key-2"));

        Assert.Equal(2, Children(routing).Count);
        var question = Assert.Single(Questions(routing));
        Assert.Equal("details-alike", question.Why);
        Assert.InRange(question.Likelihood!.Value, 1, 1_000_000);
        Assert.Equal(2, routing.Shared.Select(delivery => delivery.About).Distinct().Count());
    }

    [Fact]
    public async Task A_number_that_the_issuer_has_replaced_leads_to_the_same_child_before_and_after()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        var replaced = Maya("P-2");
        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: replaced with
        {
            Identity = replaced.Identity! with { DateOfBirth = Robin().Identity!.DateOfBirth, Identifiers = [new() { System = IdentifierSystem.NhsNumber, Value = "9434765919" }, new() { System = IdentifierSystem.FormerNhsNumber, Value = "9449305552" }] },
        }), 1, key: "key-2"));
        var old = Maya("P-3");
        await routing.SendAsync(School, From(Concern(level: 3, id: "third", parts: old with
        {
            Identity = old.Identity! with { DateOfBirth = Robin().Identity!.DateOfBirth, Identifiers = [new() { System = IdentifierSystem.NhsNumber, Value = "9449305552" }] },
        }), 1, key: "key-3"));

        Assert.Single(Children(routing));
        Assert.Empty(Questions(routing));
    }

    [Theory]
    [InlineData("2027-01-20", 1)]
    [InlineData("2026-01-20", 0)]
    public async Task Whether_a_child_of_the_same_mother_is_the_one_that_was_expected_is_asked(string born, int questions)
    {
        await using var routing = await RoutingFixture.StartAsync();
        HouseholdPart household = new() { Adults = [new() { Relationship = "mother", Name = new() { Family = "Otherperson", Given = ["Ada"] }, DateOfBirth = new(1998, 4, 5) }] };
        await routing.SendAsync(School, From(Concern(level: 3, id: "unborn", parts: new() { Identity = new() { Identifiers = [new() { System = IdentifierSystem.Local, Value = "U-1" }], ExpectedDateOfBirth = new(2027, 2, 1) }, Household = household }), 1));

        var parts = Maya("B-1");
        await routing.SendAsync(School, From(Concern(level: 3, id: "born", parts: parts with { Household = household, Identity = parts.Identity! with { DateOfBirth = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture) } }), 1, key: "key-2"));

        Assert.Equal(questions, Questions(routing).Count(question => question.Why == "may-be-born"));
    }

    [Fact]
    public async Task Who_is_like_two_children_is_neither_until_somebody_has_looked()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: Robin("P-2", "9434765919")), 1, key: "key-2"));
        Assert.Equal(2, Children(routing).Count);

        await routing.SendAsync(School, From(Concern(level: 3, id: "third", parts: Robin("P-3", "")), 1, key: "key-3"));

        Assert.Equal(3, Children(routing).Count);
        Assert.Equal(3, Questions(routing).Count);
    }

    [Fact]
    public async Task Two_records_of_one_new_child_that_come_together_are_of_one_child()
    {
        await using var routing = await RoutingFixture.StartAsync();
        using var free = new ManualResetEventSlim();
        var busy = routing.Store.WriteAsync(_ => free.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        var taken = new[] { Robin("P-1", ""), Robin("P-2", ""), Named("Maya") }.Select((parts, n) => routing.Service.HandleAsync(
            School, new("test", WireWriter.Write(From(Concern(level: 3, id: $"concern-{n}", parts: parts), 1, key: $"key-{n}"))), CancellationToken.None)).ToList();

        free.Set();
        await busy;
        await Task.WhenAll(taken);

        Assert.Equal(2, Children(routing).Count);
        Assert.NotEmpty(Questions(routing));
    }

    [Fact]
    public async Task What_was_linked_by_details_can_be_taken_apart_and_stays_apart()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        await routing.SendAsync(School, From(Concern(level: 3, id: "second", parts: Robin("P-2", "")), 1, key: "key-2"));
        var second = routing.Store.Read(scope => scope.RecordsOf(Children(routing).Single()!)).Single(record => record.Because == "details");

        Assert.Null((await routing.Service.Desks.Identities.UnlinkAsync(new(second.Record, "identity reviewer"))).Problem);
        await routing.SendAsync(School, From(Concern(level: 3, id: "third", parts: Robin("P-2", "")), 2, key: "key-2"));

        Assert.Equal(2, Children(routing).Count);
        Assert.Single(routing.Shared.Where(delivery => delivery.About is "second" or "third").Select(delivery => delivery.ChildToken).Distinct());
    }

    [Fact]
    public async Task No_name_birthday_or_place_is_in_a_key_that_records_are_found_by()
    {
        var (keys, elsewhere) = (await KeysAsync(), await KeysAsync());

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{32}$", key));
        // A hash without a secret could be made again from a list of names.
        Assert.Empty(keys.Intersect(elsewhere));
    }

    private static async Task<IReadOnlyList<string>> KeysAsync()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(level: 3, id: "first"), 1));
        return routing.Store.Read(scope => scope.Query<string>("select value from record_key where kind = 'details'", new { }));
    }

    private static HashSet<string?> Children(RoutingFixture routing) => [.. routing.Shared.Select(delivery => delivery.ChildToken)];

    private static IReadOnlyList<IdentityReviewRow> Questions(RoutingFixture routing) => routing.Store.Read(scope => scope.OpenReviews(10));

    private static MessageParts Named(string given) => Robin("P-2", "") is var parts ? parts with { Identity = parts.Identity! with { Names = [new() { Family = "Testperson", Given = [given] }] } } : parts;
}
