namespace InfoShare.Adapters.Health.Fhir;

/// <summary>Systems and extensions that this adapter reads or writes. Sources: NHS England FHIR, UK Core, HL7 terminology; the last block is ours.</summary>
internal static class FhirSystems
{
    public const string NhsNumber = "https://fhir.nhs.uk/Id/nhs-number";
    public const string OdsOrganisation = "https://fhir.nhs.uk/Id/ods-organization-code";
    public const string HttpErrors = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    public const string VerificationExtension = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";
    public const string Stu3VerificationExtension = "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-NHSNumberVerificationStatus-1";
    public const string VerificationStatus = "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland";
    public const string AddressKeyExtension = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey";
    public const string AddressKeyType = "https://fhir.hl7.org.uk/CodeSystem/UKCore-AddressKeyType";

    public const string Snomed = "http://snomed.info/sct";
    public const string Loinc = "http://loinc.org";
    public const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    public const string FlagCategory = "http://terminology.hl7.org/CodeSystem/flag-category";
    public const string CommunicationCategory = "http://terminology.hl7.org/CodeSystem/communication-category";
    public const string DataAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    public const string Broker = "https://infoshare.local/broker";
    public const string Events = "https://infoshare.local/CodeSystem/message-events";
    public const string Reasons = "https://infoshare.local/CodeSystem/message-reason";
    public const string Levels = "https://infoshare.local/CodeSystem/level-of-need";
    public const string Roles = "https://infoshare.local/CodeSystem/roles";
    public const string LawfulBasis = "https://infoshare.local/CodeSystem/lawful-basis";
    public const string DeliveryId = "https://infoshare.local/Id/delivery-id";
    public const string AboutId = "https://infoshare.local/Id/about";
    public const string OtherIds = "https://infoshare.local/Id/";

    /// <summary>Organisation and site codes, in the spellings seen: case and <c>organisation</c> differ between real files.</summary>
    public static bool IsOds(string? system) =>
        system is not null && (system.EndsWith("/ods-organization-code", StringComparison.OrdinalIgnoreCase)
            || system.EndsWith("/ods-organisation-code", StringComparison.OrdinalIgnoreCase)
            || system.EndsWith("/ods-site-code", StringComparison.OrdinalIgnoreCase));
}
