using InfoShare.Contracts.Codes;

namespace InfoShare.Bench.Formats;

/// <summary>Attendance, a mark a row: a school year of each pupil. A record is a pupil.</summary>
internal sealed record MarksFile() : LargeFile("attendance-marks", "marks.csv", AgencyKind.Education, new("urn", "100001"))
{
    private const int MarksOfYear = 380;
    private static readonly DateOnly First = new(2025, 9, 1);

    public override int Records(int rows) => (rows + MarksOfYear - 1) / MarksOfYear;

    public override void Write(TextWriter text, int rows)
    {
        text.WriteLine("Adno,Surname,Forename,DOB,Date,Session,Mark");
        for (var row = 0; row < rows; row++)
        {
            var (pupil, session) = Math.DivRem(row, MarksOfYear);
            var mark = pupil % Ten == 0 && session % 5 == 0 ? 'O' : '/';
            text.WriteLine($"{pupil},Testperson,Robin,2015-05-14,{First.AddDays(session / 2):yyyy-MM-dd},{(session % 2 == 0 ? "AM" : "PM")},{mark}");
        }
    }
}
