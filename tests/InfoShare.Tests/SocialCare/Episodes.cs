using System.Text;
using InfoShare.Adapters.SocialCare.Ssda903;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using Xunit;

namespace InfoShare.Tests.SocialCare;

/// <summary>Small fictional episodes files.</summary>
internal static class Episodes
{
    public const string Header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";

    /// <summary>A child in a foster placement from June on.</summary>
    public const string Before = "C1,01/06/2026,S,C2,N1,U4,PR1,09/11/2026,X1,CARPL,CA99 9ZZ,CA99 9ZZ,SC999999";

    /// <summary>The same child, moved lately.</summary>
    public const string After = "C1,09/11/2026,P,C2,N1,U4,PR1,,,,CA99 9ZZ,IP99 9ZZ,SC999999";

    public static FileTranslation Translate(string text, TranslationContext? context = null) => Translate(Encoding.UTF8.GetBytes(text), context);

    public static FileTranslation Translate(byte[] content, TranslationContext? context = null) =>
        new Ssda903Translator().Translate(content, context ?? CinSample.Context());

    public static IReadOnlyList<RecordTranslation> Records(params string[] rows) => RecordsOf(string.Join("\r\n", [Header, .. rows]));

    public static IReadOnlyList<RecordTranslation> RecordsOf(string text) => [.. Assert.IsType<FileTranslation.Readable>(Translate(text)).Records];

    public static ChildMovedArea Move(RecordTranslation record) =>
        Assert.IsType<ChildMovedArea>(Assert.Single(Assert.IsType<RecordTranslation.Messages>(record).Drafts).Data);

    /// <summary>What became of a record, in a word.</summary>
    public static string Kind(RecordTranslation record) => record switch
    {
        RecordTranslation.NothingToSend nothing => nothing.Reason,
        RecordTranslation.Messages { Drafts.Count: var count } => count == 1 ? "move" : $"{count} moves",
        _ => "quarantined",
    };
}
