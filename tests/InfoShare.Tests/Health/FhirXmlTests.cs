using System.Text;
using InfoShare.Adapters.Health.Fhir;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.Health.Bundles;

namespace InfoShare.Tests.Health;

public sealed class FhirXmlTests
{
    private const string Head = """
        <Bundle xmlns="http://hl7.org/fhir"><!-- a comment --><id value="b1"/><type value="message"/><timestamp value="2026-11-20T12:00:00Z"/>
        <entry><resource><MessageHeader><eventCoding><code value="any"/></eventCoding><source><endpoint value="https://example.org/sender"/></source></MessageHeader></resource></entry>
        """;

    private const string Child = """
        <entry><fullUrl value="urn:uuid:00000000-0000-4000-8000-000000000001"/><resource><Patient>
          <id value="p1"/>
          <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Narrative that nobody reads</p></div></text>
          <contained><Organization><id value="gp"/><identifier><system value="https://fhir.nhs.uk/Id/ods-organization-code"/><value value="Z99999"/></identifier></Organization></contained>
          <name><family value="Testperson"/><given value="Robin"/><given value="Sam"/></name>
          <birthDate value="2016-05-14"><extension url="http://hl7.org/fhir/StructureDefinition/patient-birthTime"><valueDateTime value="2016-05-14T20:12:00+00:00"/></extension></birthDate>
          <generalPractitioner><reference value="#gp"/></generalPractitioner>
        </Patient></resource></entry>
        """;

    private const string Flagged = """
        <entry><resource><Flag><id value="f1"/><status value="active"/>
          <code><coding><system value="http://snomed.info/sct"/><code value="836881000000105"/></coding></code>
          <subject><reference value="urn:uuid:00000000-0000-4000-8000-000000000001"/></subject></Flag></resource></entry>
        """;

    private const string Sound = Head + Child + Flagged + "</Bundle>";

    private static ConcernRaised Concern(string xml) =>
        Assert.IsType<ConcernRaised>(Assert.Single(Assert.IsType<RecordTranslation.Messages>(
            Assert.Single(Assert.IsType<FileTranslation.Readable>(Reading.Translate(xml.Utf8())).Records)).Drafts).Data);

    [Fact]
    public void Xml_is_read_as_its_json_would_be()
    {
        var concern = Concern(Sound);

        Assert.Equal(["Robin", "Sam"], concern.Parts.Identity!.Names[0].Given);
        Assert.Equal(new DateOnly(2016, 5, 14), concern.Parts.Identity.DateOfBirth);
        Assert.Equal("Z99999", concern.Parts.Medical!.GpPractice);
        Assert.Equal("Child is cause for safeguarding concern", concern.Parts.Incident!.Facts);
        Assert.Empty(concern.Marks);
    }

    [Theory]
    [InlineData("own", "fhir-concern-message.json")]
    [InlineData("health", "bars-booking.json")]
    [InlineData("health", "bars-validation-request.json")]
    [InlineData("health", "bars-validation-request-response.json")]
    [InlineData("health", "bars-validation-response.json")]
    public void A_real_bundle_written_as_xml_gives_the_same(string folder, string file)
    {
        var json = File.ReadAllText(Inputs.Require(folder, file));

        Assert.Equal(Reading.Written(Reading.Translate(json.Utf8())), Reading.Written(Reading.Translate(FhirXmlWriter.Of(json))));
    }

    [Fact]
    public void A_bundle_with_marks_and_problems_names_the_same_places_in_both()
    {
        var json = Message(
            Patient.Set("birthDate", "\"2016-02-31\"").Set("address", """[{"use":"zzz","line":["1 Imaginary Lane"]}]"""), Flag(), Narrative.Set("payload", """[{"contentReference":{"reference":"x"}}]"""));

        var written = Reading.Written(Reading.Translate(json.Utf8()));

        Assert.Contains("address[0].use", written, StringComparison.Ordinal);
        Assert.Equal(written, Reading.Written(Reading.Translate(FhirXmlWriter.Of(json))));
    }

