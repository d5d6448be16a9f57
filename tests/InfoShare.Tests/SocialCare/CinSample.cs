using System.Text;
using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using Xunit;

namespace InfoShare.Tests.SocialCare;

/// <summary>Small fictional censuses, and who reads them when.</summary>
internal static class CinSample
{
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public static OrganisationSource Cumberland { get; } = new("la", "E06000063");

    public const string Identifiers =
        "<LAchildID>TEST0001</LAchildID><PersonBirthDate>2015-04-02</PersonBirthDate><Sex>F</Sex>";

    public static TranslationContext Context(DateOnly? asOf = null, int recentDays = 30, params string[] accept) => new(
        "social-care-cumberland", AgencyKind.SocialCare, [Cumberland], new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero),
        asOf ?? Today, recentDays, accept.ToHashSet());

    /// <summary>A file of Cumberland.</summary>
    public static string File(string children, string lea = "942") =>
        $"<Message><Header><Source><LEA>{lea}</LEA></Source></Header><Children>{children}</Children></Message>";

    public static string Child(string episodes, string identifiers = Identifiers, string characteristics = "") =>
        $"<Child><ChildIdentifiers>{identifiers}</ChildIdentifiers><ChildCharacteristics>{characteristics}</ChildCharacteristics>{episodes}</Child>";

    public static string Episode(string referred = "2026-11-05", string rest = "") =>
        $"<CINdetails><CINreferralDate>{referred}</CINreferralDate><ReferralSource>2A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>{rest}<ReferralNFA>false</ReferralNFA></CINdetails>";

    public static FileTranslation Translate(string xml, TranslationContext? context = null) => Translate(Encoding.UTF8.GetBytes(xml), context);

    public static FileTranslation Translate(byte[] content, TranslationContext? context = null) =>
        new CinTranslator().Translate(content, context ?? Context());

    public static IReadOnlyList<RecordTranslation> Records(string xml, TranslationContext? context = null) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(xml, context)).Records];

    public static RecordTranslation Record(string xml, TranslationContext? context = null) => Assert.Single(Records(xml, context));

    /// <summary>The data of the only message of the only record.</summary>
    public static T Data<T>(string xml, TranslationContext? context = null) =>
        Assert.IsType<T>(Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(xml, context)).Drafts).Data);

    public static string Reason(string xml, TranslationContext? context = null) =>
        Assert.IsType<RecordTranslation.NothingToSend>(Record(xml, context)).Reason;

    public static string QuarantinedField(string xml, TranslationContext? context = null) =>
        Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(Record(xml, context)).Problems).Field;

    public static (string Field, string Problem) Unreadable(byte[] content)
    {
        var problem = Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate(content)).Problems);
        return (problem.Field, problem.Problem);
    }
}
