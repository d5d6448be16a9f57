using InfoShare.Adapters.Translation;

namespace InfoShare.Tests.Adapters;

/// <summary>Finds the same records in every file.</summary>
internal sealed class FixedTranslator(params IReadOnlyList<RecordTranslation> records) : ITranslator
{
    public string Format => "fixed";

    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => true;

    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context) => new FileTranslation.Readable(records);
}

/// <summary>Breaks its promise.</summary>
internal sealed class ThrowingTranslator : ITranslator
{
    public string Format => "throwing";

    public bool Recognises(string fileName, ReadOnlySpan<byte> start) => fileName.StartsWith("throw", StringComparison.Ordinal);

    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context) => throw new InvalidOperationException("Canary Testperson");
}
