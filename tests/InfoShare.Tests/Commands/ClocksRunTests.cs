using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Deadlines;
using InfoShare.Clocks;
using InfoShare.Directory;
using InfoShare.Tests.Clock;
using Xunit;

namespace InfoShare.Tests.Commands;

public sealed class ClocksRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deadline_is_one_document_with_its_calendar_and_source()
    {
        Assert.Equal(0, await DueAsync("referral-decision", "2026-12-24T16:00"));
        Assert.Equal(
            """{"clock":"referral-decision","from":"2026-12-24T16:00:00+00:00","due":"2026-12-29T23:59:59+00:00","calendar":"england-working-days","source":"Working Together to Safeguard Children 2023"}""",
            output.ToString().TrimEnd());
    }

    [Fact]
    public async Task Without_a_school_the_samples_counts_and_is_named()
    {
        Assert.Equal(0, await DueAsync("da-notice", "2026-11-20T22:30"));
        Assert.Equal(("2026-11-23T07:59:59+00:00", "school-days urn/999998 (sample)"), (Said("due"), Said("calendar")));
    }

    [Fact]
    public async Task A_school_of_the_directory_has_its_own_morning_and_half_term()
    {
        Assert.Equal(0, await DueAsync("da-notice", "2026-10-16T22:30", "urn/999996"));
        Assert.Equal(("2026-11-02T08:29:59+00:00", "school-days urn/999996"), (Said("due"), Said("calendar")));
    }

    [Theory]
    [InlineData("urn/999998", null, "5 working days")]
    [InlineData("urn/999999", null, "3 working days")] // its area's partnership says so
    [InlineData(null, "E10000029", "3 working days")]
    [InlineData("urn/999999", "E06000063", "5 working days")]
    [InlineData(null, null, "5 working days")]
    public async Task The_length_is_that_of_the_named_area_or_the_schools(string? school, string? area, string length)
    {
        Assert.Equal(0, await DueRun.RunAsync(Options("escalation-second-stage", "2026-11-20", school) with { Area = area, Json = false }, Token));
        Assert.Contains($", {length}, ", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("referral-decision", "2027-12-31T10:00", null, "referral-decision: the bank holidays of England of 2028 are not known")]
    [InlineData("common-transfer-file", "2027-12-01", "urn/999996", "common-transfer-file: the term dates of urn/999996 are not known for 2027-12-02")]
    [InlineData("da-notice", "2026-11-20", "urn/123456", "--school: there is no school with this URN in the directory")]
    public async Task What_is_not_known_is_said_and_exits_1(string clock, string from, string? school, string says)
    {
        Assert.Equal(1, await DueAsync(clock, from, school));
        Assert.StartsWith(says, Said("error"), StringComparison.Ordinal);
        Assert.Equal(Said("error"), error.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_school_without_term_dates_has_no_school_days_but_working_days()
    {
        var path = folder.File("directory.yaml");
        await File.WriteAllTextAsync(path, SampleDirectory.Yaml[..SampleDirectory.Yaml.IndexOf("\nschoolYears:", StringComparison.Ordinal)], Token);
        await File.WriteAllTextAsync(folder.File("settings.yaml"), $"directory: {path}\n", Token);

        Assert.Equal(1, await DueRun.RunAsync(Options("da-notice", "2026-11-20", "urn/999998") with { Config = folder.File("settings.yaml") }, Token));
        Assert.Contains("no school whose term dates are known", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await DueRun.RunAsync(Options("lado-notice", "2026-11-20", "urn/999998") with { Config = folder.File("settings.yaml") }, Token));
    }

    [Fact]
    public async Task The_list_has_every_clock_with_length_and_source()
    {
        Assert.Equal(0, await ListAsync(new(null, null, Json: false)));
        Assert.Equal(
            NamedClocks.All.Select(clock => (clock.Name, clock.Length.ToString(), clock.Source)),
            output.ToString().TrimEnd().Split('\n').Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(cells => (cells[0], cells[1], cells[2])));
    }

    [Fact]
    public async Task The_list_of_an_area_has_what_its_partnership_sets()
    {
        Assert.Equal(0, await ListAsync(new("E10000029", null, Json: true)));
        using var document = JsonDocument.Parse(output.ToString());
        var clock = document.RootElement.EnumerateArray().Single(one => one.GetProperty("clock").GetString() == "escalation-second-stage");
        Assert.Equal(("3 working days", "invented for this sample"), (clock.GetProperty("length").GetString(), clock.GetProperty("source").GetString()));
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private ClocksDueRun DueRun => new(output, error);

    private Task<int> DueAsync(string clock, string from, string? school = null) => DueRun.RunAsync(Options(clock, from, school), Token);

    private Task<int> ListAsync(ClocksListOptions options) => new ClocksListRun(new ManualClock(), output, error).RunAsync(options, Token);

    private static ClocksDueOptions Options(string clock, string from, string? school) =>
        new(NamedClocks.Named(clock)!, LondonTime.Read(from)!.Value, school, null, null, Json: true);

    private string? Said(string field) => JsonDocument.Parse(output.ToString()).RootElement.GetProperty(field).GetString();
}
