using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Translation;

namespace InfoShare.Adapters.Health.Nems;

/// <summary>
/// Reads events of the National Events Management Service: FHIR STU3 message bundles, usually XML that came by MESH.
/// Each is one record: docs/formats-health.md says what becomes of it. Source: nhsconnect/Events-Management.
/// </summary>
public sealed class NemsTranslator : ITranslator
{
    /// <inheritdoc/>
    public string Format => "nems";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start)
    {
        var text = FileStart.Text(start);
        return text.Contains("fhir.nhs.uk/STU3/", StringComparison.Ordinal) && (FhirStart.IsXmlBundle(text) || text.StartsWith('{'));
    }

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (bundle, problem) = FhirBundle.Read(content);
        return bundle is null
            ? new FileTranslation.Unreadable(problem!)
            : new FileTranslation.Readable([NemsRecord.Read(bundle, context)]);
    }
}
