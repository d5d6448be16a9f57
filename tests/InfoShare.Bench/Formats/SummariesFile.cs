using InfoShare.Contracts.Codes;

namespace InfoShare.Bench.Formats;

/// <summary>Attendance, a pupil a row.</summary>
internal sealed record SummariesFile() : LargeFile("attendance", "attendance.csv", AgencyKind.Education, new("urn", "100001"))
{
    public override void Write(TextWriter text, int rows)
    {
        text.WriteLine("Adno,Surname,Forename,DOB,Possible,Attended,Authorised,Unauthorised");
        for (var row = 0; row < rows; row++)
            text.WriteLine($"{row},Testperson,Robin,2015-05-14,{(row % Ten == 0 ? "380,300,60,20" : "380,370,10,0")}");
    }
}
