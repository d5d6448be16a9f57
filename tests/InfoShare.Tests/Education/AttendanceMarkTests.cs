using InfoShare.Adapters.Education.Attendance;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Notices;
using Xunit;
using static InfoShare.Tests.Education.AttendanceSample;

namespace InfoShare.Tests.Education;

/// <summary>What becomes of one row for each mark.</summary>
public sealed class AttendanceMarkTests
{
    private static readonly DateOnly First = new(2026, 9, 7);

    [Theory]
    [InlineData(@"/ \ L K V P W B J", 1, 1)]
    [InlineData("C1 M J1 S C2 C T R I E H F", 1, 0)]
    [InlineData("G N O U", 1, 0)]
    [InlineData("D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z # Y", 0, 0)]
    [InlineData("l i y1", -1, -1)]
    public void Each_code_in_law_counts_as_its_class(string codes, int possible, int attended)
    {
        foreach (var code in codes.Split(' '))
        {
            // Twenty of the code beside sixty absences: a notice whatever the code is.
            var notice = Notice(Marks([.. Enumerable.Repeat(code, 20), .. Enumerable.Repeat("O", 60)]));

            if (possible >= 0)
                Assert.StartsWith($"Attended {20 * attended} of {60 + 20 * possible} possible sessions from 2026-09-07 to ", notice.Parts.Education!.Notes, StringComparison.Ordinal);
            Assert.Empty(notice.Marks);
        }
    }

    [Fact]
    public void Late_is_within_attended()
    {
        var notice = Notice(Marks([.. Enumerable.Repeat("L", 10), .. Enumerable.Repeat("/", 70), .. Enumerable.Repeat("I", 15), .. Enumerable.Repeat("U", 5)]));

        Assert.Equal(80, notice.Parts.Education!.AttendancePercent);
        Assert.Contains("Attended 80 of 100", notice.Parts.Education.Notes, StringComparison.Ordinal);
        Assert.EndsWith("; authorised absence 15; unauthorised absence 5; late within attended 10.", notice.Parts.Education.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_a_schools_own_are_counted_as_unknown_and_as_no_session()
    {
        var notice = Notice(Marks([.. Enumerable.Repeat("-", 7), "!", "@", "", .. Enumerable.Repeat("/", 40), .. Enumerable.Repeat("N", 10)]));

        Assert.Equal(80, notice.Parts.Education!.AttendancePercent);
        Assert.Equal(("Mark", "must be a register code; 10 marks were not counted"), Assert.Single(notice.Marks) is var mark ? (mark.Field, mark.Problem) : default);
    }

    [Fact]
    public void A_second_mark_of_a_session_is_not_counted()
    {
        var marks = Marks([.. Enumerable.Repeat("/", 40), .. Enumerable.Repeat("O", 10)]);

        var notice = Notice(marks + "\n" + string.Join('\n', marks.Split('\n')[1..]));

        Assert.Equal(80, notice.Parts.Education!.AttendancePercent);
        Assert.Equal("must not have two marks; 50 second ones were not counted", Assert.Single(notice.Marks).Problem);
    }

    [Fact]
    public void Without_a_column_of_sessions_every_mark_counts()
    {
        var rows = Enumerable.Range(0, 50).SelectMany(i => new[] { $"A942999825001,{First.AddDays(i):yyyy-MM-dd},/", $@"A942999825001,{First.AddDays(i):yyyy-MM-dd},{(i < 30 ? "O" : @"\")}" });

        var notes = Notice("UPN,Date,Mark\n" + string.Join('\n', rows)).Parts.Education!.Notes;

        Assert.StartsWith("Attended 70 of 100", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Pupils_whose_rows_are_mixed_are_told_apart_and_bad_rows_have_lines()
    {
        var csv = string.Join('\n', [
            MarkColumns,
            .. Enumerable.Range(0, 50).SelectMany(i => new[] { Row("A942999825001", i, "O"), Row("P942999825002", i, "/") }),
            ",,,,2026-09-07,AM,/",
            "A942999825001,,,,30/02/2026,AM,/",
            "A942999825001,,,,21/11/2026,AM,/",
            "A942999825001,,,,20/11/2026,noon,/",
        ]);

        var records = Records(csv);

        Assert.Equal(
            ["line 102: Upn", "line 103: Date", "line 104: Date", "line 105: Session"],
            records.OfType<RecordTranslation.Quarantined>().Select(r => $"{r.Place}: {Assert.Single(r.Problems).Field}"));
        Assert.Equal(["pupil 1 Messages", "pupil 2 NothingToSend"], records.Skip(4).Select(r => $"{r.Place} {r.GetType().Name}"));
    }

    [Theory]
    [InlineData(39, AttendanceReasons.TooEarly)]
    [InlineData(0, AttendanceReasons.NoSessions)]
    public void Too_few_sessions_are_not_judged(int absent, string reason) =>
        Assert.Equal(reason, Reason(Marks([.. Enumerable.Repeat("O", absent), "#"])));

    private static string Marks(IReadOnlyList<string> codes) => string.Join('\n', [MarkColumns, .. codes.Select((code, i) => Row("A942999825001", i, code))]);

    private static string Row(string upn, int session, string code) =>
        $"{upn},Testperson,Robin,2016-05-14,{First.AddDays(session / 2):dd/MM/yyyy},{(session % 2 == 0 ? "AM" : "PM")},{code}";
}
