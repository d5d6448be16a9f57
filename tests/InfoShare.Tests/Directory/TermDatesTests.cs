using InfoShare.Clocks;
using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

/// <summary>Term dates and a partnership's clocks in a directory: what they give, and how each way to spoil them is reported.</summary>
public sealed class TermDatesTests
{
    private const string Good = """
        schoolYears:
          - school: urn/123456
            from: 2026-09-01
            to: 2027-08-31
            startOfDay: 08:40
            terms: [2026-09-02 to 2026-12-18, 2027-01-04 to 2027-03-25]
            halfTerms: [2026-10-26 to 2026-10-30]
            insetDays: [2026-09-02]
          - school: urn/123456
            from: 2027-09-01
            to: 2028-08-31
            startOfDay: 08:50
            terms: [2027-09-02 to 2027-12-17]
        clocks:
          - clock: plan-visit
            area: E10000029
            length: 10 days
            source: practice standard 4
            from: 2026-11-01
          - clock: plan-visit
            area: E10000029
            length: 12 days
            source: practice standard 3
            to: 2026-10-31

        """;

    private static readonly string Before = SmallDirectory.Yaml
        .Replace("organisations:\n  - id: la/", "organisations:\n  - id: urn/123456\n    kind: education\n    name: Sample School\n    areas: [E10000029]\n  - id: la/", StringComparison.Ordinal);

    private static readonly NamedClock PlanVisit = NamedClocks.Named("plan-visit")!;

    [Fact]
    public void A_schools_years_make_its_calendar_and_what_lies_outside_is_unknown()
    {
        var directory = SmallDirectory.Read(Before + Good);
        var calendar = directory.SchoolCalendarOf("urn/123456")!;

        Assert.Equal(new TimeOnly(8, 40), calendar.YearOf(new(2027, 8, 31))?.StartOfDay);
        Assert.Equal(new TimeOnly(8, 50), calendar.YearOf(new(2027, 9, 1))?.StartOfDay);
        Assert.Null(calendar.YearOf(new(2026, 8, 31)));
        Assert.Null(calendar.YearOf(new(2028, 9, 1)));
        Assert.False(calendar.YearOf(new(2026, 9, 2))!.HasPupilsOn(new(2026, 9, 2)));
        Assert.True(calendar.YearOf(new(2026, 9, 3))!.HasPupilsOn(new(2026, 9, 3)));
        Assert.False(calendar.YearOf(new(2026, 10, 30))!.HasPupilsOn(new(2026, 10, 30)));
        Assert.False(calendar.YearOf(new(2027, 8, 1))!.HasPupilsOn(new(2027, 8, 1)));
        Assert.Null(directory.SchoolCalendarOf("urn/654321"));
    }

    [Fact]
    public void A_partnership_sets_its_own_length_for_its_area_from_a_day_on()
    {
        var directory = SmallDirectory.Read(Before + Good);

        Assert.Equal(("12 days", "practice standard 3"), Said(directory.ClockIn("E10000029", PlanVisit, new(2026, 10, 31))));
        Assert.Equal(("10 days", "practice standard 4"), Said(directory.ClockIn("E10000029", PlanVisit, new(2026, 11, 1))));
        Assert.Equal("10 days", Said(directory.ClockIn("E07000202", PlanVisit, new(2026, 11, 1))).Length); // Ipswich is in Suffolk
        Assert.Equal("10 days", Said(directory.ClockAt("urn/123456", PlanVisit, new(2026, 11, 1))).Length);
        Assert.Equal(PlanVisit, directory.ClockIn("E06000063", PlanVisit, new(2026, 11, 1)));
        Assert.Equal(PlanVisit, directory.ClockIn(null, PlanVisit, new(2026, 11, 1)));

        static (string Length, string Source) Said(NamedClock clock) => (clock.Length.ToString(), clock.Source);
    }

    [Fact]
    public void The_version_changes_with_the_term_dates_and_the_clocks()
    {
        var version = SmallDirectory.Read(Before + Good).Version;
        Assert.NotEqual(version, SmallDirectory.Read(Before + Good.Replace("2026-10-30", "2026-10-29", StringComparison.Ordinal)).Version);
        Assert.NotEqual(version, SmallDirectory.Read(Before + Good.Replace("10 days", "11 days", StringComparison.Ordinal)).Version);
    }

