using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>Finds the resources that mean a safeguarding concern.</summary>
internal static class Signs
{
    /// <summary>The types that can, in order of precedence.</summary>
    public static readonly string[] Types = ["Flag", "ServiceRequest", "Condition", "Communication"];

    /// <summary>Every sign of the bundle, in order.</summary>
    public static IReadOnlyList<Sign> In(FhirBundle bundle)
    {
        FhirNode[] patients = [.. bundle.Of("Patient").Take(2)];
        var only = patients.Length == 1 ? patients[0] : (FhirNode?)null;
        return [.. bundle.Resources.SelectMany<FhirNode, Sign>(r =>
            MeaningOf(r) is { } meaning ? [new Sign(r, meaning, StandingOf(r), SubjectOf(r, only, bundle))] : [])];
    }

    /// <summary>BaRS marks how safe a place is with a Flag: category SS, on a Location. No concern about a child.</summary>
    public static bool IsSceneSafety(FhirNode resource) =>
        resource.ResourceType == "Flag"
        && (resource.Codings("category").Any(c => c.Code == "SS")
            || string.Equals(resource.Words("category"), "scene safety", StringComparison.OrdinalIgnoreCase));

    private static Meaning? MeaningOf(FhirNode resource) => resource.ResourceType switch
    {
        "Flag" when IsSceneSafety(resource) => null,
        "Flag" or "ServiceRequest" => SafeguardingCodes.MeaningOf(resource.Codings("code").Concat(resource.Codings("category")))
            ?? Headed(resource, "category") ?? Headed(resource, "code"),
        "Condition" => SafeguardingCodes.MeaningOf(resource.Codings("code")),
        "Communication" => Headed(resource, "category"),
        _ => null,
    };

    private static Meaning? Headed(FhirNode resource, string name) =>
        resource.Codings(name).Any(SafeguardingCodes.IsHeading) ? Meaning.Child : null;

    /// <summary>A status that is missing or unknown keeps the sign: better one concern too many.</summary>
    private static Standing StandingOf(FhirNode resource)
    {
        string[] statuses = [resource.Text("status") ?? "", .. resource.Codings("verificationStatus").Concat(resource.Codings("clinicalStatus")).Select(c => c.Code)];
        return statuses.Contains("entered-in-error") ? Standing.InError
            : statuses.Any(s => IsOver(resource.ResourceType, s)) ? Standing.Over
            : Standing.Holds;
    }

    private static bool IsOver(string type, string status) => type switch
    {
        "Flag" => status == "inactive",
        "ServiceRequest" => status == "revoked",
        "Condition" => status is "refuted" or "inactive" or "remission" or "resolved",
        _ => status == "not-done",
    };

    /// <summary>Its subject, or what it is about; where it says neither and the bundle holds one Patient, that one.</summary>
    private static FhirNode? SubjectOf(FhirNode resource, FhirNode? only, FhirBundle bundle)
    {
        if (resource.At("subject") is { } subject)
            return bundle.Resolve(subject, resource);
        var about = resource.Each("about").Select(a => bundle.Resolve(a, resource)).OfType<FhirNode>()
            .Select(a => a.ResourceType == "Patient" ? a : bundle.Resolve(a.At("subject"), a))
            .FirstOrDefault(a => a is { ResourceType: "Patient" });
        return about ?? only;
    }
}
