using System.Text.Json.Nodes;
using InfoShare.Adapters.Health;
using InfoShare.Contracts.Deliveries;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Health;

public sealed class DeliveryFormatTests
{
    private static byte[] Bytes(Delivery delivery) => new FhirDeliveryFormat().Write(delivery.Enveloped()).Content;

    private static JsonArray Entries(Delivery delivery) => JsonNode.Parse(Bytes(delivery))!["entry"]!.AsArray();

    private static JsonNode? Find(Delivery delivery, string type) =>
        Entries(delivery).Select(e => e!["resource"]).SingleOrDefault(r => (string?)r!["resourceType"] == type);

    private static string Text(Delivery delivery) =>
        string.Join('\n', Find(delivery, "Communication")!["payload"]!.AsArray().Select(p => (string?)p!["contentString"]));

    [Fact]
    public void An_independent_validator_takes_every_kind_of_delivery()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-fhir-");
        try
        {
            foreach (var delivery in Deliveries.All)
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{delivery.DeliveryId}.fhir.json"), Bytes(delivery));
            File.WriteAllBytes(Path.Combine(folder.FullName, "refused.json"), OperationOutcomes.For(400, [new("Bundle.type", "must be message")]));
            File.WriteAllBytes(Path.Combine(folder.FullName, "accepted.json"), OperationOutcomes.Accepted(["m1"]));

            var answer = NodeScript.Run("validate-fhir.mjs", folder.FullName);

            Assert.True(answer.ExitCode == 0, answer.Output);
            Assert.Contains($"{Deliveries.All.Count + 2} files, 0 problems", answer.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_independent_validator_refuses_a_broken_bundle()
    {
        var bundle = JsonNode.Parse(Bytes(Deliveries.Rich))!;
        bundle["entry"]![1]!["resource"]!["status"] = "zzz";
        bundle["entry"]![3]!["resource"]!.AsObject().Remove("status");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, bundle.ToJsonString());

            var answer = NodeScript.Run("validate-fhir.mjs", file);

            Assert.Equal(1, answer.ExitCode);
            Assert.Contains("Flag.status: not in its value set", answer.Output, StringComparison.Ordinal);
            Assert.Contains("Missing required property", answer.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(nameof(Deliveries.Rich), "concern-raised", "MessageHeader Flag Patient Communication Task Organization")]
    [InlineData(nameof(Deliveries.Minimal), "concern-raised", "MessageHeader Flag Patient Communication Organization")]
    [InlineData(nameof(Deliveries.Unborn), "concern-raised", "MessageHeader Flag Patient Communication Task Organization")]
    [InlineData(nameof(Deliveries.Move), "child-moved-area", "MessageHeader Patient Communication Organization")]
    [InlineData(nameof(Deliveries.Correction), "correction", "MessageHeader Flag Patient Communication Task Organization")]
    [InlineData(nameof(Deliveries.Notice), "notice", "MessageHeader Communication Organization")]
    [InlineData(nameof(Deliveries.Answer), "answer", "MessageHeader Communication Organization")]
    public void Each_kind_has_its_event_and_its_resources(string name, string code, string resources)
    {
        var delivery = (Delivery)typeof(Deliveries).GetField(name)!.GetValue(null)!;

        Assert.Equal(resources, string.Join(' ', Entries(delivery).Select(e => (string?)e!["resource"]!["resourceType"])));
        Assert.Equal(code, (string?)Find(delivery, "MessageHeader")!["eventCoding"]!["code"]);
    }

    [Fact]
    public void A_repeat_is_byte_for_byte_the_same_and_another_delivery_has_other_ids()
    {
        Assert.Equal(Bytes(Deliveries.Rich), Bytes(Deliveries.Rich));
        var ids = new[] { Deliveries.Rich, Deliveries.Correction }.SelectMany(d => Entries(d).Select(e => (string?)e!["fullUrl"])).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(nameof(Deliveries.Rich), Bundles.OnPlan)]
    [InlineData(nameof(Deliveries.Minimal), Bundles.ChildIsConcern)]
    [InlineData(nameof(Deliveries.Unborn), Bundles.UnbornIsConcern)]
    public void The_code_of_the_flag_follows_the_released_facts(string name, string code)
    {
        var delivery = (Delivery)typeof(Deliveries).GetField(name)!.GetValue(null)!;

        Assert.Equal(code, (string?)Find(delivery, "Flag")!["code"]!["coding"]![0]!["code"]);
    }

    [Fact]
    public void A_withheld_address_is_said_to_be_masked_and_nothing_more()
    {
        var address = Assert.Single(Find(Deliveries.Withheld, "Patient")!["address"]!.AsArray());

        Assert.Equal(["extension"], address!.AsObject().Select(p => p.Key));
        Assert.Contains("address: restricted", Text(Deliveries.Withheld), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restricted_address_keeps_the_area_and_marks_the_patient()
    {
        var patient = Find(Deliveries.Restricted, "Patient")!;
        var address = Assert.Single(patient["address"]!.AsArray())!;

        Assert.Equal(("E10000029", "masked"), ((string?)address["district"], (string?)address["extension"]![0]!["valueCode"]));
        Assert.Null(address["line"]);
        Assert.Equal("R", (string?)patient["meta"]!["security"]![0]!["code"]);
    }

    [Fact]
    public void Only_the_kind_of_agency_is_named_as_the_sender()
    {
        var organisation = Find(Deliveries.Rich, "Organization")!;

        Assert.Equal("Education agency", (string?)organisation["name"]);
        Assert.Null(organisation["identifier"]);
    }

    [Fact]
    public void A_number_that_failed_its_check_is_not_written_as_a_good_one() =>
        Assert.Equal(
            ["https://fhir.nhs.uk/Id/nhs-number", "https://infoshare.local/Id/upn-check-failed"],
            Find(Deliveries.Rich, "Patient")!["identifier"]!.AsArray().Select(i => (string?)i!["system"]));

    [Fact]
    public void Every_released_part_and_every_ground_is_readable()
    {
        var text = Text(Deliveries.Rich);

        string[] said = ["Invented facts.", "Invented words.", "Invented note.", "999999", "81.5", "neighbour", "01632 960001", "sister, Alex",
            "child-protection", "uk-gdpr-6-1-e", "front-door", "no-onward-sharing", "in danger now", "4, significant harm", "something in it was masked"];
        Assert.All(said, s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.DoesNotContain('\u0001', text);
    }

    [Fact]
    public void A_notice_says_only_that_something_changed()
    {
        var all = System.Text.Encoding.UTF8.GetString(Bytes(Deliveries.Notice with { Parts = Deliveries.Rich.Parts }));

        Assert.Contains("has changed", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Testperson", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Invented", all, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_level_asks_for_an_answer_as_urgently_as_significant_harm()
    {
        Assert.Equal(("urgent", "requested", "order"), Find(Deliveries.Withheld, "Task") is { } task ? ((string?)task["priority"], (string?)task["status"], (string?)task["intent"]) : default);
        Assert.Equal("2026-11-20T16:00:00+00:00", (string?)Find(Deliveries.Rich, "Task")!["restriction"]!["period"]!["end"]);
    }
}
