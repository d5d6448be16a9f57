using InfoShare.Checker.Checks;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Tests;

public sealed class LostTests
{
    private readonly World world = new();

    [Fact]
    public void Where_all_went_well_nothing_is_found()
    {
        world.Deliver(MessageKind.Concern);
        world.Deliver(MessageKind.Concern, m => m with { Level = 5, SexualAbuse = true });
        world.Deliver(MessageKind.Concern, m => m with { Level = 4, AllegationAgainstStaff = true });
        world.Deliver(MessageKind.Move, m => m with { NewArea = SampleArea.Suffolk.Gss });
        world.TellSender(world.Tell(MessageKind.Concern, m => m with { Level = 1 }), "no-agreement");

        Assert.Empty(world.Check().Findings);
    }

    [Theory]
    [InlineData(Role.FrontDoor)]
    [InlineData(Role.SchoolNurse)]
    [InlineData(Role.Police)]
    [InlineData(Role.NamedNurse)]
    [InlineData(Role.ConferenceChair)]
    public void A_recipient_that_never_got_it_is_found(string role)
    {
        world.Deliver(MessageKind.Concern);
        var urgent = world.Deliver(MessageKind.Concern, m => m with { Level = 4 });
        world.Spoil(urgent, role, _ => null);

        Assert.Contains(role, world.Finds(FindingKind.Lost), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_missing_is_found()
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Spoil(concern, Role.FrontDoor, e => e with { Parts = e.Parts.Except(["household"]).ToHashSet() });

        Assert.Contains("household", world.Finds(FindingKind.Lost), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sender_who_was_not_told_is_found()
    {
        world.Tell(MessageKind.Concern, m => m with { Level = 2 });

        Assert.Contains("was not told", world.Finds(FindingKind.Lost), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_told_as_undeliverable_is_not_lost()
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Spoil(concern, Role.FrontDoor, _ => null);
        world.TellSender(concern, "undeliverable");

        Assert.Empty(world.Check().Findings);
    }

    [Theory]
    [InlineData(Outcome.Unknown)]
    [InlineData(Outcome.Fail)]
    public void What_was_never_said_to_be_saved_is_not_lost(Outcome outcome)
    {
        world.Tell(MessageKind.Concern, outcome: outcome);

        Assert.Empty(world.Check().Findings);
    }

    [Fact]
    public void A_later_version_in_its_place_is_as_good_and_an_earlier_one_is_not()
    {
        var first = world.Tell(MessageKind.Concern);
        var corrected = world.Deliver(MessageKind.Correction, m => m with { About = first.About });
        Assert.Empty(world.Check().Findings);

        world.Spoil(corrected, Role.FrontDoor, e => e with { Marker = first.Marker, Kind = Effects.EffectKind.Original });
        Assert.Contains(corrected.Marker, world.Finds(FindingKind.Lost), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_taken_back_and_not_recalled_is_found()
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Tell(MessageKind.Withdrawal, m => m with { About = concern.About });
        Assert.Contains("taken back", world.Finds(FindingKind.Lost), StringComparison.Ordinal);

        world.Recall(concern);
        Assert.Empty(world.Check().Findings);
    }
}
