namespace InfoShare.Tests.Health;

/// <summary>Small fictional signals of the NHS Multicast Notification Service, in each of its forms.</summary>
internal static class Signals
{
    public const string Id = "00000000-0000-4000-8000-00000000000a";

    public static string Version2(string type, string subject = "9990123454") => $$"""
        {"specversion":"1.0","id":"{{Id}}","source":"https://fhir.nhs.uk/Id/nhsSpineASID/000000000000","type":"{{type}}","time":"2026-11-20T09:00:00Z",
         "dataref":"https://example.org/Patient/{{subject}}","subject":"{{subject}}"}
        """;

    public static string Version1(string type = "pds-change-of-gp-1", string born = "2016-05-14", string registration = "3") => $$"""
        {"id":"{{Id}}","type":"{{type}}","subject":{"dob":"{{born}}","familyName":"TESTPERSON","nhsNumber":"9990123454"},
         "source":{"name":"Sample","identifier":{"system":"https://fhir.nhs.uk/Id/nhsSpineASID","value":"000000000000"} },"time":"2026-11-20T09:00:00.000Z",
         "data":{"versionId":"W/\"2\"","fullUrl":"https://example.org/Patient/9990123454","registrationEncounterCode":"{{registration}}","odsCode":"z99999"} }
        """;

    public static string Fhir(string type, string? patient = null) => $$"""
        {"resourceType":"Bundle","id":"{{Id}}","type":"history","timestamp":"2026-11-20T09:00:00Z","entry":[{"fullUrl":"urn:uuid:{{Id}}","resource":
          {"resourceType":"Parameters","id":"{{Id}}","meta":{"profile":["http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-status-r4"]},
           "parameter":[{"name":"subscription","valueReference":{"reference":"https://example.org/subscriptions"} },{"name":"status","valueCode":"active"},{"name":"type","valueCode":"event-notification"},
            {"name":"notification-event","part":[{"name":"event-number","valueString":"1"},{"name":"timestamp","valueInstant":"2026-11-20T09:00:00Z"}]},
            {"name":"additional-context","part":[{"name":"event-type","valueString":"{{type}}"},{"name":"source","valueUri":"https://example.org"},
             {"name":"subject","valueReference":{"identifier":{"value":"9990123454"} } },{"name":"version-id","valueString":"W/\"4\""}]}]} }
         {{(patient is null ? "" : $",{{\"resource\":{patient}}}")}}]}
        """;
}
