using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class HoursTests
{
    [Theory]
    [InlineData("mon-fri 08:30-17:00; sat 09:00-12:00", "2026-11-20T08:30:00Z", true)] // a Friday, opening
    [InlineData("mon-fri 08:30-17:00; sat 09:00-12:00", "2026-11-20T08:29:59Z", false)]
    [InlineData("mon-fri 08:30-17:00; sat 09:00-12:00", "2026-11-20T17:00:00Z", false)] // closing time is closed
    [InlineData("mon-fri 08:30-17:00; sat 09:00-12:00", "2026-11-21T11:59:00Z", true)]
    [InlineData("mon-fri 08:30-17:00; sat 09:00-12:00", "2026-11-22T11:00:00Z", false)]
    [InlineData("mon,wed 09:00-24:00", "2026-11-18T23:59:00Z", true)]
    [InlineData("mon,wed 09:00-24:00", "2026-11-19T00:00:00Z", false)]
    [InlineData("fri-mon 10:00-11:00", "2026-11-22T10:30:00Z", true)] // over the week's end
    [InlineData("fri-mon 10:00-11:00", "2026-11-24T10:30:00Z", false)]
    [InlineData("sat 22:00-06:00", "2026-11-22T05:59:00Z", true)] // overnight into Sunday
    [InlineData("sat 22:00-06:00", "2026-11-21T05:59:00Z", false)]
    [InlineData("ALWAYS", "2026-12-25T03:00:00Z", true)]
    public void Hours_cover_what_they_say(string text, string at, bool covered)
    {
        Assert.True(Hours.TryParse(text, out var hours));
        Assert.Equal(covered, hours.Covers(At(at)));
    }

    [Fact]
    public void Hours_are_by_the_clock_on_the_wall_on_both_sides_of_a_clock_change()
    {
        Assert.True(Hours.TryParse("mon-fri 08:30-17:00", out var hours));
        Assert.False(hours.Covers(At("2026-03-27T07:45:00Z"))); // Friday, 07:45 GMT
        Assert.True(hours.Covers(At("2026-03-30T07:45:00Z"))); // Monday, 08:45 BST
        Assert.False(hours.Covers(At("2026-10-23T16:15:00Z"))); // Friday, 17:15 BST
        Assert.True(hours.Covers(At("2026-10-26T16:15:00Z"))); // Monday, 16:15 GMT
        Assert.True(hours.Covers(At("2026-03-30T03:45:00-04:00"))); // the same Monday by a clock elsewhere
    }

    [Fact]
    public void The_hour_that_comes_twice_is_covered_twice()
    {
        Assert.True(Hours.TryParse("sun 01:00-02:00", out var hours));
        Assert.True(hours.Covers(At("2026-10-25T00:30:00Z"))); // 01:30 BST
        Assert.True(hours.Covers(At("2026-10-25T01:30:00Z"))); // 01:30 GMT
        Assert.False(hours.Covers(At("2026-10-25T02:30:00Z")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sometimes")]
    [InlineData("mon-fri")]
    [InlineData("mon-fri 8:30-17:00")]
    [InlineData("mon-fri 08:30-25:00")]
    [InlineData("mon-fri 09:00-09:00")]
    [InlineData("mon-fri 24:00-09:00")]
    [InlineData("mon-fri-sat 09:00-10:00")]
    [InlineData("monday 09:00-10:00")]
    [InlineData("mon 09:00-10:00;")]
    [InlineData("mon, 09:00-10:00")]
    public void What_is_not_hours_is_refused(string? text)
    {
        Assert.False(Hours.TryParse(text, out var hours));
        Assert.Null(hours);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
