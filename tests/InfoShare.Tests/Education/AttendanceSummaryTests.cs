using InfoShare.Adapters.Education.Attendance;
using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.Education.AttendanceSample;

namespace InfoShare.Tests.Education;

/// <summary>What becomes of a row that sums up one pupil: docs/formats-education.md, line by line.</summary>
public sealed class AttendanceSummaryTests
{
    [Fact]
    public void Attendance_below_the_line_becomes_a_notice()
    {
        var draft = Draft(File($"{Robin},104,84,6,12,8,80.8"));

        var notice = Assert.IsType<AttendanceThreshold>(draft.Data);
        Assert.Equal((80.8m, 85m, "999998"), (notice.Parts.Education!.AttendancePercent, notice.Parts.Education.AttendanceLine, notice.Parts.Education.SchoolUrn));
        Assert.Equal("Attended 84 of 104 possible sessions from 2026-09-01 to 2026-11-20; authorised absence 12; unauthorised absence 8; late within attended 6.", notice.Parts.Education.Notes);
        Assert.Equal("Attendance is below 85 %, the line for considering early help. A tenth or more of the possible sessions were missed: persistent absence.", notice.Parts.Incident!.Facts);
        Assert.Equal((new DateOnly(2026, 11, 20), 0), (notice.Parts.Incident.ObservedOn, notice.Parts.Incident.Categories.Count));
        Assert.Equal((School, "Upn:A942999825001", "attendance:Upn:A942999825001:2026"), (draft.From, draft.ChildKey, draft.RecordKey));
        Assert.Empty(notice.Marks);
        Assert.Equal((null, null), (notice.Parts.Plan, notice.Parts.Education.EarlyHelp));
    }

    [Theory]
    [InlineData("100,85,0,15,0,", AttendanceReasons.NotBelow)]
    [InlineData("100,100,0,0,0,", AttendanceReasons.NotBelow)]
    [InlineData("39,0,0,39,0,", AttendanceReasons.TooEarly)]
    [InlineData("0,0,0,0,0,", AttendanceReasons.NoSessions)]
    [InlineData("0,,,,,", AttendanceReasons.NoSessions)]
    [InlineData(",,,,,85", AttendanceReasons.NotBelow)]
    public void What_is_not_below_or_cannot_be_judged_is_nothing_to_send(string counts, string reason) => Assert.Equal(reason, Reason(File($"{Robin},{counts}")));

    [Theory]
    [InlineData("10000,8499,0,1501,0,", 84.9)]
    [InlineData("40,33,0,7,0,", 82.5)]
    [InlineData("104.0,84.0,6.0,12.0,8.0,", 80.8)]
    [InlineData("100,,0,20,5,", 75)]
    [InlineData(",,,,,84.9", 84.9)]
    [InlineData(",,,,,84 %", 84)]
    public void What_is_below_is_a_notice_however_it_is_counted(string counts, double percent) =>
        Assert.Equal((decimal)percent, Notice(File($"{Robin},{counts}")).Parts.Education!.AttendancePercent);

    [Fact]
    public void The_line_and_the_least_number_of_sessions_are_the_participants_own()
    {
        var strict = Context() with { Attendance = new() { Percent = 95, Sessions = 100 } };

        Assert.Contains("below 95 %", Notice(File($"{Robin},104,97,0,7,0,"), strict).Parts.Incident!.Facts, StringComparison.Ordinal);
        Assert.Equal(AttendanceReasons.TooEarly, Reason(File($"{Robin},99,10,0,0,89,"), strict));
    }

    [Theory]
    [InlineData("100,91,0,9,0,", "")]
    [InlineData("100,90,0,10,0,", "persistent absence")]
    [InlineData("100,51,0,49,0,", "persistent absence")]
    [InlineData("100,50,0,50,0,", "severe absence")]
    public void The_national_lines_are_named(string counts, string named)
    {
        var facts = Notice(File($"{Robin},{counts}"), Context() with { Attendance = new() { Percent = 95 } }).Parts.Incident!.Facts!;

        Assert.Equal(named, facts.Contains(": ", StringComparison.Ordinal) ? facts[(facts.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.') : "");
    }

    [Theory]
    [InlineData("104,84,6,12,8,81.4", "Percentage")]
    [InlineData("104,84,6,12,8,81.2", "")]
    [InlineData("104,84,6,12,7,80.8", "Possible")]
    [InlineData("104,84,six,12,8,", "Late")]
    [InlineData("104,84,6,12,8,eighty", "Percentage")]
    public void Counts_go_before_the_percentage_and_what_disagrees_is_marked(string counts, string marks)
    {
        var notice = Notice(File($"{Robin},{counts}"));

        Assert.Equal(80.8m, notice.Parts.Education!.AttendancePercent);
        Assert.Equal(marks, string.Join(' ', notice.Marks.Select(m => m.Field)));
    }

    [Fact]
    public void A_percentage_alone_is_believed_and_that_sessions_were_not_checked_is_marked()
    {
        var notice = Notice("UPN,Percentage\nA942999825001,80");

        Assert.Equal((80m, null), (notice.Parts.Education!.AttendancePercent, notice.Parts.Education.Notes));
        Assert.Equal(["Possible"], notice.Marks.Select(m => m.Field));
    }

    [Theory]
    [InlineData("104,105,0,0,0,", "Attended")]
    [InlineData("10,,0,9,9,", "Attended")]
    [InlineData("104,,,,,", "Attended")]
    [InlineData(",,,,,", "Attended")]
    [InlineData("-1,84,0,0,0,", "Attended")]
    [InlineData(",,,,,101", "Attended")]
    [InlineData(",,,,,0.81", "Percentage")]
    public void Counts_that_give_no_percentage_quarantine_the_row(string counts, string field) => Assert.Equal(field, Quarantined(File($"{Robin},{counts}")));

    [Theory]
    [InlineData("started,,", true, null, "")]
    [InlineData("Yes,,02/11/2026", true, null, "")]
    [InlineData(",,02/11/2026", true, null, "")]
    [InlineData("Not started,The family moves next week,", false, "The family moves next week", "")]
    [InlineData(",The family moves next week,", false, "The family moves next week", "")]
    public void The_decision_on_early_help_is_carried(string decision, bool started, string? reason, string marks)
    {
        var notice = Notice(Deciding(decision));

        Assert.Equal((started, reason), (notice.Parts.Education!.EarlyHelp!.Started, notice.Parts.Education.EarlyHelp.Reason));
        Assert.Equal(started, notice.Parts.Plan?.Plans is [{ Type: PlanType.EarlyHelp }]);
        Assert.Equal(marks, string.Join(' ', notice.Marks.Select(m => m.Field)));
        if (decision.EndsWith('6'))
            Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 2)), (notice.Parts.Education.EarlyHelp.On, notice.Parts.Plan!.Plans[0].Start));
    }

