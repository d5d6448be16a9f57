using InfoShare.Adapters.Health;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Health;

/// <summary>Translates bundles as the sample health participant would, with 20 November 2026 as today.</summary>
internal static class Reading
{
    public static readonly TranslationContext Context = new(
        "health-cumberland", AgencyKind.Health, [new("ods", "ZZ999"), new("ods", "ZZ998")],
        new(2026, 11, 20, 12, 30, 0, TimeSpan.Zero), new(2026, 11, 20), 30, new HashSet<string>());

    public static FileTranslation Translate(byte[] content, TranslationContext? context = null) =>
        new FhirTranslator().Translate(content, context ?? Context);

    public static IReadOnlyList<RecordTranslation> Records(string json, TranslationContext? context = null) =>
        [.. Assert.IsType<FileTranslation.Readable>(Translate(json.Utf8(), context)).Records];

    public static IReadOnlyList<Draft> Drafts(params string[] resources) => DraftsOf(Bundles.Message(resources));

    public static IReadOnlyList<Draft> DraftsOf(string json) =>
        [.. Records(json).Select(r => Assert.IsType<RecordTranslation.Messages>(r)).SelectMany(m => m.Drafts)];

    public static ConcernRaised Concern(params string[] resources) =>
        Assert.IsType<ConcernRaised>(Assert.Single(Drafts(resources)).Data);

    public static string NothingToSend(params string[] resources) =>
        Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(Records(Bundles.Message(resources)))).Reason;

    public static FieldProblem Quarantined(params string[] resources) =>
        Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(Bundles.Message(resources)))).Problems);

    public static FieldProblem Unreadable(byte[] content) =>
        Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate(content)).Problems);

    /// <summary>The translation as text, to compare whole results.</summary>
    public static string Written(FileTranslation translation) => translation switch
    {
        FileTranslation.Unreadable u => string.Join('\n', u.Problems),
        FileTranslation.Readable r => string.Join('\n', r.Records.Select(Written)),
        _ => "",
    };

    private static string Written(RecordTranslation record) => record switch
    {
        RecordTranslation.Messages m => $"{m.Place}: {string.Join('\n', m.Drafts.Select(Written))}",
        RecordTranslation.NothingToSend n => $"{n.Place}: {n.Reason}",
        RecordTranslation.Quarantined q => $"{q.Place}: {string.Join('\n', q.Problems)}",
        _ => "",
    };

    private static string Written(Draft d) =>
        $"{d.From.Id} {d.ChildKey} {d.RecordKey} {d.Time:O} {d.SubmissionId} {System.Text.Encoding.UTF8.GetString(WireWriter.WriteData(d.Data))}";
}
