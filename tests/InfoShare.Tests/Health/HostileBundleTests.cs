using System.Diagnostics;
using System.Text;
using InfoShare.Adapters.Health;
using InfoShare.Adapters.Translation;
using Xunit;
using static InfoShare.Tests.Health.Bundles;

namespace InfoShare.Tests.Health;

public sealed class HostileBundleTests
{
    private static readonly string Sound = Message(Patient, Flag(), Narrative);

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "", "Bundle", "must not be empty" },
        { Sound[..^40], "Bundle.entry[3].resource.payload[0]", "must be well-formed JSON (line 6)" },
        { string.Concat(Enumerable.Repeat("""{"entry":""", 1_000)), "", "must not be nested deeper than 64 levels" },
        { new string('[', 1_000), "", "must not be nested deeper than 64 levels" },
        { Sound.Replace("\"gender\"", "\"birthDate\"", StringComparison.Ordinal), "Bundle.entry[1].resource.birthDate", "must not hold a name twice" },
        { Sound.Replace("\"gender\"", "\"Robin Testperson\":1,\"Robin Testperson\"", StringComparison.Ordinal), "Bundle.entry[1].resource.(unknown field)", "must not hold a name twice" },
        { Sound.Replace("Robin", "\\ud800", StringComparison.Ordinal), "Bundle.entry[1].resource.name[0].given", "must not hold half of a surrogate pair" },
        { Sound + "{}", "Bundle", "must be well-formed JSON (line 6)" },
        { "[]", "Bundle.resourceType", "must be Bundle" },
        { "null", "Bundle.resourceType", "must be Bundle" },
        { Patient, "Bundle.resourceType", "must be Bundle" },
        { Sound.Replace("\"message\"", "\"history\"", StringComparison.Ordinal), "Bundle.type", "must be message" },
        { """{"resourceType":"Bundle","type":"message"}""", "Bundle.entry[0].resource", "must be a MessageHeader" },
        { $$"""{"resourceType":"Bundle","type":"message","entry":[{"resource":{{Patient}}}]}""", "Bundle.entry[0].resource", "must be a MessageHeader" },
        { """{"resourceType":"Bundle","type":"message","entry":[{"resource":{"resourceType":"MessageHeader"}}]}""", "Bundle.entry[0].resource.eventCoding.code", "is required, or eventUri" },
        { Sound.Replace("000000000002", "000000000001", StringComparison.Ordinal), "Bundle.entry[2].fullUrl", "must be used once in the bundle" },
        { Message([.. Enumerable.Repeat("{}", 2_000)]), "Bundle.entry", "must not have more than 2000 items" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_message_bundle_is_unreadable_and_says_where(string json, string field, string problem)
    {
        var found = Reading.Unreadable(json.Utf8());

        Assert.Equal(problem, found.Problem);
        if (field.Length > 0)
            Assert.Equal(field, found.Field);
    }

    [Fact]
    public void Other_encodings_and_broken_utf8_are_unreadable()
    {
        byte[][] contents = [Encoding.Unicode.GetBytes(Sound), Encoding.BigEndianUnicode.GetBytes(Sound), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sound)], [.. Sound.Utf8(), 0xC3, 0x28]];

        Assert.All(contents, c => Assert.Equal("must be encoded as UTF-8", Reading.Unreadable(c).Problem));
    }

    [Fact]
    public void A_byte_order_mark_of_utf8_is_taken() =>
        Assert.IsType<FileTranslation.Readable>(Reading.Translate([.. Encoding.UTF8.Preamble, .. Sound.Utf8()]));

    [Fact]
    public void Fifty_megabytes_are_refused_before_they_are_read() =>
        Assert.Equal("must not be larger than 8192 KiB", Reading.Unreadable(new byte[50 * 1024 * 1024]).Problem);

    [Fact]
    public void A_bundle_full_of_resources_that_refer_to_each_other_is_read_in_bounded_time()
    {
        var flags = Enumerable.Range(0, 999).Select(i => Flag(id: $"f{i}"));
        var about = $"[{string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"reference":"Flag/f{{i}}"}"""))}]";
        var said = Enumerable.Range(0, 900).Select(_ => Narrative.Set("about", about).Set("payload", $$"""[{"contentString":"{{new string('x', 500)}}"}]"""));
        var content = Message([Patient, .. flags, .. said]).Utf8();

        var clock = Stopwatch.StartNew();
        Assert.IsType<FileTranslation.Readable>(Reading.Translate(content));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("a.fhir.json", "anything", true)]
    [InlineData("a.json", "\uFEFF \n{\"resourceType\":\"Bundle\"", true)]
    [InlineData("a.json", "{\"entry\":[{\"fullUrl\":\"x\"", true)]
    [InlineData("a.json", "{\"specversion\":\"1.0\",\"data\":{\"entry\":1", false)]
    [InlineData("a.fhir.xml", "anything", true)]
    [InlineData("a.xml", "<Bundle xmlns=\"http://hl7.org/fhir\">", true)]
    [InlineData("a.xml", "\uFEFF<?xml version=\"1.0\"?><!-- any --><f:Bundle xmlns:f=\"http://hl7.org/fhir\">", true)]
    [InlineData("a.xml", "<Message><Header>", false)]
    [InlineData("a.csv", "resourceType", false)]
    public void A_bundle_is_recognised_by_its_name_or_its_start(string name, string start, bool recognised) =>
        Assert.Equal(recognised, new FhirTranslator().Recognises(name, start.Utf8()));
}
