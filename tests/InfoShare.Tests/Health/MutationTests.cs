using System.Text.Json.Nodes;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.Health.Bundles;

namespace InfoShare.Tests.Health;

/// <summary>Breaks sound bundles in many ways, always the same ones: no input may throw, lose a record or put a value into a problem.</summary>
public sealed class MutationTests
{
    private const int Rounds = 2_000;

    private static readonly string[] Canaries = ["Canaryname", "Canarytown", "9990123454", "2016-05-14", "CA99 9ZZ"];

    private static readonly string?[] Replacements =
        [null, "null", "1", "true", "\"\"", "\"zzz\"", "[]", "{}", "[null]", "[{}]", "\"2015-02-31\"", "\"#x\"", "{\"reference\":\"Patient/p1\"}", "1e400", "\"\\u0000\""];

    private static readonly string Rich = With(
        """
        "sender":{"reference":"Organization/o1"}
        """,
        Patient.Replace("Testperson", "Canaryname", StringComparison.Ordinal)
            .Set("address", """[{"use":"old","line":["Canarytown"],"postalCode":"CA99 9ZZ","period":{"start":"2019-01-01","end":"2026-11-15"}},{"use":"home","line":["3 Canarytown"],"postalCode":"IP99 9ZZ","period":{"start":"2026-11-15"}}]""")
            .Set("generalPractitioner", """[{"reference":"Organization/o1"}]"""),
        Flag(), Flag(OnPlan, id: "f2"), Narrative.Set("about", """[{"reference":"Flag/f1"}]"""),
        """{"resourceType":"Organization","id":"o1","identifier":[{"system":"https://fhir.nhs.uk/Id/ods-organization-code","value":"ZZ999"}],"name":"Sample Trust","telecom":[{"system":"phone","value":"01632 960001"}]}""",
        """{"resourceType":"Consent","id":"c1","status":"active","patient":{"reference":"Patient/p1"},"dateTime":"2026-11-20","provision":{"type":"deny"}}""",
        """{"resourceType":"Appointment","status":"noshow","start":"2026-11-10T09:00:00Z","participant":[{"actor":{"reference":"Patient/p1"}}]}""");

    [Fact]
    public void Broken_bytes_never_throw()
    {
        var random = new Random(20261120);
        var sources = Sources();
        for (var round = 0; round < Rounds; round++)
        {
            var source = sources[round % sources.Count];
            var bytes = round % 3 == 0 ? FhirXmlWriter.Of(source) : source.Utf8();
            for (var i = random.Next(1, 4); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Accounting.Check(Reading.Translate(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes), Canaries, round);
        }
    }

    [Fact]
    public void Broken_elements_never_throw_and_every_record_is_accounted_for()
    {
        var random = new Random(20261121);
        var sources = Sources();
        for (var round = 0; round < Rounds; round++)
        {
            var root = JsonNode.Parse(sources[round % sources.Count])!;
            for (var i = random.Next(1, 4); i > 0; i--)
                Break(root, random);
            Accounting.Check(Reading.Translate(round % 2 == 0 ? root.ToJsonString().Utf8() : FhirXmlWriter.Of(root.ToJsonString())), Canaries, round);
        }
    }

    private static List<string> Sources()
    {
        var own = Inputs.Path("own", "fhir-concern-message.json");
        return File.Exists(own) ? [Rich, File.ReadAllText(own)] : [Rich];
    }

    private static void Break(JsonNode root, Random random)
    {
        var nodes = Descendants(root).ToList();
        var node = nodes[random.Next(nodes.Count)];
        var replacement = Replacements[random.Next(Replacements.Length)];
        switch (node.Parent)
        {
            case JsonObject parent when replacement is null: parent.Remove(node.GetPropertyName()); break;
            case JsonObject parent: parent[node.GetPropertyName()] = JsonNode.Parse(replacement); break;
            case JsonArray parent when replacement is null: parent.Add(node.DeepClone()); break;
            case JsonArray parent: parent[node.GetElementIndex()] = JsonNode.Parse(replacement); break;
        }
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject o => o.Select(p => p.Value),
            JsonArray a => a,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(c => Descendants(c).Prepend(c));
    }
}
