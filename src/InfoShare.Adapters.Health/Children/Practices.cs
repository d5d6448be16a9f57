using InfoShare.Adapters.Health.Fhir;

namespace InfoShare.Adapters.Health.Children;

/// <summary>One GP practice of a Patient.</summary>
/// <param name="Ods">Its ODS code, upper case.</param>
/// <param name="From">First day of the registration, where its identifier has a period.</param>
/// <param name="To">Last day, likewise.</param>
internal sealed record Practice(string Ods, DateOnly? From, DateOnly? To);

/// <summary>Reads GP practices: references to an Organization or PractitionerRole of the bundle, or an identifier alone.</summary>
internal static class Practices
{
    /// <summary>The practices that <c>Patient.generalPractitioner</c> names, in order, each once.</summary>
    public static IReadOnlyList<Practice> Of(FhirNode patient, FhirBundle bundle, Marks marks) =>
        [.. patient.Each("generalPractitioner").Select(gp => One(gp, patient, bundle, marks)).OfType<Practice>().DistinctBy(p => p.Ods)];

    private static Practice? One(FhirNode reference, FhirNode patient, FhirBundle bundle, Marks marks)
    {
        if (Organisations.OdsOf(reference, patient, bundle).Select(ods => ods.ToUpperInvariant()).FirstOrDefault() is not { } ods)
            return null;
        if (ods.Length is < 3 or > 10 || !ods.All(char.IsAsciiLetterOrDigit))
        {
            marks.Add(reference.Path, "must be an ODS code of 3 to 10 letters and digits");
            return null;
        }

        var period = reference.At("identifier")?.At("period");
        return new(ods, period?.Day("start", marks), period?.Day("end", marks));
    }
}
