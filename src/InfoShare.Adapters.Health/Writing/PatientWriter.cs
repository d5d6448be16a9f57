using System.Text.Json.Nodes;
using InfoShare.Adapters.Health.Children;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Parts;
using static InfoShare.Adapters.HandOver.Wording.DeliveryWords;

namespace InfoShare.Adapters.Health.Writing;

/// <summary>Writes the Patient: what was released, and where the address was not, that it is masked.</summary>
internal static class PatientWriter
{
    public static JsonObject Write(Delivery delivery, string id)
    {
        var (identity, address, medical) = (delivery.Parts.Identity, delivery.Parts.Address, delivery.Parts.Medical);
        return Json.Object(
            ("resourceType", "Patient"),
            ("id", id),
            ("meta", address?.Restricted == true ? Json.Object(("security", Json.Array([Json.Coding(FhirSystems.Confidentiality, "R", "restricted")]))) : null),
            ("identifier", Json.Array(identity?.Identifiers.Select(Identifier) ?? [])),
            ("name", Json.Array(identity?.Names.Select(Name) ?? [])),
            ("gender", identity?.Sex switch { Sex.Female => "female", Sex.Male => "male", Sex.Unknown => "unknown", _ => null }),
            ("birthDate", identity?.DateOfBirth is { } born ? Day(born) : null),
            ("deceasedDateTime", identity?.DateOfDeath is { } died ? Day(died) : null),
            ("address", Json.Array(Addresses(delivery, address))),
            ("communication", Json.Array(identity?.CommunicationNeeds.Select(n => Json.Object(("language", Json.Object(("text", Json.Text(n)))))) ?? [])),
            ("generalPractitioner", medical?.GpPractice is { } ods
                ? Json.Array([Json.Object(("type", "Organization"), ("identifier", Json.Identifier(FhirSystems.OdsOrganisation, ods)))])
                : null));
    }

    /// <summary>A number that failed its check goes under a system of ours, where nobody takes it for an NHS number.</summary>
    private static JsonObject Identifier(Identifier identifier)
    {
        var failed = identifier.Status == IdentifierStatus.CheckFailed;
        var system = identifier.System == IdentifierSystem.NhsNumber && !failed
            ? FhirSystems.NhsNumber
            : OwnIdentifiers.SystemOf(identifier.System, failed);
        var written = Json.Identifier(system, identifier.Value);
        if (identifier is { System: IdentifierSystem.NhsNumber, Status: IdentifierStatus.Verified or IdentifierStatus.Present })
            written.Insert(0, "extension", Json.Array([Verification(identifier.Status == IdentifierStatus.Verified)]));
        return written;
    }

    private static JsonObject Verification(bool verified) => Json.Object(
        ("url", FhirSystems.VerificationExtension),
        ("valueCodeableConcept", verified
            ? Json.Concept(FhirSystems.VerificationStatus, "01", "Number present and verified")
            : Json.Concept(FhirSystems.VerificationStatus, "02", "Number present but not traced")));

    private static JsonObject? Name(PersonName name) =>
        name is { Family: null, Given: [] } ? null : Json.Object(
            ("use", name.Use switch { NameUse.Official => "official", NameUse.Former => "old", _ => "usual" }),
            ("family", Json.Text(name.Family)),
            ("given", Json.Array(name.Given)));

    private static IEnumerable<JsonNode?> Addresses(Delivery delivery, AddressPart? part) => part switch
    {
        null when delivery.Withheld.Any(w => w.Part == PartName.Address) => [Masked()],
        null => [],
        { Addresses: [], Restricted: true } => [Masked()],
        _ => part.Addresses.Select(Address),
    };

    private static JsonObject Address(Address address)
    {
        var masked = address is { Lines: [], Postcode: null, Uprn: null };
        return Json.Object(
            ("extension", masked ? Json.Array([MaskedReason()]) : address.Uprn is { } uprn ? Json.Array([Uprn(uprn)]) : null),
            ("use", Use(address.Use)),
            ("line", Json.Array(address.Lines)),
            ("district", Json.Text(address.AreaCode)),
            ("postalCode", Json.Text(address.Postcode)),
            ("period", address.From is null && address.To is null ? null : Json.Object(
                ("start", address.From is { } from ? Day(from) : null),
                ("end", address.To is { } to ? Day(to) : null))));
    }

    private static JsonObject Masked() => Json.Object(("extension", Json.Array([MaskedReason()])));

    private static JsonObject MaskedReason() => Json.Object(("url", FhirSystems.DataAbsentReason), ("valueCode", "masked"));

    private static JsonObject Uprn(string uprn) => Json.Object(
        ("url", FhirSystems.AddressKeyExtension),
        ("extension", Json.Array(
        [
            Json.Object(("url", "type"), ("valueCoding", Json.Coding(FhirSystems.AddressKeyType, "UPRN"))),
            Json.Object(("url", "value"), ("valueString", uprn)),
        ])));

    private static string Use(AddressUse? use) => use switch
    {
        AddressUse.Old => "old",
        AddressUse.Temporary => "temp",
        _ => "home",
    };
}
