namespace InfoShare.Adapters.Translation;

/// <summary>Reads one foreign format. Pure and total: whatever the bytes, it answers, without clock, file or network.</summary>
public interface ITranslator
{
    /// <summary>Short permanent name of the format: <c>cin</c>, <c>fhir</c>, <c>canonical</c>.</summary>
    string Format { get; }

    /// <summary>Holds a few records at a time, however large the file: then it is given files that are too large for others.</summary>
    bool Streams => false;

    /// <summary>Whether the first bytes and the name look like this format. Cheap; may be wrong.</summary>
    bool Recognises(string fileName, ReadOnlySpan<byte> start);

    /// <summary>Every record of the file as messages, as nothing to send, or as quarantined; or the file as unreadable.</summary>
    FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context);
}
