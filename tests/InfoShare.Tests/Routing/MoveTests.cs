using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Policy;
using InfoShare.Storage.Deliveries;
using InfoShare.Storage.Moves;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

/// <summary>A family that crosses a boundary is not lost: whatever shows it counts, and who has lost a child hears when somebody meets it.</summary>
public class MoveTests
{
    private const string Care = "social-care-cumberland";
    private static readonly string Cumberland = new OrganisationSource("la", "E06000063").Uri;
    private static readonly string SuffolkPolice = new OrganisationSource("police", "37").Uri;
    private static readonly string SuffolkSchool = new OrganisationSource("urn", "999999").Uri;

    [Fact]
    public async Task Several_agencies_that_tell_of_one_move_tell_of_one_with_all_of_them_as_its_evidence()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(MoveToSuffolk(), 1));
        await routing.DrainAsync();
        await routing.SendAsync("health-suffolk", From(MoveToSuffolk("registered") with { DetectedBy = MoveSignal.GpRegistration, FromArea = null }, 1, "gp", new OrganisationSource("ods", "ZZ998").Uri));
        await routing.DrainAsync();

        var moves = routing.DeliveredTo("social-care-suffolk").Where(d => d.Move is not null).Select(d => d.Move!).ToList();
        Assert.Equal(2, moves.Count);
        Assert.NotNull(moves[0].Move);
        Assert.Equal(moves[0].Move, moves[1].Move);
        Assert.Equal([(MoveSignal.Address, AgencyKind.Education), (MoveSignal.GpRegistration, AgencyKind.Health)], moves[1].Evidence.Select(told => (told.Signal, told.From)));
    }

    [Fact]
    public async Task A_concern_with_a_home_in_another_area_tells_the_front_door_that_was_left_of_the_move()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();

        await routing.SendAsync("police-suffolk", From(InSuffolk(Concern(4, "met")), 1, "met", SuffolkPolice));
        await routing.DrainAsync();

        var move = routing.DeliveredTo(Care).Single(d => d.Move is not null);
        Assert.Equal((Roles.FrontDoor, MoveSignal.Address, "E06000063", "E10000029"), (move.Recipient.Role, move.Move!.Evidence.Single().Signal, move.Move.FromArea, move.Move.ToArea));
        Assert.Equal([PartName.Identity, PartName.Address, PartName.Contact, PartName.History], move.Parts.Present());
        Assert.DoesNotContain(routing.Read["police-suffolk"].Select(message => message.Data).OfType<SharingWithheld>(), notice => notice.MessageId == move.MessageId);
    }

    [Fact]
    public async Task The_same_record_that_says_the_same_again_shows_no_new_move_and_neither_does_one_who_tells_of_a_known_move()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.SendAsync("police-suffolk", From(InSuffolk(Concern(4, "met")), 1, "met", SuffolkPolice));
        await routing.SendAsync("police-suffolk", From(InSuffolk(Concern(4, "again")), 2, "met", SuffolkPolice));
        await routing.SendAsync("health-suffolk", From(InSuffolk(Concern(4, "nurse")), 1, "nurse", new OrganisationSource("ods", "ZZ998").Uri));

        Assert.Single(routing.Store.Read(scope => scope.MoveSignalsOf([routing.Deliveries[0].ChildToken!]).Rows));
    }

    [Fact]
    public async Task A_concern_of_before_a_known_move_that_comes_late_shows_no_move_back()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync("health-suffolk", From(MoveToSuffolk(), 1, "gp", new OrganisationSource("ods", "ZZ998").Uri));
        var parts = Robin();
        await routing.SendAsync(School, From(Concern(4, "late", parts with { Incident = parts.Incident! with { ObservedAt = Morning.AddDays(-3) } }), 1));

        Assert.Single(routing.Store.Read(scope => scope.MoveSignalsOf([routing.Deliveries[0].ChildToken!]).Rows));
    }

    [Fact]
    public async Task A_reorganisation_shows_no_move()
    {
        await using var routing = await StartAsync();
        var parts = Robin();
        await routing.SendAsync(School, From(Concern(4, "before", parts with { Address = new() { Addresses = [parts.Address!.Addresses[0] with { AreaCode = "E07000026" }] } }), 1));
        await routing.SendAsync("police-cumberland", From(Concern(), 1, "other", new OrganisationSource("police", "03").Uri));
        Assert.DoesNotContain(routing.Shared, delivery => delivery.MessageType == "child.movedArea");
    }

    [Fact]
    public async Task A_force_that_meets_a_child_of_another_area_shows_that_it_is_there()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.SendAsync("police-suffolk", From(Concern(4, "met", Robin() with { Address = null }), 1, "met", SuffolkPolice));

        var signal = Assert.Single(routing.Store.Read(scope => scope.MoveSignalsOf([routing.Deliveries[0].ChildToken!]).Rows));
        Assert.Equal(("police-contact", "temporary", "E06000063"), (signal.Signal, signal.Kind, signal.FromArea));
    }

    [Fact]
    public async Task Who_has_lost_a_child_hears_when_another_agency_meets_it_whatever_the_level()
    {
        await using var routing = await StartAsync();
        await LoseAsync(routing);
        Assert.Null(Assert.Single(Register(routing)).SeenAt);

        await routing.SendAsync("education-suffolk", From(InSuffolk(Concern(1, "met")), 1, "met", SuffolkSchool));
        await routing.DrainAsync();

        var heard = routing.DeliveredTo(Care).Single(d => d.MessageType == "concern.raised");
        Assert.Equal((Roles.FrontDoor, "lost-child-seen-again"), (heard.Recipient.Role, Assert.Single(heard.Because)));
        Assert.Equal(("urn/999999", "met-ConcernRaised-1"), (Register(routing).Single().SeenBy, Register(routing).Single().SeenMessage));
        Assert.Contains(WithheldCodes.SeenAgain, Notices(routing));
    }

    [Fact]
    public async Task It_is_told_once()
    {
        await using var routing = await StartAsync();
        await LoseAsync(routing);
        await routing.SendAsync("education-suffolk", From(InSuffolk(Concern(1, "met")), 1, "met", SuffolkSchool));
        await routing.SendAsync("education-suffolk", From(InSuffolk(Concern(1, "again")), 2, "met", SuffolkSchool));
        await routing.DrainAsync();

        Assert.Single(routing.DeliveredTo(Care), d => d.MessageType == "concern.raised");
        Assert.Single(Notices(routing), WithheldCodes.SeenAgain);
    }

    [Fact]
    public async Task Neither_who_has_lost_it_nor_what_happened_before_shows_a_child_again()
    {
        await using var routing = await StartAsync();
        await LoseAsync(routing);
        await routing.SendAsync(Care, From(Concern(4, "own"), 2, "case", Cumberland));
        var parts = Robin();
        await routing.SendAsync("education-suffolk", From(Concern(4, "earlier", parts with { Incident = parts.Incident! with { ObservedAt = Morning.AddDays(-30) } }), 1, "met", SuffolkSchool));

        Assert.Null(Register(routing).Single().SeenAt);
    }

    [Fact]
    public async Task A_move_whose_destination_another_agency_tells_was_never_unknown()
    {
        await using var routing = await StartAsync();
        await routing.SendAsync(School, From(MoveToSuffolk(), 1));
        await LoseAsync(routing);
        Assert.Empty(Register(routing));
    }

    [Fact]
    public async Task Where_the_address_is_restricted_who_searches_hears_that_the_child_is_safe_and_nobody_without_the_grant_where()
    {
        await using var routing = await StartAsync();
        routing.StartReading("education-cumberland");
        await routing.SendAsync(School, From(Gone("left") with { DetectedBy = MoveSignal.SchoolLeaver }, 1));
        var met = InSuffolk(Concern(3, "met"));
        await routing.SendAsync("education-suffolk", From(met with { Parts = met.Parts with { Address = met.Parts.Address! with { Restricted = true } } }, 1, "met", SuffolkSchool));
        await routing.DrainAsync();

        var heard = routing.DeliveredTo(School).Single(d => d.MessageType == "concern.raised");
        Assert.Null(heard.Parts.Address);
        var moved = routing.DeliveredTo(School).Where(d => d.Move is not null).ToList();
        Assert.All(moved, move => Assert.Null(move.Move!.ToArea));
        var text = InfoShare.Contracts.Wire.WireWriter.WriteData(heard.Parts);
        Assert.DoesNotContain("Pretend Street", System.Text.Encoding.UTF8.GetString(text), StringComparison.Ordinal);
    }

    private static async Task<RoutingFixture> StartAsync()
    {
        var routing = await RoutingFixture.StartAsync();
        routing.StartReading(Care, School, "social-care-suffolk", "police-suffolk", "education-suffolk", "health-suffolk");
        return routing;
    }

    private static ChildMovedArea Gone(string id) => new()
    {
        MoveId = id,
        MoveType = MoveType.UnknownWhereabouts,
        DetectedBy = MoveSignal.TransferOut,
        FromArea = "E06000063",
        EffectiveDate = new(2026, 11, 16),
        Parts = new() { Identity = Robin().Identity },
    };

    private static async Task LoseAsync(RoutingFixture routing)
    {
        await routing.SendAsync(Care, From(Gone("gone"), 1, "case", Cumberland));
        await routing.DrainAsync();
    }

    private static ConcernRaised InSuffolk(ConcernRaised concern) => concern with
    {
        Parts = concern.Parts with
        {
            Address = new() { Addresses = [new() { Lines = ["9 Pretend Street"], Postcode = "IP99 9ZZ", AreaCode = "E10000029" }] },
            Education = null,
            Plan = null,
        },
    };

    private static IReadOnlyList<LostRow> Register(RoutingFixture routing) => routing.Store.Read(scope => scope.DestinationsUnknown(10));

    private static IEnumerable<string> Notices(RoutingFixture routing) =>
        routing.Read[Care].Select(message => message.Data).OfType<SharingWithheld>().SelectMany(notice => notice.Withheld).Select(one => one.Code);
}
