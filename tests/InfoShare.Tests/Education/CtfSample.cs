using System.Text;
using InfoShare.Adapters.Education.Ctf;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using Xunit;

namespace InfoShare.Tests.Education;

/// <summary>Small fictional transfer files, and who reads them when.</summary>
internal static class CtfSample
{
    public const string Unknown = "<LEA>XXX</LEA><Estab>XXXX</Estab>";
    public const string Suffolk = "<LEA>935</LEA><Estab>9999</Estab><URN>999999</URN>";
    public const string Left = "<SchoolHistory><School><LEA>942</LEA><Estab>9998</Estab><LeavingDate>2026-11-19</LeavingDate><LastSchool>true</LastSchool></School></SchoolHistory>";
    public const string Robin = "<UPN>A942999825001</UPN><Surname>Testperson</Surname><Forename>Robin</Forename><DOB>2016-05-14</DOB><Sex>M</Sex>";

    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static OrganisationSource School { get; } = new("urn", "999998");

    public static TranslationContext Context(string? fileName = null, params OrganisationSource[] organisations) => new(
        "education-cumberland", AgencyKind.Education, organisations is [] ? [School] : organisations,
        new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero), Today, 30, new HashSet<string>())
    {
        FileName = fileName,
    };

    public static string File(string pupils, string destination = Suffolk, string version = "25.0", string urn = "<URN>999998</URN>") => $"""
        <CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>{version}</CTFversion>
        <SourceSchool><LEA>942</LEA><Estab>9998</Estab>{urn}</SourceSchool><DestSchool>{destination}</DestSchool></Header>
        <CTFpupilData>{pupils}</CTFpupilData></CTfile>
        """;

    public static string Pupil(string rest = "", string identity = Robin, string history = Left) => $"<Pupil>{identity}{rest}{history}</Pupil>";

    public static FileTranslation Translate(string xml, TranslationContext? context = null) => Translate(Encoding.UTF8.GetBytes(xml), context);

    public static FileTranslation Translate(byte[] content, TranslationContext? context = null) => new CtfTranslator().Translate(content, context ?? Context());

    public static IReadOnlyList<RecordTranslation> Records(string xml, TranslationContext? context = null) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(xml, context)).Records];

    public static Draft Draft(string xml, TranslationContext? context = null) =>
        Assert.Single(Assert.IsType<RecordTranslation.Messages>(Assert.Single(Records(xml, context))).Drafts);

    public static ChildMovedArea Move(string xml, TranslationContext? context = null) => Assert.IsType<ChildMovedArea>(Draft(xml, context).Data);

    public static string Reason(string xml, TranslationContext? context = null) =>
        Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(Records(xml, context))).Reason;

    public static string QuarantinedField(string xml, TranslationContext? context = null) =>
        Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(xml, context))).Problems).Field;

    public static (string Field, string Problem) Unreadable(byte[] content, TranslationContext? context = null)
    {
        var problem = Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate(content, context)).Problems);
        return (problem.Field, problem.Problem);
    }
}
