using InfoShare.ChildIndex.Moves;
using InfoShare.Contracts.Moves;

namespace InfoShare.Tests.ChildIndex;

/// <summary>Several signals of one move are one move, with all of them as its evidence.</summary>
public class JointMoveTests
{
    private static readonly DateOnly Moved = new(2026, 11, 2);

    [Fact]
    public void Practice_school_and_address_that_tell_of_one_move_are_one()
    {
        var moves = JointMove.Of([
            Told("gp", 20, "A", "B", MoveSignal.GpRegistration, at: 1), Told("school", 0, "A", null, MoveSignal.SchoolLeaver, at: 2), Told("home", 9, null, "B", MoveSignal.Address, at: 3)]);

        var move = Assert.Single(moves);
        Assert.Equal(["gp", "school", "home"], move.Signals.Select(signal => signal.Id));
        Assert.Equal(("A", "B"), (move.From, move.To));
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    public void Signals_far_apart_in_time_are_two_moves(int days, int moves) =>
        Assert.Equal(moves, JointMove.Of([Told("one", 0, "A", "B"), Told("two", days, "A", "B")]).Count);

    [Fact]
    public void A_signal_near_to_any_other_of_the_move_belongs_to_it() =>
        Assert.Single(JointMove.Of([Told("one", 0, "A", "B", at: 1), Told("two", 50, "A", "B", at: 2), Told("three", 100, "A", "B", at: 3)]));

    [Theory]
    [InlineData("A", "C")]
    [InlineData("B", "A")]
    [InlineData("C", "B")]
    public void Another_way_is_another_move(string from, string to) => Assert.Equal(2, JointMove.Of([Told("one", 0, "A", "B"), Told("two", 3, from, to)]).Count);

    [Fact]
    public void A_destination_that_nobody_knew_is_known_once_somebody_says_it()
    {
        var move = Assert.Single(JointMove.Of([Told("one", 0, "A", null, type: MoveType.UnknownWhereabouts), Told("two", 30, null, "B")]));
        Assert.Equal(("B", MoveType.Permanent), (move.To, move.Type));
    }

    [Fact]
    public void A_boundary_that_moves_is_no_move() => Assert.Empty(JointMove.Of([Told("one", 0, "A", "B", type: MoveType.BoundaryChange)]));

    [Fact]
    public void The_first_signal_gives_the_name_in_whatever_order_they_are_read()
    {
        ToldMove[] told = [Told("late", 5, "A", "B", at: 2), Told("early", 0, "A", "B", at: 1)];
        Assert.Equal("early", JointMove.Of(told).Single().Id);
        Assert.Equal("early", JointMove.Of(told.Reverse()).Single().Id);
    }

    private static ToldMove Told(string id, int day, string? from, string? to, MoveSignal signal = MoveSignal.Address, MoveType type = MoveType.Permanent, long at = 0) =>
        new(id, signal, type, from, to, Moved.AddDays(day), at);
}
