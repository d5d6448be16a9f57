using InfoShare.Checker.Checks;
using InfoShare.Checker.History;
using InfoShare.Checker.Rules;

namespace InfoShare.Checker.Tests;

public sealed class DoubledAndOrderTests
{
    private readonly World world = new();

    [Fact]
    public void One_delivery_id_in_two_files_is_found()
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Effects.Add(world.Effect(concern, new("la/E06000063", Role.FrontDoor)) with { File = "another.json" });

        Assert.Contains("another.json", world.Finds(FindingKind.Doubled), StringComparison.Ordinal);
    }

    [Fact]
    public void One_message_to_one_post_under_two_ids_is_found()
    {
        var concern = world.Deliver(MessageKind.Concern);
        world.Effects.Add(world.Effect(concern, new("la/E06000063", Role.FrontDoor)) with { File = "another.json", DeliveryId = "another" });

        Assert.Contains("another", world.Finds(FindingKind.Doubled), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_came_back_after_it_was_taken_away_is_found()
    {
        world.Again.Add("health-cumberland/d.json");

        Assert.Contains("d.json", world.Finds(FindingKind.Doubled), StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_one_written_before_an_earlier_one_is_found()
    {
        world.Deliver(MessageKind.Concern);
        var second = world.Deliver(MessageKind.Concern);
        world.Spoil(second, Role.FrontDoor, e => e with { Written = e.Written.AddSeconds(-2) });

        Assert.Contains(Role.FrontDoor, world.Finds(FindingKind.OutOfOrder), StringComparison.Ordinal);
    }

    [Fact]
    public void An_ordinary_one_visible_a_whole_look_before_an_earlier_one_is_found()
    {
        var first = world.Deliver(MessageKind.Concern);
        var second = world.Deliver(MessageKind.Concern);
        world.Spoil(first, Role.SchoolNurse, e => e with { Look = 22 });
        Assert.Contains(second.Marker, world.Finds(FindingKind.OutOfOrder), StringComparison.Ordinal);

        world.Spoil(first, Role.SchoolNurse, e => e with { Look = 21 });
        Assert.Empty(world.Check().Findings);
    }

    [Fact]
    public void Urgent_ones_and_those_of_other_children_may_come_first()
    {
        world.Deliver(MessageKind.Concern);
        var urgent = world.Deliver(MessageKind.Concern, m => m with { Level = 4 });
        var other = world.Deliver(MessageKind.Concern, m => m with { Child = World.Child with { Id = "P2" } });
        world.Spoil(urgent, Role.FrontDoor, e => e with { Written = e.Written.AddSeconds(-5) });
        world.Spoil(other, Role.FrontDoor, e => e with { Written = e.Written.AddSeconds(-5) });

        Assert.Empty(world.Check().Findings);
    }
}
