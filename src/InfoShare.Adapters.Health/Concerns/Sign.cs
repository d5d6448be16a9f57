using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Concerns;

/// <summary>A resource that means a safeguarding concern.</summary>
/// <param name="Resource">A Flag, ServiceRequest, Condition or Communication.</param>
/// <param name="Meaning">Whom it is about.</param>
/// <param name="Standing">Whether it holds.</param>
/// <param name="Subject">What its subject is; null when the bundle does not hold it.</param>
internal sealed record Sign(FhirNode Resource, Meaning Meaning, Standing Standing, FhirNode? Subject)
{
    /// <summary>Flags come first: with one, the other resources about the same child are its narrative.</summary>
    public int Rank => Array.IndexOf(Signs.Types, Resource.ResourceType);

    /// <summary>The element that names who is behind it.</summary>
    public FhirNode? Author => Resource.ResourceType switch
    {
        "Flag" => Resource.At("author"),
        "ServiceRequest" => Resource.At("requester"),
        "Condition" => Resource.At("recorder") ?? Resource.At("asserter"),
        _ => Resource.At("sender"),
    };
}

/// <summary>Whether a sign holds.</summary>
internal enum Standing
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It held once.</summary>
    Over,

    /// <summary>It should never have been.</summary>
    InError,
}
