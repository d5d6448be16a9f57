using System.Runtime.CompilerServices;
using System.Text;
using InfoShare.Adapters.Education.Attendance;
using InfoShare.Adapters.Tables;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Notices;
using Xunit;
using static InfoShare.Tests.Education.AttendanceSample;

namespace InfoShare.Tests.Education;

public sealed class AttendanceFileTests
{
    [Theory]
    [InlineData("100,50")]
    [InlineData("50,100")]
    public void A_column_given_twice_with_different_values_is_quarantined_and_with_the_same_is_read(string attended)
    {
        string Row(string values) => $"UPN,Surname,Forename,DOB,Possible,Attended,Attended\r\nA942999825001,Testperson,Robin,14/05/2016,104,{values}";

        var quarantined = Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(Row(attended))));
        Assert.Equal("Attended", Assert.Single(quarantined.Problems).Field);
        Assert.IsType<RecordTranslation.Messages>(Assert.Single(Records(Row("50,50"))));
    }

    [Theory]
    [InlineData("student_id,possible_sessions,attended_sessions\n7,100,80")]
    [InlineData("Unique Pupil Number;Sessions possible;Sessions attended\nA942999825001;100;80")]
    [InlineData("Surname\tDate of birth\t% Attendance\nTestperson\t2016-05-14\t80%")]
    [InlineData("Adno|Attendance %\n7|80.0")]
    [InlineData("Last name,First name,DOB,Possible Marks,Auth abs,Unauth\nTestperson,Robin,14/05/2016,100,15,5")]
    [InlineData("Attendance report\nPrinted 20/11/2026\n\n\"UPN\",\"Possible\",\"Present\"\n\"A942999825001\",\"100\",\"80\"")]
    [InlineData("\uFEFFupn,percentage,unknown column\nA942999825001,80,x")]
    public void Columns_are_found_by_their_names_whatever_stands_between_and_above_them(string csv)
    {
        Assert.True(new AttendanceTranslator().Recognises("any.csv", Encoding.UTF8.GetBytes(csv)));
        Assert.Equal(80, Notice(csv).Parts.Education!.AttendancePercent);
    }

    [Theory]
    [InlineData("any.csv", "")]
    [InlineData("any.csv", "Name,Percentage\nRobin,80")]
    [InlineData("any.csv", "UPN,Surname\nA942999825001,Testperson")]
    [InlineData("any.csv", "CHILD,SEX,DOB,DECOM,RNE\n1,1,01/01/2016,01/01/2026,S")]
    [InlineData("any.csv", "time_period,geographic_level,sess_possible,sess_overall,sess_overall_percent\n2026,National,100,20,20")]
    [InlineData("any.xml", "UPN,Percentage\nA942999825001,80")]
    public void What_names_no_pupils_or_no_attendance_is_no_attendance_file(string name, string csv) =>
        Assert.False(new AttendanceTranslator().Recognises(name, Encoding.UTF8.GetBytes(csv)));

    [Fact]
    public void Without_a_header_the_file_says_what_is_required() =>
        Assert.Contains("must have a header", Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate("a,b\n1,2")).Problems).Problem, StringComparison.Ordinal);

    [Fact]
    public void After_a_row_of_more_than_a_mebibyte_it_is_said_that_the_rest_was_not_read()
    {
        var records = Records($"UPN,Percentage\nA942999825001,90\n{new string('x', 3 * TableLimits.BytesOfRow)}\nA942999825002,90");

        Assert.IsType<RecordTranslation.NothingToSend>(records[0]);
        var rest = Assert.IsType<RecordTranslation.Quarantined>(records[1]);
        Assert.Equal(("from line 3 on", "must not have a row longer than 1024 KiB; neither it nor what follows was read"), (rest.Place, Assert.Single(rest.Problems).Problem));
        Assert.Equal(2, records.Count);
    }

    [Theory]
    [InlineData("2016-05-14")]
    [InlineData("14/05/2016")]
    [InlineData("14/5/2016")]
    [InlineData("14-May-2016")]
    [InlineData("14 May 2016")]
    [InlineData("14.05.2016")]
    [InlineData("20160514")]
    [InlineData("2016-05-14T00:00:00")]
    [InlineData("14/05/2016 00:00:00")]
    [InlineData("14 May 2016 00:00")]
    public void A_day_is_read_in_many_styles(string day) =>
        Assert.Equal(new DateOnly(2016, 5, 14), Notice($"UPN,DOB,Possible,Attended\nA942999825001,{day},100,80").Parts.Identity!.DateOfBirth);

    [Theory]
    [InlineData("2016-02-30")]
    [InlineData("05/14/2016")]
    [InlineData("14/05/16")]
    [InlineData("1899-12-31")]
    [InlineData("2016-05-14T09:00:00")]
    [InlineData("2030-01-01")]
    public void What_is_no_day_is_dropped_and_marked(string day)
    {
        var notice = Notice($"UPN,DOB,Possible,Attended\nA942999825001,{day},100,80");

        Assert.Null(notice.Parts.Identity!.DateOfBirth);
        Assert.Equal("DateOfBirth", Assert.Single(notice.Marks).Field);
    }

    [Fact]
    public void Of_two_columns_that_mean_the_same_the_more_certain_name_counts() =>
        Assert.Equal(80, Notice("UPN,Possible,Present,Attended\nA942999825001,100,70,80").Parts.Education!.AttendancePercent);

    [Fact]
    public void Hostile_rows_are_quarantined_each_on_its_own()
    {
        var records = Records(string.Join('\n',
            "UPN,Surname,Percentage",
            new string(',', 1_000_000),
            $"A942999825001,{new string('x', 1_000_000)},80",
            "\"never closed,Testperson,80",
            "P942999825002,Testperson,80"));

        Assert.Equal(["Quarantined", "Quarantined", "Quarantined", "Messages"], records.Select(r => r.GetType().Name));
    }

    [Fact]
    public void A_record_is_made_when_it_is_asked_for_and_then_let_go()
    {
        var asked = 0;
        IEnumerable<TableRow> Rows()
        {
            while (true)
                yield return new(++asked + 1, $"line {asked + 1}", [$"{asked}", "100", "95"]);
        }

        var content = Encoding.UTF8.GetBytes("PupilId,Possible,Attended\n");
        var records = new AttendanceRecords(Header.Find(new(content))!, Context()).Of(Rows()).GetEnumerator();
        var made = new List<WeakReference>();
        for (var n = 1; n <= 1000; n++)
        {
            made.Add(Next(records));
            Assert.Equal(n, asked);
        }

        GC.Collect();

        Assert.InRange(made.Count(record => record.IsAlive), 0, 2);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Next(IEnumerator<RecordTranslation> records)
    {
        Assert.True(records.MoveNext());
        return new(records.Current);
    }
}