    [Fact]
    public void A_prefix_another_encoding_or_no_namespace_changes_nothing()
    {
        var expected = Reading.Written(Reading.Translate(Sound.Utf8()));
        var prefixed = Sound.Replace("<", "<f:", StringComparison.Ordinal).Replace("<f:/", "</f:", StringComparison.Ordinal)
            .Replace("<f:!--", "<!--", StringComparison.Ordinal).Replace("xmlns=\"http://hl7.org/fhir\"", "xmlns:f=\"http://hl7.org/fhir\"", StringComparison.Ordinal);

        Assert.Equal(expected, Reading.Written(Reading.Translate(prefixed.Utf8())));
        Assert.Equal(expected, Reading.Written(Reading.Translate([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sound)])));
        Assert.Equal(expected, Reading.Written(Reading.Translate(Sound.Replace(" xmlns=\"http://hl7.org/fhir\"", "", StringComparison.Ordinal).Utf8())));
    }

    [Fact]
    public void A_value_that_is_absent_with_a_reason_is_absent()
    {
        const string Unknown = """<birthDate><extension url="http://hl7.org/fhir/StructureDefinition/data-absent-reason"><valueCode value="unknown"/></extension></birthDate>""";
        var birth = Child[Child.IndexOf("<birthDate", StringComparison.Ordinal)..(Child.IndexOf("</birthDate>", StringComparison.Ordinal) + "</birthDate>".Length)];

        var concern = Concern(Sound.Replace(birth, Unknown, StringComparison.Ordinal));

        Assert.Null(concern.Parts.Identity!.DateOfBirth);
        Assert.Equal("is required to know the age; counted as a child", Assert.Single(concern.Marks).Problem);
    }

    [Fact]
    public void Values_keep_their_text_and_what_belongs_to_them_stands_beside_them()
    {
        var (root, _) = FhirDocument.Parse("""
            <Observation xmlns="http://hl7.org/fhir"><valueQuantity><value value="1.00"/></valueQuantity>
            <note id="n1"><text value="a"><extension url="u"><valueBoolean value="true"/></extension></text></note>
            <given/><given value="b"><extension url="v"><valueCode value="c"/></extension></given></Observation>
            """.Utf8(), "Observation");

        Assert.Equal(
            """{"resourceType":"Observation","valueQuantity":{"value":"1.00"},"note":{"id":"n1","text":"a","_text":{"extension":{"url":"u","valueBoolean":"true"}}},"given":[null,"b"],"_given":[null,{"extension":{"url":"v","valueCode":"c"}}]}""",
            root!.Value.GetRawText());
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "<!DOCTYPE Bundle [<!ENTITY name SYSTEM \"file:///etc/passwd\">]>" + Sound, "must not have a document type declaration" },
        { Sound[..^20], "must be well-formed XML in the encoding that it declares (line 11)" },
        { Sound.Replace("</family>", "", StringComparison.Ordinal).Replace("<family value=\"Testperson\"/>", "<family value=\"Testperson\">", StringComparison.Ordinal), "must be well-formed XML in the encoding that it declares (line 6)" },
        { "<?xml version=\"1.0\" encoding=\"Testperson\"?>" + Sound, "must be well-formed XML in the encoding that it declares (line 1)" },
        { string.Concat(Enumerable.Repeat("<extension>", 100_000)), "must not be nested deeper than 64 levels" },
        { "<Bundle>" + string.Concat(Enumerable.Repeat("<a/>", 400_001)) + "</Bundle>", "must not have more than 400000 elements" },
        { "<Bundle>" + new string(' ', 9 * 1024 * 1024) + "</Bundle>", "must not be larger than 8192 KiB" },
        { "<Message><Header/></Message>", "must be Bundle" },
        { Sound.Replace("\"message\"", "\"history\"", StringComparison.Ordinal), "must be message" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_sound_xml_bundle_is_unreadable_and_repeats_nothing(string xml, string problem) =>
        Assert.Equal(problem, Reading.Unreadable(xml.Utf8()).Problem);
}
