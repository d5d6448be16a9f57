using InfoShare.Clocks;
using Xunit;

namespace InfoShare.Tests.Clocks;

/// <summary>A clock that stands: for whole days, for hours, more than once, and still.</summary>
public sealed class PauseTests
{
    private const string Monday = "2026-11-16T09:00";

    [Fact]
    public void A_whole_day_on_which_it_stood_does_not_count() =>
        Assert.Equal("2026-11-20T23:59:59+00:00", Ends(2, ClockUnit.WorkingDays, Stood("2026-11-17T00:00", "2026-11-19T00:00")));

    [Fact]
    public void A_day_on_which_it_ran_for_an_instant_counts() =>
        Assert.Equal("2026-11-19T23:59:59+00:00", Ends(2, ClockUnit.WorkingDays, Stood("2026-11-17T00:00:01", "2026-11-19T00:00")));

    [Fact]
    public void Pauses_that_touch_are_one() => Assert.Equal(
        "2026-11-19T23:59:59+00:00", Ends(2, ClockUnit.WorkingDays, Stood("2026-11-17T12:00", "2026-11-18T00:00"), Stood("2026-11-17T00:00", "2026-11-17T12:00")));

    [Fact]
    public void A_pause_over_days_that_do_not_count_anyway_changes_nothing() =>
        Assert.Equal("2026-11-23T23:59:59+00:00", Ends(5, ClockUnit.WorkingDays, Stood("2026-11-21T00:00", "2026-11-23T00:00")));

    [Fact]
    public void Days_lost_to_a_pause_are_made_up_after_the_corresponding_date_of_a_month() =>
        Assert.Equal("2026-12-26T23:59:59+00:00", Ends(1, ClockUnit.Months, Stood("2026-12-01T00:00", "2026-12-11T00:00")));

    [Fact]
    public void Hours_go_on_where_they_were() =>
        Assert.Equal("2026-11-18T15:30:00+00:00", Ends(48, ClockUnit.Hours, Stood("2026-11-16T10:00", "2026-11-16T12:00"), Stood("2026-11-16T11:00", "2026-11-16T16:30")));

    [Fact]
    public void What_stood_before_the_start_or_after_the_end_does_not_matter() =>
        Assert.Equal("2026-11-18T10:00:00+00:00", Ends(48, ClockUnit.Hours, Stood("2026-11-15T10:00", "2026-11-16T10:00"), Stood("2026-11-18T10:00:01", "2026-11-19T12:00")));

    [Fact]
    public void While_it_stands_there_is_no_deadline_but_a_reason() => Assert.Equal(
        new Deadline.Stopped(Due.At("2026-11-17T10:00"), "waiting for the court"),
        Run(2, ClockUnit.WorkingDays, new Pause(Due.At("2026-11-17T10:00"), null, "waiting for the court")));

    [Fact]
    public void A_clock_that_had_ended_cannot_be_stopped() =>
        Assert.IsType<Deadline.Due>(Run(2, ClockUnit.WorkingDays, new Pause(Due.At("2026-11-19T00:00"), null, "too late")));

    [Theory]
    [InlineData("da-notice", "2026-11-17T07:59:59+00:00")]
    [InlineData("private-fostering-notice", "2026-10-05T23:59:59+01:00")]
    public void A_clock_to_a_schools_morning_and_one_counted_backwards_are_not_stopped(string clock, string due) =>
        Assert.Equal(due, Due.TextOf(Due.Of(clock, Monday, new Pause(Due.At(Monday), null, "no"), Stood(Monday, "2026-11-30"))));

    private static Pause Stood(string from, string until) => new(Due.At(from), Due.At(until), "waiting for an answer");

    private static Deadline Run(int amount, ClockUnit unit, params IReadOnlyList<Pause> pauses) => Due.Of(Due.Invented(amount, unit), Due.At(Monday), pauses);

    private static string Ends(int amount, ClockUnit unit, params IReadOnlyList<Pause> pauses) => Due.TextOf(Run(amount, unit, pauses));
}
