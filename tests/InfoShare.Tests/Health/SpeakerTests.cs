using InfoShare.Adapters.Translation;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class SpeakerTests
{
    private static string Organisation(string ods) => $$"""{"resourceType":"Organization","id":"o1","identifier":[{"system":"https://fhir.nhs.uk/id/ods-organisation-code","value":"{{ods}}"}]}""";

    private static RecordTranslation Sent(string header, string organisation) => Assert.Single(Records(With(header, Patient, Flag(), Organisation(organisation))));

    [Fact]
    public void A_sender_that_the_adapter_serves_speaks()
    {
        var record = Sent("""
            "sender":{"reference":"Organization/o1"}
            """, "zz998");

        Assert.Equal("ods/ZZ998", Assert.Single(Assert.IsType<RecordTranslation.Messages>(record).Drafts).From.Id);
    }

    [Theory]
    [InlineData("\"sender\":{\"reference\":\"Organization/o1\"}", "Bundle.entry[0].resource.sender")]
    [InlineData("\"responsible\":{\"reference\":\"Organization/o1\"}", "Bundle.entry[0].resource.responsible")]
    [InlineData("\"sender\":{\"identifier\":{\"system\":\"https://fhir.nhs.uk/Id/ods-organization-code\",\"value\":\"RXX\"}}", "Bundle.entry[0].resource.sender")]
    public void A_sender_that_the_adapter_does_not_serve_is_kept_back(string header, string field)
    {
        var quarantined = Assert.IsType<RecordTranslation.Quarantined>(Sent(header, "RXX"));

        Assert.Equal(field, Assert.Single(quarantined.Problems).Field);
    }

    [Fact]
    public void Where_only_the_author_is_named_the_author_speaks()
    {
        var flag = Flag().Set("author", """{"reference":"Organization/o1"}""");

        Assert.Equal("ods/ZZ998", Assert.Single(Drafts(Patient, flag, Organisation("ZZ998"))).From.Id);
        Assert.Equal("Bundle.entry[2].resource.author", Quarantined(Patient, flag, Organisation("RXX")).Field);
    }

    [Fact]
    public void Where_nobody_is_named_the_first_organisation_speaks() =>
        Assert.Equal("ods/ZZ999", Assert.Single(Drafts(Patient, Flag())).From.Id);

    [Fact]
    public void An_adapter_that_serves_nobody_sends_nothing() =>
        Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Records(Message(Patient, Flag()), Context with { Organisations = [] })));
}
