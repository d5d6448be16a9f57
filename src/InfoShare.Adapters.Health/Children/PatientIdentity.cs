using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>Reads who a Patient is.</summary>
internal static class PatientIdentity
{
    private const int MostIdentifiers = 20;
    private const int MostLanguages = 10;
    private const int LongestIdentifier = 40;

    public static IdentityPart Read(FhirNode patient, Age age, Marks marks)
    {
        var birth = age == Age.Unknown ? null : patient.Day("birthDate", marks);
        return new()
        {
            Identifiers = [.. Identifiers(patient, marks)],
            Names = PatientNames.Read(patient, marks),
            DateOfBirth = age == Age.Expected ? null : birth,
            ExpectedDateOfBirth = age == Age.Expected ? birth : null,
            DateOfDeath = patient.Day("deceasedDateTime", marks),
            Sex = ReadSex(patient, marks),
            CommunicationNeeds = [.. Languages(patient, marks).Take(MostLanguages)],
        };
    }

    private static IEnumerable<Identifier> Identifiers(FhirNode patient, Marks marks)
    {
        var given = patient.Each("identifier").Where(i => i.Text("value") is not null).ToList();
        var replaced = given.Exists(i => IsNhs(i) && !IsOld(i));
        var nhs = given.Where(IsNhs).OrderBy(IsOld).Select(i => NhsNumbers.Of(i.At("value")!.Value, IsVerified(i), marks) switch
        {
            { } number when replaced && IsOld(i) => number with { System = IdentifierSystem.FormerNhsNumber },
            var number => number,
        });
        var local = given.Where(i => !IsNhs(i) && !OwnIdentifiers.IsOwn(i)).OrderBy(i => i.Text("use") == "old").Take(1).Select(i => LocalOf(i, marks));
        return nhs.Take(MostIdentifiers - 1).Concat(local).Concat(OwnIdentifiers.In(given, marks)).OfType<Identifier>().Take(MostIdentifiers);
    }

    private static bool IsOld(FhirNode identifier) => identifier.Text("use") == "old";

    private static bool IsNhs(FhirNode identifier) =>
        string.Equals(identifier.Text("system"), FhirSystems.NhsNumber, StringComparison.OrdinalIgnoreCase);

    private static Identifier? LocalOf(FhirNode identifier, Marks marks) =>
        marks.Fitting(identifier.Text("value"), LongestIdentifier, identifier.Field("value")) is { } fitting
            ? new() { System = IdentifierSystem.Local, Value = fitting, Status = IdentifierStatus.Present }
            : null;

    /// <summary>01 in England's list; older files say it in words.</summary>
    private static bool IsVerified(FhirNode identifier) =>
        identifier.Each("extension").Where(e => e.Text("url") is FhirSystems.VerificationExtension or FhirSystems.Stu3VerificationExtension)
            .SelectMany(e => e.Codings("valueCodeableConcept"))
            .Any(c => c.Code is "01" or "number-present-and-verified");

    private static Sex? ReadSex(FhirNode patient, Marks marks)
    {
        if (patient.At("gender") is not { } gender)
            return null;
        switch (gender.AsText())
        {
            case "female": return Sex.Female;
            case "male": return Sex.Male;
            case "other" or "unknown": return Sex.Unknown;
            default:
                marks.Add(gender.Path, "must be male, female, other or unknown");
                return null;
        }
    }

    private static IEnumerable<string> Languages(FhirNode patient, Marks marks) =>
        patient.Each("communication")
            .Select(c => marks.Fitting(c.Words("language"), 200, c.Field("language")))
            .OfType<string>()
            .Distinct();
}
