using System.Globalization;
using InfoShare.Cli.Commands;
using InfoShare.Clocks;
using Xunit;

namespace InfoShare.Tests.Clocks;

/// <summary>The clocks on the wall in England, on the two days a year when they are changed too.</summary>
public sealed class LondonTests
{
    [Theory]
    [InlineData("2026-12-24T16:00", "2026-12-24T16:00:00+00:00")]
    [InlineData("2026-07-01T16:00", "2026-07-01T16:00:00+01:00")]
    [InlineData("2026-07-01T16:00Z", "2026-07-01T17:00:00+01:00")]
    [InlineData("2026-07-01T16:00:05.5+02:00", "2026-07-01T15:00:05+01:00")]
    [InlineData("2026-07-01", "2026-07-01T00:00:00+01:00")]
    [InlineData("2026-10-25T01:30", "2026-10-25T01:30:00+01:00")] // there twice: the earlier
    [InlineData("2026-10-25T01:30+00:00", "2026-10-25T01:30:00+00:00")]
    [InlineData("2026-03-29T00:59:59", "2026-03-29T00:59:59+00:00")]
    [InlineData("2026-03-29T02:00", "2026-03-29T02:00:00+01:00")]
    [InlineData("2028-02-29", "2028-02-29T00:00:00+00:00")]
    public void A_time_is_read_by_the_clocks_in_England_unless_it_says_otherwise(string text, string instant) =>
        Assert.Equal(instant, LondonTime.Read(text)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-03-29T01:30")] // the clocks go from 01:00 to 02:00
    [InlineData("2026-02-29")]
    [InlineData("2026-02-30T09:00")]
    [InlineData("2026-12-24T24:00")]
    [InlineData("24/12/2026")]
    [InlineData("2026-12-24 16:00")]
    [InlineData("16:00")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01T00:00Z")]
    [InlineData("0001-01-01T00:00+14:00")]
    [InlineData("tomorrow")]
    [InlineData("")]
    public void What_is_no_time_there_is_not_read(string text) => Assert.Null(LondonTime.Read(text));

    [Theory]
    [InlineData("2026-03-28", 24)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    public void The_days_on_which_the_clocks_are_changed_have_23_and_25_hours(string day, int hours)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(TimeSpan.FromHours(hours), London.StartOf(date.AddDays(1)) - London.StartOf(date));
    }

    [Theory]
    [InlineData("2026-03-27T22:00", "2026-03-30T07:59:59+01:00")]
    [InlineData("2026-10-23T22:00", "2026-10-26T07:59:59+00:00")]
    public void A_schools_morning_after_the_change_is_by_the_new_time(string from, string due)
    {
        var always = new SchoolCalendar("urn/1", [new(new(new(2026, 1, 1), new(2026, 12, 31)), new(8, 0), [new(new(2026, 1, 1), new(2026, 12, 31))], [], [])]);
        Assert.Equal(due, Due.TextOf(ClockRun.Of(Due.Clock("da-notice"), Due.At(from), new(BankHolidays.England, always))));
    }
}
