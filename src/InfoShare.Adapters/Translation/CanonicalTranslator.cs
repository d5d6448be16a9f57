using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Translation;

/// <summary>Reads messages that an agency's system writes in the canonical form: CloudEvents JSON, one or a list.</summary>
public sealed class CanonicalTranslator : ITranslator
{
    public string Format => "canonical";

    public bool Recognises(string fileName, ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        var text = (start.StartsWith(bom) ? start[3..] : start).TrimStart(" \t\r\n"u8);
        return text is [(byte)'{' or (byte)'[', ..] || fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }

    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        var (objects, problem) = JsonFile.Cut(content);
        return objects is null
            ? new FileTranslation.Unreadable(problem!)
            : new FileTranslation.Readable([.. objects.Select((bytes, i) => Translate(bytes, $"message {i + 1}", context))]);
    }

    private static RecordTranslation Translate(byte[]? bytes, string place, TranslationContext context)
    {
        if (bytes is null)
            return new RecordTranslation.Quarantined(place, new FieldProblem("", "must be an object"));
        var read = WireReader.Read(bytes);
        if (read.Value is not { } envelope)
            return new RecordTranslation.Quarantined(place, read.Problems);
        if (envelope.SpecVersion != "1.0")
            return Bad("specversion", "must be 1.0");
        if (!OrganisationSource.TryParse(envelope.Source, out var from) || !context.Organisations.Contains(from))
            return Bad("source", "must be an organisation that this participant speaks for");

        if (FutureDates.Problem(envelope, context) is { } future)
            return new RecordTranslation.Quarantined(place, future);

        var data = CheckedNumbers.Mark(envelope.Data);
        if (CanonicalKeys.Of(data) is not var (recordKey, childKey))
            return Bad("type", "must be a message that agencies send");
        return new RecordTranslation.Messages(place, new Draft(from, childKey, recordKey, envelope.Time, data, envelope.Id));

        RecordTranslation Bad(string field, string problem) => new RecordTranslation.Quarantined(place, new FieldProblem(field, problem));
    }
}
