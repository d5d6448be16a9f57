using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Routing.Histories;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>What happened to a child and its family, across agencies, by when it happened, as far as one reader may know.</summary>
public class ChronologyTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;
    private static readonly string Police = new OrganisationSource("police", "03").Uri;

    [Fact]
    public async Task Events_of_several_agencies_come_by_when_they_happened_and_not_by_when_they_came()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, "later", new(2026, 11, 2));
        await routing.SendAsync("police-cumberland", From(On(Concern(4, "earlier"), new(2025, 3, 1)), 1, "police", Police));
        await routing.SendAsync(Care, From(Case(), 1, "case", Cumberland));

        var told = await ReadAsync(routing);

        Assert.Equal(
            [(new DateOnly(2025, 2, 1), "plan", AgencyKind.SocialCare), (new DateOnly(2025, 3, 1), "concern", AgencyKind.Police), (new DateOnly(2026, 11, 2), "concern", AgencyKind.Education)],
            told.Entries!.Select(entry => (entry.On, entry.Kind, entry.From)));
        Assert.Equal("Invented facts.", told.Entries![1].Parts!.Incident!.Facts);
        Assert.Equal("E06000063", Assert.Single(told.Children!).Responsibility!.HeldBy);
    }

    [Fact]
    public async Task The_reader_gets_of_each_event_what_its_role_may_read_and_of_others_nothing()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, "low", new(2026, 1, 5), level: 1);
        await RaiseAsync(routing, "high", new(2026, 2, 5));

        var told = await ReadAsync(routing, Roles.SchoolNurse);

        var entry = Assert.Single(told.Entries!);
        Assert.Equal(new DateOnly(2026, 2, 5), entry.On);
        Assert.Null(entry.Parts!.ThirdParty);
        Assert.NotNull(entry.Parts.Medical);
    }

    [Fact]
    public async Task A_restricted_address_is_in_it_for_nobody_without_the_grant_in_no_spelling()
    {
        await using var routing = await StartAsync();
        var parts = Robin();
        await routing.SendAsync(School, From(Concern(4, "concern-1", parts with
        {
            Address = parts.Address! with { Restricted = true },
            Incident = parts.Incident! with { Facts = "Seen at 3 Imaginary Lane." },
        }), 1));
        await routing.DrainAsync();

        var (nurse, door) = (await ReadAsync(routing, Roles.SchoolNurse), await ReadAsync(routing));

        Assert.DoesNotContain("Imaginary", Text(nurse), StringComparison.Ordinal);
        Assert.Contains("Imaginary", Text(door), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_stands_in_the_place_of_what_it_corrects_and_what_was_withdrawn_is_not_there()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, "stays", new(2026, 2, 5));
        await RaiseAsync(routing, "goes", new(2026, 2, 6));
        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = On(Concern(5, "stays"), new(2026, 2, 7)) }, 10, "stays"));
        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "goes", Reason = WithdrawalReason.Unfounded }, 11, "goes"));

        var entry = Assert.Single((await ReadAsync(routing)).Entries!);
        Assert.Equal((new DateOnly(2026, 2, 7), 5), (entry.On, entry.LevelOfNeed));
    }

    [Fact]
    public async Task What_was_decided_stands_with_the_concern_also_when_its_words_are_erased()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, "old", new(2026, 2, 5));
        await routing.SendAsync(Care, From(
            new ConcernDecision { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Outcome = ConcernOutcome.S17, DecidedBy = Roles.FrontDoor, DecidedAt = Morning, Rationale = "Invented." }, 1, "answers", Cumberland));
        await routing.DrainAsync();
        routing.Clock.Advance(TimeSpan.FromDays(60));
        await routing.Service.KeepHouseAsync();

        var entry = Assert.Single((await ReadAsync(routing)).Entries!);
        Assert.Equal((true, null, ConcernOutcome.S17), (entry.WordsErased, entry.Parts, entry.Outcome!.Value));
    }

    [Fact]
    public async Task The_family_comes_along_by_siblings_told_and_by_a_parent_of_both_and_not_by_a_lodger()
    {
        await using var routing = await StartAsync();
        var mother = Adult("Ada", "mother");
        await routing.SendAsync(School, From(Concern(4, "robin", Robin() with { Household = new() { Adults = [mother, Adult("Lou", "lodger")], Siblings = [new() { Relationship = "brother", Name = Name("Sam"), DateOfBirth = new(2019, 1, 2) }] } }), 1, "robin"));
        await routing.SendAsync(School, From(Concern(4, "sam", Child("Sam", new(2019, 1, 2))), 1, "sam"));
        await routing.SendAsync(School, From(Concern(4, "kim", Child("Kim", new(2021, 7, 8)) with { Household = new() { Adults = [mother] } }), 1, "kim"));
        await routing.SendAsync(School, From(Concern(4, "pat", Child("Pat", new(2011, 3, 4)) with { Household = new() { Adults = [Adult("Lou", "lodger")] } }), 1, "pat"));
        await routing.DrainAsync();

        var told = await ReadAsync(routing, about: "robin", family: true);

        Assert.Equal(["", "parent", "sibling"], told.Children!.Select(child => string.Join(',', child.Because)).Order());
        Assert.Equal([1, 2, 3], told.Entries!.Select(entry => entry.Child).Order());
        Assert.Single((await ReadAsync(routing, about: "robin")).Children!);
    }

    [Fact]
    public async Task Concerns_that_a_sender_tells_together_are_of_one_family_whichever_comes_first()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(4, "sam", Child("Sam", new(2019, 1, 2))) with { LinkedConcerns = ["kim"] }, 1, "sam"));
        await routing.SendAsync(School, From(Concern(4, "kim", Child("Kim", new(2021, 7, 8))), 1, "kim"));
        await routing.DrainAsync();

        foreach (var about in new[] { "sam", "kim" })
            Assert.Equal(["", "sibling"], (await ReadAsync(routing, about: about, family: true)).Children!.Select(child => string.Join(',', child.Because)));
    }

    [Theory]
    [InlineData("", "lead")]
    [InlineData("conference", " ")]
    public async Task Without_why_and_who_nothing_is_told(string why, string by)
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, "one", new(2026, 2, 5));
        var told = await routing.Service.Desks.Chronologies.ReadAsync(new(routing.To(Roles.FrontDoor).DeliveryId, false, why, by));
        Assert.NotNull(told.Problem);
        Assert.Null(told.Entries);
    }

    [Fact]
    public async Task That_it_was_read_is_on_record_and_neither_why_nor_by_whom_in_clear()
    {
        await using var routing = await StartAsync();
        await RaiseAsync(routing, "one", new(2026, 2, 5));
        await ReadAsync(routing);

        var detail = Assert.Single(routing.Store.Read(scope => scope.Query<string>("select detail from audit where kind = 'chronology-read'")));
        Assert.StartsWith("la/E06000063#children-services-front-door by:", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("conference", detail, StringComparison.Ordinal);
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care, School, "police-cumberland", "health-cumberland");
        return routing;
    }

    private static async Task<ChronologyAnswer> ReadAsync(RoutingFixture routing, string role = Roles.FrontDoor, string? about = null, bool family = false)
    {
        var delivery = routing.Deliveries.First(d => d.Role == role && d.Kind == "original" && (about is null || d.About == about));
        var told = await routing.Service.Desks.Chronologies.ReadAsync(new(delivery.DeliveryId, family, "a conference", "lead"));
        Assert.Null(told.Problem);
        return told;
    }

    private static async Task RaiseAsync(RoutingFixture routing, string id, DateOnly on, int level = 4)
    {
        await routing.SendAsync(School, From(On(Concern(level, id), on), 1, id));
        await routing.DrainAsync();
    }

    private static ConcernRaised On(ConcernRaised concern, DateOnly day) => concern with
    {
        Parts = concern.Parts with { Incident = concern.Parts.Incident! with { ObservedAt = null, ObservedOn = day } },
    };

    private static InvolvementRecorded Case() => new()
    {
        InvolvementId = "case-1",
        Parts = new() { Identity = Robin().Identity, Plan = new() { Plans = [new() { Type = PlanType.ChildProtection, Start = new(2025, 2, 1), Category = "NEG" }] } },
    };

    private static MessageParts Child(string given, DateOnly birth) => Robin(given, "") with
    {
        Identity = new() { Identifiers = [new() { System = IdentifierSystem.Local, Value = given }], Names = [Name(given)], DateOfBirth = birth },
        Address = null,
        Household = null,
    };

    private static Person Adult(string given, string relationship) => new() { Relationship = relationship, Name = Name(given), DateOfBirth = new(1990, 5, 6) };

    private static PersonName Name(string given) => new() { Family = "Testperson", Given = [given] };

    private static string Text(ChronologyAnswer told) => System.Text.Json.JsonSerializer.Serialize(told, InfoShare.Contracts.Wire.WireJson.Options);
}
