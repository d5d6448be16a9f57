using InfoShare.Clocks;
using Xunit;

namespace InfoShare.Tests.Docs;

/// <summary>docs/clocks.md has every clock as the program has it.</summary>
public sealed class ClocksPageTests
{
    private static readonly string Page = Sources.Text("docs/clocks.md");

    [Fact]
    public void The_table_is_that_of_the_program() => Assert.Equal(
        NamedClocks.All.Select(clock => $"| `{clock.Name}` | {clock.Length} | {clock.StartWords()} | {Who(clock.Authority)} | {clock.Source} |"),
        Page.Split('\n').SkipWhile(line => !line.StartsWith("| Clock | Length", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')));

    [Fact]
    public void The_years_are_those_that_are_known() => Assert.Contains($"**{BankHolidays.England.Years}**", Page, StringComparison.Ordinal);

    [Fact]
    public void Every_reason_for_no_answer_is_explained() => Assert.Equal(
        [ClockFaults.BankHolidays, ClockFaults.SchoolDays, ClockFaults.School, ClockFaults.Range],
        Markdown.Table(Page, "Code", "Means").Skip(1).Select(row => Markdown.Codes(row[0]).Single()));

    private static string Who(ClockAuthority authority) => authority switch { ClockAuthority.Law => "law", ClockAuthority.Guidance => "guidance", _ => "local" };
}
