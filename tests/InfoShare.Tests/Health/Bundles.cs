using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfoShare.Tests.Health;

/// <summary>Small fictional message bundles. Nobody in them exists.</summary>
internal static class Bundles
{
    public const string ChildIsConcern = "836881000000105";
    public const string UnbornIsConcern = "878111000000109";
    public const string ChildInFamily = "1064961000000107";
    public const string OnPlan = "342191000000101";

    public const string Patient = """
        {"resourceType":"Patient","id":"p1",
         "identifier":[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990123454"}],
         "name":[{"use":"official","family":"Testperson","given":["Robin"]}],"gender":"male","birthDate":"2016-05-14"}
        """;

    public const string Narrative = """
        {"resourceType":"Communication","status":"completed","subject":{"reference":"Patient/p1"},"sent":"2026-11-20T11:45:00Z",
         "payload":[{"contentString":"Invented concern text."}]}
        """;

    public static string Flag(string code = ChildIsConcern, string subject = "Patient/p1", string id = "f1", string status = "active") => $$"""
        {"resourceType":"Flag","id":"{{id}}","status":"{{status}}","code":{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]},
         "subject":{"reference":"{{subject}}"},"period":{"start":"2026-11-20T11:30:00+00:00"} }
        """;

    /// <summary>A message bundle around these resources; each has <c>Type/id</c> to be referred to.</summary>
    public static string Message(params string[] resources) => With(null, resources);

    /// <summary>The same with more elements in its header.</summary>
    public static string With(string? header, params string[] resources)
    {
        var head = $$"""{"resourceType":"MessageHeader","eventCoding":{"system":"https://example.org/events","code":"any"},"source":{"endpoint":"https://example.org/sender"}{{(header is null ? "" : $",{header}")}}}""";
        return $$"""
            {"resourceType":"Bundle","id":"b1","type":"message","timestamp":"2026-11-20T12:00:00Z",
             "entry":[{{string.Join(',', resources.Prepend(head).Select((r, i) => $$"""{"fullUrl":"urn:uuid:00000000-0000-4000-8000-{{i:D12}}","resource":{{r}}}"""))}}]}
            """;
    }

    /// <summary>A copy of a resource in which one element is another.</summary>
    public static string Set(this string resource, string name, string? json)
    {
        var node = JsonNode.Parse(resource)!.AsObject();
        node.Remove(name);
        if (json is not null)
            node.Add(name, JsonNode.Parse(json));
        return node.ToJsonString();
    }

    public static byte[] Utf8(this string json) => Encoding.UTF8.GetBytes(json);
}
