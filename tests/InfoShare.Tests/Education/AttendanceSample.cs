using System.Text;
using InfoShare.Adapters.Education.Attendance;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Notices;
using Xunit;

namespace InfoShare.Tests.Education;

/// <summary>Small fictional attendance files, and who reads them when.</summary>
internal static class AttendanceSample
{
    public const string Columns = "UPN,Surname,Forename,DOB,From,To,Possible,Attended,Late,Authorised,Unauthorised,Percentage";
    public const string Robin = "A942999825001,Testperson,Robin,14/05/2016,01/09/2026,20/11/2026";
    public const string MarkColumns = "UPN,Surname,Forename,DOB,Date,Session,Mark";

    public static OrganisationSource School { get; } = new("urn", "999998");

    public static TranslationContext Context(params OrganisationSource[] organisations) => new(
        "education-cumberland", AgencyKind.Education, organisations is [] ? [School] : organisations,
        new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero), new(2026, 11, 20), 30, new HashSet<string>());

    public static string File(params string[] rows) => string.Join("\r\n", [Columns, .. rows]);

    public static FileTranslation Translate(string csv, TranslationContext? context = null) => Translate(Encoding.UTF8.GetBytes(csv), context);

    public static FileTranslation Translate(byte[] content, TranslationContext? context = null) => new AttendanceTranslator().Translate(content, context ?? Context());

    public static IReadOnlyList<RecordTranslation> Records(string csv, TranslationContext? context = null) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(csv, context)).Records];

    public static Draft Draft(string csv, TranslationContext? context = null)
    {
        var record = Assert.Single(Records(csv, context));
        Assert.False(record is RecordTranslation.Quarantined, record is RecordTranslation.Quarantined bad ? string.Join(", ", bad.Problems) : "");
        return Assert.Single(Assert.IsType<RecordTranslation.Messages>(record).Drafts);
    }

    public static AttendanceThreshold Notice(string csv, TranslationContext? context = null) => Assert.IsType<AttendanceThreshold>(Draft(csv, context).Data);

    public static string Reason(string csv, TranslationContext? context = null) =>
        Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(Records(csv, context))).Reason;

    public static string Quarantined(string csv, TranslationContext? context = null) =>
        string.Join(", ", Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(csv, context))).Problems.Select(p => p.Field));
}
