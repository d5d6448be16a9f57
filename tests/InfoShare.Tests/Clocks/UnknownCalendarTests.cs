using InfoShare.Clocks;
using Xunit;

namespace InfoShare.Tests.Clocks;

/// <summary>Where a calendar ends, a fault says which; no day beyond it is guessed.</summary>
public sealed class UnknownCalendarTests
{
    [Theory]
    [InlineData("2027-12-30T09:00", "2027-12-31T23:59:59+00:00")]
    [InlineData("2021-12-31T09:00", "2022-01-04T23:59:59+00:00")] // the day itself need not be known, those after it are
    public void Up_to_the_edge_of_the_known_years_there_is_a_deadline(string from, string due) => Assert.Equal(due, Due.TextOf(Due.Of("referral-decision", from)));

    [Theory]
    [InlineData("2027-12-31T09:00", 2028)]
    [InlineData("2021-12-30T09:00", 2021)]
    [InlineData("2031-05-05T09:00", 2031)]
    public void A_year_whose_bank_holidays_are_not_known_is_named(string from, int year) => Assert.Equal(
        new Deadline.Fault("bank-holidays-unknown", $"the bank holidays of England of {year} are not known; known are those of 2022 to 2027"),
        Due.Of("referral-decision", from));

    [Fact]
    public void Days_and_months_need_no_bank_holidays() => Assert.Equal("2031-11-05T23:59:59+00:00", Due.TextOf(Due.Of("review-conference", "2031-05-05T09:00")));

    [Theory]
    [InlineData("da-notice", "2023-08-31T09:00", "2023-08-31")]
    [InlineData("common-transfer-file", "2023-08-30T09:00", "2023-08-31")]
    [InlineData("da-notice", "2028-09-01T09:00", "2028-09-01")]
    public void A_day_for_which_a_school_has_no_dates_is_named(string clock, string from, string day) =>
        Assert.Equal(new Deadline.Fault("school-days-unknown", $"the term dates of urn/999998 are not known for {day}"), Due.Of(clock, from));

    [Fact]
    public void Term_dates_do_not_stand_in_for_bank_holidays() =>
        Assert.Equal("bank-holidays-unknown", Assert.IsType<Deadline.Fault>(Due.Of("da-notice", "2027-12-20T09:00")).Code);

    [Theory]
    [InlineData("da-notice")]
    [InlineData("common-transfer-file")]
    public void Without_a_school_nobody_knows_its_days(string clock) => Assert.Equal(
        "school-unknown", Assert.IsType<Deadline.Fault>(ClockRun.Of(Due.Clock(clock), Due.At("2026-11-20T09:00"), ClockCalendars.England)).Code);

    [Fact]
    public void Any_time_at_all_has_an_answer() => Assert.All(
        NamedClocks.All.SelectMany(clock => new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Due.At("1900-01-01"), Due.At("2199-12-31T23:59") }.Select(at => (clock, at))),
        ask => Assert.NotNull(Due.Of(ask.clock, ask.at, new Pause(ask.at, DateTimeOffset.MaxValue, "for ever"), new Pause(DateTimeOffset.MinValue, ask.at, "before"))));

    [Fact]
    public void A_time_for_which_nobody_keeps_calendars_is_a_fault() =>
        Assert.Equal("out-of-range", Assert.IsType<Deadline.Fault>(Due.Of(Due.Clock("plan-visit"), DateTimeOffset.MaxValue)).Code);
}
