using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Mns;

/// <summary>A signal in whatever form it came: that something happened to a person, and hardly more.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Type">Such as <c>pds-change-of-gp-2</c>.</param>
/// <param name="Id">Its id; null when it has none.</param>
/// <param name="Time">The element that holds when it happened; null when there is none.</param>
/// <param name="NhsNumber">The element that holds whom it is about; null when there is none.</param>
internal sealed record MnsSignal(FhirNode Node, string? Type, string? Id, FhirTime? Time, FhirNode? NhsNumber)
{
    /// <summary>In version 1: the subject, with <c>familyName</c> and <c>dob</c>.</summary>
    public FhirNode? Subject { get; init; }

    /// <summary>The Patient that came along; a few types have one.</summary>
    public FhirNode? Patient { get; init; }

    /// <summary>ODS code of the practice that was asked to register the person.</summary>
    public FhirNode? Practice { get; init; }

    /// <summary>In version 1, how the registration came about: 1 birth, 2 first acceptance, 3 transfer in, 4 immigrant, 6 internal.</summary>
    public string? Registration { get; init; }

    /// <summary>What of it could not be used.</summary>
    public required Marks Marks { get; init; }
}
