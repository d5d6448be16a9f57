using InfoShare.Console;
using InfoShare.Console.Inboxes;
using InfoShare.Console.Security;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Storage.Inboxes;
using InfoShare.Tests.Routing;
using Xunit;

namespace InfoShare.Tests.Console;

/// <summary>What a post sends goes by its adapter's door, once.</summary>
public sealed class PostBoxTests
{
    private static readonly Viewer School = new("token", "school inbox", [Role.Named("inbox")!], Messages.School, "urn/999998", Roles.DesignatedSafeguardingLead, Demo: false, MustChange: false);

    [Fact]
    public async Task It_speaks_for_the_organisation_of_who_is_signed_in_and_is_on_record_without_its_words()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var door = new Door(new HandedIn.Saved(["m1"]));

        var outcome = await Box(routing, door).SendAsync(School, Answer());

        Assert.Equal("m1", outcome.MessageId);
        Assert.Contains("\"source\":\"https://infoshare.local/agency/urn/999998\"", door.HandedIn.Single(), StringComparison.Ordinal);
        Assert.Equal("concern.acknowledged", routing.Store.Read(scope => scope.SentAbout("urn/999998", Roles.DesignatedSafeguardingLead, "d1")).Single().Type);
        Assert.DoesNotContain(routing.Store.Read(scope => scope.Query<string>("select detail from audit")), detail => detail.Contains("Invented", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_page_sent_twice_is_one()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var door = new Door(new HandedIn.Saved(["m1"]));
        var box = Box(routing, door);

        await box.SendAsync(School, Answer());
        var again = await box.SendAsync(School, Answer());

        Assert.Equal("m1", again.MessageId);
        Assert.Single(door.HandedIn);
    }

    [Fact]
    public async Task What_the_checks_of_the_adapters_refuse_is_handed_in_nowhere()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var door = new Door(new HandedIn.Saved(["m1"]));

        var outcome = await Box(routing, door).SendAsync(School, Answer(new string('x', 2_001)));

        Assert.Equal("data.note", Assert.Single(outcome.Problems).Field);
        Assert.Empty(door.HandedIn);
    }

    [Fact]
    public async Task A_page_that_is_none_of_ours_sends_nothing()
    {
        await using var routing = await RoutingFixture.StartAsync();
        var door = new Door(new HandedIn.Saved(["m1"]));

        Assert.NotEmpty((await Box(routing, door).SendAsync(School, Answer() with { Reference = "guessed" })).Problems);
        Assert.Empty(door.HandedIn);
    }

    [Fact]
    public async Task Where_the_adapter_is_elsewhere_or_cannot_save_the_page_says_so()
    {
        await using var routing = await RoutingFixture.StartAsync();

        Assert.NotEmpty((await Box(routing, new ClosedDoor()).SendAsync(School, Answer())).Problems);
        Assert.NotEmpty((await Box(routing, new Door(new HandedIn.NotNow())).SendAsync(School, Answer())).Problems);
        Assert.Empty(routing.Store.Read(scope => scope.SentBy("urn/999998", Roles.DesignatedSafeguardingLead, 10)));
    }

    private static Posted Answer(string note = "Invented note.") => new(new string('a', 32), [new ConcernAcknowledged
    {
        DeliveryId = "d1",
        Answer = AcknowledgementAnswer.Acknowledged,
        Role = Roles.DesignatedSafeguardingLead,
        At = Messages.Morning,
        Note = note,
    }], "d1");

    private static PostBox Box(RoutingFixture routing, IAgencyDoor door) => new(
        new ConsoleContext(routing.Store, routing.Directory, routing.Service.Policies, routing.Service.Desks, null!, routing.Clock) { Door = door });

    private sealed class Door(HandedIn answer) : IAgencyDoor
    {
        public List<string> HandedIn { get; } = [];

        public string? WhyNot(string participant) => null;

        public Task<HandedIn> HandInAsync(string participant, ReadOnlyMemory<byte> messages)
        {
            HandedIn.Add(System.Text.Encoding.UTF8.GetString(messages.Span));
            return Task.FromResult(answer);
        }
    }
}
