using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Translation;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health;

/// <summary>
/// Reads FHIR R4 message bundles, in JSON or XML. A bundle is one record, unless it says something about several children: then
/// each is one. What it takes for a concern, a move and an agreement is in docs/formats-health.md.
/// </summary>
public sealed class FhirTranslator : ITranslator
{
    private const int MostLinked = 30;

    private static readonly string[] Names = ["\"resourceType\"", "\"fullUrl\"", "\"entry\""];

    /// <inheritdoc/>
    public string Format => "fhir";

    /// <inheritdoc/>
    public bool Recognises(string fileName, ReadOnlySpan<byte> start)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (fileName.EndsWith(".fhir.json", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".fhir.xml", StringComparison.OrdinalIgnoreCase))
            return true;
        var text = FileStart.Text(start);
        return FhirStart.IsXmlBundle(text)
            || text.StartsWith('{') && !text.Contains("\"specversion\"", StringComparison.Ordinal) && Names.Any(name => text.Contains(name, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public FileTranslation Translate(ReadOnlyMemory<byte> content, TranslationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (bundle, problem) = FhirBundle.Read(content);
        if (bundle is null)
            return new FileTranslation.Unreadable(problem!);

        if (bundle.Header.At("source")?.Text("endpoint") == FhirSystems.Broker)
            return new FileTranslation.Readable([new RecordTranslation.NothingToSend("Bundle", "a delivery of InfoShare")]);

        var chart = new Chart(bundle);
        var cases = new Cases(chart, context.AsOf);
        var onlyChild = cases.Children.Count(c => c.Signs.Count > 0) <= 1;
        List<RecordTranslation> records = [];
        foreach (var child in cases.Children)
        {
            var (drafts, problems) = ChildRecord.Read(chart, child, onlyChild, context);
            if (drafts.Count > 0)
                records.Add(new RecordTranslation.Messages(child.Child.Patient.Path, drafts));
            else if (problems.Count > 0)
                records.Add(new RecordTranslation.Quarantined(child.Child.Patient.Path, problems));
        }

        records.AddRange(cases.Closed);
        return new FileTranslation.Readable(records switch
        {
            [] => [new RecordTranslation.NothingToSend("Bundle", Reasons.Of(chart, cases.Children))],
            _ when records.TrueForAll(r => r is RecordTranslation.NothingToSend) => [new RecordTranslation.NothingToSend("Bundle", Reasons.Of(chart, cases.Children))],
            _ => Numbered(Linked(Once(records))),
        });
    }

    /// <summary>A key that two children share would make the second a correction of the first: the later one is kept back.</summary>
    private static List<RecordTranslation> Once(List<RecordTranslation> records)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return [.. records.Select(r => r is RecordTranslation.Messages m && m.Drafts.Any(d => !keys.Add(d.RecordKey))
            ? new RecordTranslation.Quarantined(r.Place, new FieldProblem(r.Place, "must not share an identifier of a flag, move or consent with another child"))
            : r)];
    }

    /// <summary>The children of one bundle share its id; each hands in a part of its own.</summary>
    private static List<RecordTranslation> Numbered(List<RecordTranslation> records) =>
        [.. records.Select((r, nth) => r is RecordTranslation.Messages m && nth > 0
            ? m with { Drafts = [.. m.Drafts.Select(d => d with { SubmissionId = d.SubmissionId is { } id ? $"{id}#{nth}" : null })] }
            : r)];

    /// <summary>The concerns of several children of one bundle name each other.</summary>
    private static List<RecordTranslation> Linked(List<RecordTranslation> records)
    {
        var concerns = records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts).Where(d => d.Data is ConcernRaised).ToList();
        if (concerns.Select(d => d.ChildKey).Distinct().Count() < 2)
            return records;

        Draft Link(Draft draft) => draft.Data is ConcernRaised raised
            ? draft with { Data = raised with { LinkedConcerns = [.. concerns.Where(o => o.ChildKey != draft.ChildKey).Take(MostLinked).Select(o => o.RecordKey)] } }
            : draft;
        return [.. records.Select(r => r is RecordTranslation.Messages m ? m with { Drafts = [.. m.Drafts.Select(Link)] } : r)];
    }
}
