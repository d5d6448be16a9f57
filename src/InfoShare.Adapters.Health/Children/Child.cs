using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Parts;

namespace InfoShare.Adapters.Health.Children;

/// <summary>The child of one record: a Patient, or the expected child of a Patient who is the mother.</summary>
/// <param name="Patient">The Patient resource.</param>
/// <param name="Age">How old the Patient is.</param>
/// <param name="OfMother">True when the Patient is the mother of the unborn child that is meant.</param>
/// <param name="Marks">What was dropped while the Patient was read.</param>
internal sealed record Child(FhirNode Patient, Age Age, bool OfMother, Marks Marks)
{
    private const int LongestKey = 80;

    /// <summary>The child's part "identity".</summary>
    public IdentityPart Identity { get; } = OfMother ? new() { Sex = Sex.Unknown } : PatientIdentity.Read(Patient, Age, Marks);

    /// <summary>The child's part "address"; null when nothing is said. For an unborn child, where the mother lives.</summary>
    public AddressPart? Address { get; } = PatientAddress.Read(Patient, Marks);

    /// <summary>Whether nothing at all says who this is.</summary>
    public bool IsNobody => !OfMother && Identity is { Identifiers: [], Names: [], DateOfBirth: null, ExpectedDateOfBirth: null };

    /// <summary>
    /// The sender's own key of the child: NHS number, else local identifier, else Patient.id, else name and birth date.
    /// What is only unique at the sender carries the sender's code; an NHS number that fails its check may be a filler
    /// that many children share, so the name goes with it.
    /// </summary>
    public string Key(OrganisationSource from)
    {
        var key = KeyOf(OfMother ? PatientIdentity.Read(Patient, Age, new Marks()) : Identity, Patient.Text("id"), from);
        return Keys.Bounded(OfMother ? $"unborn|{key}" : key, LongestKey);
    }

    /// <summary>As <see cref="Key"/>, of an identity that came without its Patient.</summary>
    public static string KeyOf(IdentityPart who, OrganisationSource from) => Keys.Bounded(KeyOf(who, null, from), LongestKey);

    private static string KeyOf(IdentityPart who, string? patientId, OrganisationSource from) =>
        Numbered(who, IdentifierSystem.NhsNumber) is { Status: not IdentifierStatus.CheckFailed } nhs ? $"nhs|{nhs.Value}"
        : Numbered(who, IdentifierSystem.Local) is { } local ? $"{from.Id}|local|{local.Value}"
        : Numbered(who, IdentifierSystem.NhsNumber) is { } failed ? $"{from.Id}|{failed.Value}|{Named(who)}"
        : patientId is { } id ? $"{from.Id}|Patient/{id}"
        : $"{from.Id}|{Named(who)}";

    private static Identifier? Numbered(IdentityPart who, IdentifierSystem system) =>
        who.Identifiers.Where(i => i.System == system).OrderBy(i => i.Status == IdentifierStatus.CheckFailed).FirstOrDefault();

    private static string Named(IdentityPart who)
    {
        var name = who.Names.Count > 0 ? who.Names[0] : null;
        return $"{name?.Family}|{string.Join(' ', name?.Given ?? [])}|{who.DateOfBirth ?? who.ExpectedDateOfBirth:yyyy-MM-dd}".ToUpperInvariant();
    }
}