    [Theory]
    // old text, new text, field, problem (its beginning)
    [InlineData("  - school: urn/123456\n    from: 2026", "  - school: urn/654321\n    from: 2026", "schoolYears[0].school", "there is no organisation with this id")]
    [InlineData("  - school: urn/123456\n    from: 2026", "  - school: police/37\n    from: 2026", "schoolYears[0].school", "must be a school, such as urn/123456")]
    [InlineData("    from: 2026-09-01\n", "", "schoolYears[0].from", "this field is missing")]
    [InlineData("    to: 2028-08-31\n", "", "schoolYears[1].to", "this field is missing")]
    [InlineData("    to: 2028-08-31\n", "    to: 2028-09-01\n", "schoolYears[1].to", "must not be more than a year after from")]
    [InlineData("    to: 2028-08-31\n", "    to: 2027-08-31\n", "schoolYears[1].to", "the last day is before the first day")]
    [InlineData("    to: 2027-08-31\n", "    to: 2027-09-01\n", "schoolYears[1].from", "the entry on line 62 has dates of this school")]
    [InlineData("08:40", "8.40", "schoolYears[0].startOfDay", "must be a time of day, such as 08:00")]
    [InlineData("    startOfDay: 08:40\n", "", "schoolYears[0].startOfDay", "this field is missing")]
    [InlineData("2026-09-02 to 2026-12-18", "2026-09-02 - 2026-12-18", "schoolYears[0].terms[0]", "must be the first and the last day, written as")]
    [InlineData("2026-09-02 to 2026-12-18", "2026-12-18 to 2026-09-02", "schoolYears[0].terms[0]", "must be the first and the last day, written as")]
    [InlineData("2026-09-02 to 2026-12-18", "2026-08-31 to 2026-12-18", "schoolYears[0].terms[0]", "must lie between from and to")]
    [InlineData("2027-01-04 to", "2026-12-18 to", "schoolYears[0].terms[1]", "must begin after the term before it ends")]
    [InlineData("    terms: [2027-09-02 to 2027-12-17]\n", "", "schoolYears[1].terms", "this field is missing")]
    [InlineData("2026-10-26 to 2026-10-30", "2026-12-14 to 2026-12-20", "schoolYears[0].halfTerms[0]", "must lie within a term")]
    [InlineData("insetDays: [2026-09-02]", "insetDays: [2026-09-01]", "schoolYears[0].insetDays[0]", "must lie within a term")]
    [InlineData("insetDays: [2026-09-02]", "insetDays: [2026-09-31]", "schoolYears[0].insetDays[0]", "must be a day that exists")]
    [InlineData("  - clock: plan-visit\n    area: E10000029\n    length: 10", "  - clock: plan-visits\n    area: E10000029\n    length: 10", "clocks[0].clock", "there is no clock with this name")]
    [InlineData("area: E10000029\n    length: 10", "area: E07000202\n    length: 10", "clocks[0].area", "this is a district; write its authority")]
    [InlineData("length: 10 days", "length: a while", "clocks[0].length", "must be a number and a unit")]
    [InlineData("length: 10 days", "length: 10 working days", "clocks[0].length", "must be in the unit of the clock's own length, 15 days")]
    [InlineData("    to: 2026-10-31\n", "", "clocks[0].clock", "the entry on line 80 sets this clock for the same area")]
    [InlineData("    source: practice standard 4\n", "", "clocks[0].source", "this field is missing")]
    public void A_spoilt_place_is_reported_alone(string old, string @new, string field, string problem)
    {
        Assert.Equal(2, Good.Split(old).Length);

        var found = Assert.Single(DirectoryFile.Read(Before + Good.Replace(old, @new, StringComparison.Ordinal)).Problems);

        Assert.Equal(field, found.Field);
        Assert.StartsWith(problem, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_for_all_of_England_is_not_made_laxer() => Assert.StartsWith(
        "must not be laxer than 1 working day",
        Assert.Single(DirectoryFile.Read(Before + "clocks: [{clock: referral-decision, area: E10000029, length: 2 working days, source: s}]\n").Problems).Problem,
        StringComparison.Ordinal);
}
