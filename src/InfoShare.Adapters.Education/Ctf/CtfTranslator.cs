using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>
/// Reads the DfE's Common Transfer File, which a school's system writes for a pupil who leaves. Each pupil is one record:
/// docs/formats-education.md says what becomes of it.
/// </summary>
public sealed class CtfTranslator : ITranslator
{
    /// <inheritdoc/>
    public string Format => "ctf";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && CtfStart.LooksLikeCtf(start);
    }

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (CtfFile.Problem(content) is { } problem)
            return new FileTranslation.Unreadable(problem);
        var header = CtfHeader.Read(CtfFile.Header(content), context.FileName);
        var speaker = CtfSpeaker.Of(header, context);
        if (speaker.Value is null)
            return new FileTranslation.Unreadable(speaker.Problems);

        var decision = new CtfDecision(header, speaker.Value, context);
        return new FileTranslation.Readable([.. CtfFile.Pupils(content).Select((pupil, i) => decision.Of(pupil, i + 1))]);
    }
}
