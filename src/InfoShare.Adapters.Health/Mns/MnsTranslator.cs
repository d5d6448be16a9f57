using System.Text.Json;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>
/// Reads signals of the NHS Multicast Notification Service: CloudEvents of version 1 and 2, one or a list, and FHIR history
/// bundles. Each signal is one record: docs/formats-health.md says what becomes of it.
/// Source: NHSDigital/multicast-notification-service.
/// </summary>
public sealed class MnsTranslator : ITranslator
{
    private const int MostSignals = FhirBundle.MostEntries;

    private static readonly string[] Types =
        ["\"pds-", "\"nhs-number-change-", "\"gpreg-change-", "\"patientflags-change-", "\"pdm-resource-change-", "\"vrs-proxy-role-", "\"imms-vaccination-"];

    /// <summary>Canonical messages are CloudEvents too, and message bundles may name an event.</summary>
    private static readonly string[] Others = ["\"uk.infoshare.", "\"MessageHeader\""];

    /// <inheritdoc/>
    public string Format => "mns";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start)
    {
        var text = FileStart.Text(start);
        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
        return text is ['{' or '[', ..] && !Others.Any(Has) && (Has("backport-subscription-status") || Types.Any(Has));
    }

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (element, problem) = FhirDocument.Parse(content, "Signal");
        if (element is null)
            return new FileTranslation.Unreadable(problem!);

        var signals = Signals(element.Value);
        return signals.Count switch
        {
            0 => new FileTranslation.Unreadable(new FieldProblem("Signal", "must be a signal, a list of signals, or a Bundle that holds one")),
            > MostSignals => new FileTranslation.Unreadable(new FieldProblem("Signal", $"must not hold more than {MostSignals} signals")),
            _ => new FileTranslation.Readable([.. signals.Select(s => MnsRecord.Read(s, context))]),
        };
    }

    private static List<MnsSignal> Signals(JsonElement root)
    {
        switch (root.ValueKind)
        {
            case JsonValueKind.Array:
                return [.. root.EnumerateArray().Take(MostSignals + 1).Select((e, i) => MnsCloudEvent.Read(new(e, $"Signal[{i}]")))];
            case JsonValueKind.Object when new FhirNode(root, "Bundle") is { ResourceType: "Bundle" } bundle:
                return [.. MnsParameters.In(bundle)];
            case JsonValueKind.Object:
                return [MnsCloudEvent.Read(new(root, "Signal"))];
            default:
                return [];
        }
    }
}
