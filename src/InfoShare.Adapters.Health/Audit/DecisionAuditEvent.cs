using System.Text.Json.Nodes;
using InfoShare.Adapters.HandOver.Wording;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Health.Writing;

namespace InfoShare.Adapters.Health.Audit;

/// <summary>
/// Writes a decision as a FHIR R4 AuditEvent: an authorisation by role and consent where an agreement is on file, else by
/// role alone, for which there is no profile. Source: IHE Basic Audit Log Patterns, AuthZconsent.
/// </summary>
public static class DecisionAuditEvent
{
    private const string Profile = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.AuthZconsent";
    private const string Subtypes = "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType";
    private const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";
    private const string Hl7 = "http://terminology.hl7.org/CodeSystem/";

    /// <summary>One line of UTF-8 JSON.</summary>
    public static byte[] Write(RecordedDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var byConsent = decision.Consents.Count > 0;
        return Json.Line(Json.Object(
            ("resourceType", "AuditEvent"),
            ("id", $"decision-{decision.Number}"),
            ("meta", byConsent ? Json.Object(("profile", Json.Array([Profile]))) : null),
            ("type", Json.Coding(Dicom, "110113", "Security Alert")),
            ("subtype", Json.Array([Json.Coding(Subtypes, byConsent ? "AuthZ-Consent" : "AuthZ-Role")])),
            ("action", "E"),
            ("recorded", DeliveryWords.Time(decision.At)),
            ("outcome", decision.Permitted ? "0" : "8"),
            ("outcomeDesc", Json.Text(decision.Why)),
            ("agent", Json.Array([Client(decision), User(decision), Organisation(decision), Authoriser()])),
            ("source", Json.Object(("observer", Broker()), ("type", Json.Array([Json.Coding(Hl7 + "security-source-type", "6", "Security Server")])))),
            ("entity", Json.Array(decision.Consents.Select(Consent).Prepend(Child(decision))))));
    }

    /// <summary>The adapter that asked: a system, known by its participant.</summary>
    private static JsonObject Client(RecordedDecision decision) => Json.Object(
        ("type", Json.Concept(Dicom, "110150", "Application")),
        ("who", Identified("Device", $"{FhirSystems.OtherIds}participant", decision.Sender)),
        ("requestor", false),
        ("network", Json.Object(("address", FhirSystems.Broker), ("type", "5"))));

    /// <summary>A post, never a person.</summary>
    private static JsonObject User(RecordedDecision decision) => Json.Object(
        ("type", Json.Concept($"{Hl7}v3-ParticipationType", "IRCP", "information recipient")),
        ("role", Json.Array([Json.Concept(FhirSystems.Roles, decision.Role)])),
        ("who", Identified("PractitionerRole", $"{FhirSystems.OtherIds}post", $"{decision.Organisation}#{decision.Role}")),
        ("requestor", true),
        ("purposeOfUse", Json.Array(decision.Basis.Select(b => Json.Concept(FhirSystems.LawfulBasis, b)))));

    private static JsonObject Organisation(RecordedDecision decision) => Json.Object(
        ("type", Json.Concept($"{Hl7}v3-RoleClass", "PROV", "healthcare provider")),
        ("who", Identified("Organization", $"{FhirSystems.OtherIds}organisation", decision.Organisation)),
        ("requestor", false));

    private static JsonObject Authoriser() => Json.Object(
        ("type", Json.Concept($"{Hl7}extra-security-role-type", "authserver", "authorization server")),
        ("who", Broker()),
        ("requestor", false));

    private static JsonObject Child(RecordedDecision decision) => Json.Object(
        ("what", decision.ChildToken is { } token
            ? Identified("Patient", $"{FhirSystems.OtherIds}child-token", token)
            : Json.Object(("type", "Patient"), ("display", "no longer on record"))),
        ("type", Json.Coding($"{Hl7}audit-entity-type", "1", "Person")),
        ("role", Json.Coding($"{Hl7}object-role", "1", "Patient")));

    private static JsonObject Consent(string codes) => Json.Object(
        ("what", Json.Object(("type", "Consent"), ("display", codes))),
        ("type", Json.Coding("http://hl7.org/fhir/resource-types", "Consent", "Consent")));

    private static JsonObject Broker() => Identified("Device", "urn:ietf:rfc:3986", FhirSystems.Broker);

    private static JsonObject Identified(string type, string system, string value) =>
        Json.Object(("type", type), ("identifier", Json.Identifier(system, value)));
}
