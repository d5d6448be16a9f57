using FsCheck;
using FsCheck.Fluent;
using InfoShare.Clocks;
using Xunit;

namespace InfoShare.Tests.Clocks;

/// <summary>What holds whatever the time and the length.</summary>
public sealed class ClockProperties
{
    private static readonly DateTimeOffset First = Due.At("2023-09-01");

    /// <summary>Times to the minute within the years that the calendars of holidays and school both know, with room for the length.</summary>
    private static readonly Arbitrary<DateTimeOffset> Times =
        (from minutes in Gen.Choose(0, 3 * 365 * 24 * 60) select First.AddMinutes(minutes)).ToArbitrary();

    private static readonly Arbitrary<int> Lengths = Gen.Choose(1, 60).ToArbitrary();

    private static readonly ClockUnit[] Units = [.. Enum.GetValues<ClockUnit>().Where(unit => unit != ClockUnit.StartOfSchoolDay)];

    [Fact]
    public void A_deadline_is_never_before_its_start() => Prop.ForAll(Times, Lengths, (from, length) =>
        Units.All(unit => DueOf(length, unit, from).At >= from)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_clock_ends_later() => Prop.ForAll(Times, Lengths, (from, length) =>
        Units.All(unit => DueOf(length + 1, unit, from).At > DueOf(length, unit, from).At)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clock_that_starts_later_does_not_end_earlier() => Prop.ForAll(Times, Times, (one, other) =>
        Units.All(unit => one <= other == (DueOf(5, unit, one).At <= DueOf(5, unit, other).At) || DueOf(5, unit, one).At == DueOf(5, unit, other).At))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Working_days_end_on_a_working_day_in_England() => Prop.ForAll(Times, Lengths, (from, length) =>
    {
        var day = London.DayOf(DueOf(length, ClockUnit.WorkingDays, from).At);
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.England.Contains(day);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void School_days_end_on_a_day_with_pupils() => Prop.ForAll(Times, Lengths, (from, length) =>
    {
        var day = London.DayOf(DueOf(length, ClockUnit.SchoolDays, from).At);
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.England.Contains(day) && Due.Fell.YearOf(day)!.HasPupilsOn(day);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_clocks_one_after_the_other_end_where_one_of_both_lengths_does() => Prop.ForAll(Times, Lengths, (from, length) =>
        new[] { ClockUnit.Days, ClockUnit.WorkingDays, ClockUnit.SchoolDays }.All(unit =>
            DueOf(3, unit, DueOf(length, unit, from).At).At == DueOf(length + 3, unit, from).At)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deadline_in_days_is_the_last_second_of_a_day_in_England() => Prop.ForAll(Times, Lengths, (from, length) =>
    {
        var due = DueOf(length, ClockUnit.Days, from);
        return due.LateFrom == London.StartOf(London.DayOf(from).AddDays(length + 1)) && London.Of(due.At).Offset == due.At.Offset;
    }).QuickCheckThrowOnFailure();

    private static Deadline.Due DueOf(int length, ClockUnit unit, DateTimeOffset from) => (Deadline.Due)Due.Of(Due.Invented(length, unit), from);
}
