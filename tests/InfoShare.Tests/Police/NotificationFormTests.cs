using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Schema;
using InfoShare.Adapters.Police;
using InfoShare.Adapters.Police.Notifications;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Wire;
using InfoShare.Tests.Docs;
using InfoShare.Tests.Outside;
using Xunit;
using static InfoShare.Tests.Police.Notices;

namespace InfoShare.Tests.Police;

/// <summary>The two forms of the format, their schemas and their description say the same.</summary>
public sealed class NotificationFormTests
{
    private static readonly string Schema = ProjectRoot.Path("src", "InfoShare.Adapters.Police", "Schemas", "child-notification.schema.json");
    private static readonly string XmlSchemaFile = ProjectRoot.Path("src", "InfoShare.Adapters.Police", "Schemas", "child-notification.xsd");

    [Fact]
    public void Both_forms_of_one_notice_give_the_same_messages() =>
        Assert.Equivalent(Drafts(Sample("full.json")), Drafts(Sample("full.xml")), strict: true);

    [Fact]
    public void A_notice_that_keeps_the_schema_is_read_without_a_mark_and_keeps_the_contract()
    {
        var drafts = Drafts(Sample("full.json"));

        Assert.Equal(2, drafts.Count);
        Assert.All(drafts, draft => Assert.Empty(((ConcernRaised)draft.Data).Marks));
        Assert.All(drafts, draft => Assert.Empty(FieldLimits.Check(draft.Data, "")));
    }

    [Fact]
    public void The_full_sample_has_every_field_of_the_schema() =>
        Assert.Empty(SchemaFields().Except(FieldsOf(JsonNode.Parse(Sample("full.json"))!)));

    [Fact]
    public void The_page_describes_every_field_of_the_schema()
    {
        var described = Markdown.Codes(Sources.Text("docs/formats-police.md")).SelectMany(code => code.Split('.')).ToHashSet();

        Assert.Subset(described, SchemaFields());
    }

    [Fact]
    public void The_schema_in_xml_takes_the_full_sample_and_names_the_same_fields()
    {
        Assert.Empty(Refusals(Sample("full.xml")));
        Assert.Empty(SchemaFields().Except(XmlFields()));
        Assert.Empty(XmlFields().Except(["childNotification", "childNotifications"]).Except(SchemaFields()));
    }

    [Theory]
    [InlineData("<levelOfNeed>3</levelOfNeed>", "<levelOfNeed>6</levelOfNeed>")]
    [InlineData("<sentAt>2026-11-20T06:10:00Z</sentAt>", "<sentAt>2026-11-20T06:10:00</sentAt>")]
    [InlineData("<sharing>C</sharing>", "<sharing>D</sharing>")]
    [InlineData("<notificationId>03-PPN-0901</notificationId>", "")]
    public void The_schema_in_xml_refuses_what_the_reader_cannot_use(string good, string bad) =>
        Assert.NotEmpty(Refusals(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sample("full.xml")).Replace(good, bad, StringComparison.Ordinal))));

    [Fact]
    public void Ajv_takes_the_full_sample_by_the_json_schema()
    {
        var answer = NodeScript.Run("validate-json.mjs", Schema, ProjectRoot.Path("tests", "InfoShare.Tests", "Police", "Samples", "full.json"));

        Assert.True(answer.ExitCode == 0, answer.Output);
    }

    [Fact]
    public void Ajv_refuses_a_level_of_need_that_is_none()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Full("levelOfNeed", 6));

            Assert.Contains("levelOfNeed", NodeScript.Run("validate-json.mjs", Schema, file).Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("full.json", true)]
    [InlineData("full.xml", true)]
    public void A_notice_is_recognised_by_its_content(string sample, bool ours) =>
        Assert.Equal(ours, new ChildNotificationTranslator().Recognises("anything", Sample(sample)));

    [Fact]
    public void A_canonical_message_is_left_to_its_own_translator()
    {
        var canonical = File.ReadAllBytes(ProjectRoot.Path("samples", "police-cumberland", "01-domestic-abuse-for-school.json"));

        Assert.IsType<CanonicalTranslator>(PoliceAdapter.Translators.First(t => t.Recognises("a.json", canonical)));
    }

    [Fact]
    public void The_shared_sample_of_a_notice_becomes_one_concern()
    {
        var content = File.ReadAllBytes(Inputs.Require("own", "police-child-notification.json"));
        var later = Context with { At = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero), AsOf = new(2026, 11, 23) };

        var file = Assert.IsType<FileTranslation.Readable>(new ChildNotificationTranslator().Translate(content, later));

        var message = Assert.IsType<RecordTranslation.Messages>(Assert.Single(file.Records));
        Assert.Empty(((ConcernRaised)Assert.Single(message.Drafts).Data).Marks);
    }

    private static HashSet<string> SchemaFields() => SchemaFields(JsonNode.Parse(File.ReadAllText(Schema))!).ToHashSet();

    private static IEnumerable<string> SchemaFields(JsonNode schema) =>
        ((schema["properties"] ?? schema["items"]?["properties"])?.AsObject() ?? [])
            .SelectMany(p => SchemaFields(p.Value!).Prepend(p.Key));

    private static IEnumerable<string> FieldsOf(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => (p.Value is null ? [] : FieldsOf(p.Value)).Prepend(p.Key)),
        JsonArray a => a.SelectMany(item => FieldsOf(item!)),
        _ => [],
    };

    private static HashSet<string> XmlFields() =>
        System.Xml.Linq.XDocument.Load(XmlSchemaFile).Descendants().Where(e => e.Name.LocalName is "element")
            .Select(e => e.Attribute("name")?.Value).OfType<string>().ToHashSet();

    private static List<string> Refusals(byte[] content)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, XmlSchemaFile);
        settings.ValidationEventHandler += (_, e) => problems.Add(e.Message);
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        using var reader = XmlReader.Create(new MemoryStream(content), settings);
        while (reader.Read())
        {
        }

        return problems;
    }
}
