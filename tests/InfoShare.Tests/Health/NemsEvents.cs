namespace InfoShare.Tests.Health;

/// <summary>Fictional events of the National Events Management Service, with the traps of the NHS's own examples: full URLs without urn:uuid, birth dates that differ, no address text.</summary>
internal static class NemsEvents
{
    public const string Old = """
        <address><use value="old"/><line value="12 INVENTED ROW"/><line value="SAMPLETOWN"/><postalCode value="CA99 9ZZ"/><period><start value="2019-10-02"/><end value="2026-11-15"/></period></address>
        """;

    public const string Home = """
        <address><use value="home"/><line value="3 IMAGINARY LANE"/><line value="SAMPLEFORD"/><postalCode value="IP99 9ZZ"/><period><start value="2026-11-15"/></period></address>
        """;

    public const string NewPractice = """<generalPractitioner><reference value="urn:uuid:00000000-0000-4000-8000-000000000003"/></generalPractitioner>""";

    public const string OldPractice = """
        <entry><resource><EpisodeOfCare><status value="finished"/><patient><reference value="urn:uuid:00000000-0000-4000-8000-000000000002"/></patient>
          <managingOrganization><reference value="urn:uuid:00000000-0000-4000-8000-000000000004"/></managingOrganization><period><end value="2026-11-01T15:00:00+00:00"/></period></EpisodeOfCare></resource></entry>
        """;

    public static string Address(params string[] addresses) => Event("pds-change-of-address-1", string.Concat(addresses));

    public static string Practice(string patient = NewPractice, string more = OldPractice) => Event("pds-change-of-gp-1", patient, more);

    public static string Event(string type, string patient = "", string more = "") => $"""
        <Bundle xmlns="http://hl7.org/fhir"><id value="{Signals.Id}"/><meta><profile value="http://hl7.org/fhir/STU3/StructureDefinition/Bundle"/></meta><type value="message"/>
        <!--Entry for MessageHeader-->
        <entry><fullUrl value="00000000-0000-4000-8000-000000000001"/><resource><MessageHeader>
          <extension url="https://fhir.nhs.uk/STU3/StructureDefinition/Extension-RoutingDemographics-1">
            <extension url="nhsNumber"><valueIdentifier><system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="9990123454"/></valueIdentifier></extension>
            <extension url="birthDateTime"><valueDateTime value="2014-05-14T12:00:00+00:00"/></extension></extension>
          <extension url="https://fhir.nhs.uk/STU3/StructureDefinition/Extension-MessageEventType-1"><valueCodeableConcept><coding><code value="new"/></coding></valueCodeableConcept></extension>
          <event><system value="https://fhir.nhs.uk/STU3/CodeSystem/EventType-1"/><code value="{type}"/></event><timestamp value="2026-11-16T15:00:00+00:00"/>
          <source><endpoint value="urn:nhs:addressing:asid:000000000000"/></source>
          <responsible><reference value="https://example.org/STU3/Organization/X99"/></responsible></MessageHeader></resource></entry>
        <entry><fullUrl value="00000000-0000-4000-8000-000000000002"/><resource><Patient>
          <identifier><extension url="https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-NHSNumberVerificationStatus-1"><valueCodeableConcept><coding><code value="01"/></coding></valueCodeableConcept></extension>
            <system value="https://fhir.nhs.uk/Id/nhs-number"/><value value="9990123454"/></identifier>
          <name><use value="official"/><family value="TESTPERSON"/><given value="Robin"/></name><gender value="male"/><birthDate value="2016-05-14"/>{patient}</Patient></resource></entry>
        <entry><fullUrl value="urn:uuid:00000000-0000-4000-8000-000000000003"/><resource><Organization><identifier><system value="https://fhir.nhs.uk/Id/ods-organization-code"/><value value="Z99992"/></identifier></Organization></resource></entry>
        <entry><fullUrl value="urn:uuid:00000000-0000-4000-8000-000000000004"/><resource><Organization><identifier><system value="https://fhir.nhs.uk/Id/ods-organization-code"/><value value="Z99991"/></identifier></Organization></resource></entry>
        {more}</Bundle>
        """;
}
