using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;

namespace InfoShare.Adapters.SocialCare.Cin;

/// <summary>
/// Reads the Children in Need census, the DfE's yearly XML return that every authority's case system can write.
/// Each episode (<c>CINdetails</c>) is one record: docs/formats-social-care.md says what becomes of it.
/// </summary>
public sealed class CinTranslator : ITranslator
{
    /// <inheritdoc/>
    public string Format => "cin";

    /// <inheritdoc/>
    public bool Streams => true;

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start) =>
        fileName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && CinStart.LooksLikeMessage(start);

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        var header = CinFile.Inspect(content);
        if (header.Value is not { } file)
            return new FileTranslation.Unreadable(header.Problems);
        if (CinAuthority.Problem(file.Authorities, context) is { } foreign)
            return new FileTranslation.Unreadable(foreign);
        if (CinAuthority.Speaker(file.Authorities, context) is not { } speaker)
            return new FileTranslation.Unreadable(CinAuthority.NobodyToSpeakFor);

        return new FileTranslation.Readable(Records(content, speaker, context));
    }

    private static IEnumerable<RecordTranslation> Records(ReadOnlyMemory<byte> content, OrganisationSource speaker, TranslationContext context)
    {
        var decision = new CinDecision(speaker, context.AsOf, context.RecentDays);
        return CinFile.Children(content).SelectMany((child, i) => decision.Of(child, i + 1));
    }
}
