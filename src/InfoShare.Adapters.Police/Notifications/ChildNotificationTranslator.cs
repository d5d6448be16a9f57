using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Police.Notifications;

/// <summary>
/// Reads child notifications of police forces: our own format, in JSON or XML with the same fields, because forces have no
/// common one. Each child of a notice is one record: docs/formats-police.md says what becomes of it.
/// </summary>
public sealed class ChildNotificationTranslator : ITranslator
{
    /// <inheritdoc/>
    public string Format => "police";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => NoticeStart.IsXml(start) || NoticeStart.IsJson(start);

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (notices, problem) = NoticeStart.IsMarkup(content.Span) ? NoticeXml.Read(content) : NoticeJson.Read(content);
        if (notices is null)
            return new FileTranslation.Unreadable(problem!);
        if (context.Organisations is [])
            return new FileTranslation.Unreadable(NoticeProblems.NobodyToSpeakFor);

        return new FileTranslation.Readable([.. notices.SelectMany((notice, i) => NoticeReading.Of(notice, $"notice {i + 1}", context))]);
    }
}
