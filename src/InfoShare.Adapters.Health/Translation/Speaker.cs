using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Health.Translation;

/// <summary>
/// The organisation that a message speaks for: the sender it names, else the responsible organisation, the source
/// endpoint or the author of the concern. It has to be one that the adapter serves. A message that names none speaks for
/// the adapter's first.
/// </summary>
internal static class Speaker
{
    public static (OrganisationSource? From, FieldProblem? Problem) Of(FhirBundle bundle, FhirNode? author, FhirNode within, TranslationContext context)
    {
        var header = bundle.Header;
        (IReadOnlyList<string> Named, string Field)[] claims =
        [
            (Organisations.OdsOf(header.At("sender"), header, bundle), header.Field("sender")),
            (Organisations.OdsOf(header.At("responsible"), header, bundle), header.Field("responsible")),
            (Endpoint(header), header.Field("source.endpoint")),
            (Organisations.OdsOf(author, within, bundle), author?.Path ?? ""),
        ];
        foreach (var (named, field) in claims.Where(c => c.Named.Count > 0))
            return Served(named, context) is { } from
                ? (from, null)
                : (null, new(field, "must be an organisation that this adapter speaks for"));

        return context.Organisations.Count > 0
            ? (context.Organisations[0], null)
            : (null, new(header.Field("sender"), "is required: this adapter speaks for no organisation"));
    }

    private static OrganisationSource? Served(IReadOnlyList<string> ods, TranslationContext context) =>
        context.Organisations.FirstOrDefault(o => o.Scheme == "ods" && ods.Contains(o.Code, StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Endpoint(FhirNode header) =>
        OrganisationSource.TryParse(header.At("source")?.Text("endpoint"), out var organisation) && organisation.Scheme == "ods" ? [organisation.Code] : [];
}
