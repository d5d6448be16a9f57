using InfoShare.Clocks;
using InfoShare.Tests.Directory;
using Xunit;

namespace InfoShare.Tests.Clocks;

public sealed class BankHolidayTests
{
    [Fact]
    public void The_embedded_bank_holidays_are_those_of_the_input()
    {
        var days = ProjectFiles.InputRows("places/england-bank-holidays.csv");
        Assert.Equal(days, BankHolidays.England.Dates.Order().Select(d => $"{d:yyyy-MM-dd}"));
    }

    [Fact]
    public void Bank_holidays_are_known_for_whole_years_only()
    {
        Assert.True(BankHolidays.England.Contains(new(2022, 9, 19)));
        Assert.False(BankHolidays.England.Contains(new(2026, 11, 20)));
        Assert.All(Enumerable.Range(2022, 6), year => Assert.True(BankHolidays.England.Knows(year)));
        Assert.False(BankHolidays.England.Knows(2021));
        Assert.False(BankHolidays.England.Knows(2028));
        Assert.Equal("2022 to 2027", BankHolidays.England.Years);
    }
}