    [Theory]
    [InlineData("no,,", " Early Help: not started; no reason is given.", "EarlyHelpReason")]
    [InlineData("being considered,,", " Early Help: the school writes: being considered.", "EarlyHelp")]
    public void What_is_no_decision_on_early_help_is_told_in_words_and_leaves_it_to_be_made(string decision, string words, string marks)
    {
        var notice = Notice(Deciding(decision));

        Assert.Null(notice.Parts.Education!.EarlyHelp);
        Assert.EndsWith(words, notice.Parts.Education.Notes, StringComparison.Ordinal);
        Assert.Equal(marks, string.Join(' ', notice.Marks.Select(m => m.Field)));
    }

    [Fact]
    public void Each_row_is_accounted_for_and_a_bad_one_does_not_stop_the_next()
    {
        var records = Records(File(
            $"{Robin},104,84,6,12,8,80.8",
            ",,,,,,1,2",
            "",
            ",,,,,,,,,,,",
            $"{Robin},104,80,6,12,8,",
            "\"P942999825002,Sampler,Jo,2018-02-01,,,100,50,0,50,0,",
            $"{Robin},104,84,6,12,8,80.8,and more",
            "P942999825002,Sampler,Jo,2018-02-01,,,100,50,0,50,0,"));

        Assert.Equal(
            ["line 2 Messages", "line 3 Quarantined", "line 6 Quarantined", "line 7 Quarantined", "line 8 Quarantined", "line 9 Messages"],
            records.Select(r => $"{r.Place} {r.GetType().Name}"));
    }

    [Fact]
    public void An_adult_is_nobody_to_send_about() =>
        Assert.Equal(Age.Adult, Reason(File("A942999825001,Testperson,Robin,20/11/2008,,,100,50,0,50,0,")));

    [Fact]
    public void A_row_of_another_school_is_quarantined_and_one_of_the_second_school_speaks_for_it()
    {
        const string Csv = "UPN,School URN,Possible,Attended\nA942999825001,999996,100,80";

        Assert.Equal("SchoolUrn", Quarantined(Csv));
        Assert.Equal("urn/999996", Draft(Csv, Context(School, new("urn", "999996"))).From.Id);
        Assert.Equal(["SchoolUrn"], Notice("UPN,Possible,Attended\nA942999825001,100,80", Context(School, new("urn", "999996"))).Marks.Select(m => m.Field));
    }

    [Fact]
    public void The_year_to_date_keeps_its_key_and_a_new_school_year_has_another()
    {
        static string Key(string to) => Draft(File($"A942999825001,Testperson,Robin,14/05/2016,,{to},100,80,0,20,0,")).RecordKey;

        Assert.Equal(Key("01/09/2026"), Key("20/11/2026"));
        Assert.NotEqual(Key("31/07/2026"), Key("01/08/2026"));
    }

    [Fact]
    public void A_last_day_that_has_not_come_is_dropped()
    {
        var draft = Draft(File("A942999825001,,,,01/09/2026,18/12/2026,100,80,0,20,0,"));

        Assert.Equal(Context().At, draft.Time);
        Assert.Equal(["To"], ((AttendanceThreshold)draft.Data).Marks.Select(m => m.Field));
    }

    [Fact]
    public void The_shared_summary_is_read()
    {
        var csv = System.IO.File.ReadAllText(Inputs.Require("own", "attendance-summary.csv"));

        var records = Records(csv, Context(School, new("urn", "999999")));

        Assert.Equal(["Messages", "NothingToSend", "NothingToSend"], records.Select(r => r.GetType().Name));
        Assert.Equal([AttendanceReasons.NotBelow, AttendanceReasons.NoSessions], records.OfType<RecordTranslation.NothingToSend>().Select(r => r.Reason));
        Assert.Equal(80.8m, ((AttendanceThreshold)((RecordTranslation.Messages)records[0]).Drafts[0].Data).Parts.Education!.AttendancePercent);
        Assert.IsType<RecordTranslation.Quarantined>(Records(csv)[2]);
    }

    private static string Deciding(string decision) => $"UPN,Possible,Attended,Early Help decision,Early Help reason,Early Help date\nA942999825001,100,80,{decision}";
}
