using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Finds the organisation behind a reference.</summary>
internal static class Organisations
{
    /// <summary>The ODS codes of what a reference means: an Organization, the organisation of a PractitionerRole, or its own identifier.</summary>
    public static IReadOnlyList<string> OdsOf(FhirNode? reference, FhirNode within, FhirBundle bundle)
    {
        if (reference is not { } link)
            return [];
        var named = Find(link, within, bundle) is { } organisation ? Codes(organisation) : [];
        return named.Count > 0 ? named : Codes(link);
    }

    /// <summary>The Organization that a reference means, if the bundle holds it.</summary>
    public static FhirNode? Find(FhirNode? reference, FhirNode within, FhirBundle bundle) =>
        bundle.Resolve(reference, within) switch
        {
            { ResourceType: "Organization" } organisation => organisation,
            { ResourceType: "PractitionerRole" } role when bundle.Resolve(role.At("organization"), role) is { ResourceType: "Organization" } its => its,
            _ => null,
        };

    private static IReadOnlyList<string> Codes(FhirNode node) =>
        [.. node.Each("identifier").Where(i => FhirSystems.IsOds(i.Text("system"))).Select(i => i.Text("value")).OfType<string>()];
}
