using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class ChildTests
{
    private const string Nhs = "https://fhir.nhs.uk/Id/nhs-number";

    private static string Numbered(string value, string extra = "") => Patient.Set("identifier", $$"""[{"system":"{{Nhs}}","value":"{{value}}"{{extra}}}]""");

    [Theory]
    [InlineData("9990123454", IdentifierStatus.Present)]
    [InlineData("999 012 3454", IdentifierStatus.Present)]
    [InlineData("3478526985", IdentifierStatus.CheckFailed)]
    [InlineData("0000000000", IdentifierStatus.CheckFailed)]
    [InlineData("12", IdentifierStatus.CheckFailed)]
    public void An_nhs_number_is_kept_and_its_check_digit_said(string value, IdentifierStatus status)
    {
        var concern = Concern(Numbered(value), Flag());

        Assert.Equal(status, Assert.Single(concern.Parts.Identity!.Identifiers).Status);
        Assert.Equal(status == IdentifierStatus.CheckFailed, concern.Marks.Any(m => m.Field == "Bundle.entry[1].resource.identifier[0].value"));
    }

    [Theory]
    [InlineData("01", IdentifierStatus.Verified)]
    [InlineData("number-present-and-verified", IdentifierStatus.Verified)]
    [InlineData("02", IdentifierStatus.Present)]
    public void The_verification_status_decides_whether_a_number_is_verified(string code, IdentifierStatus status)
    {
        var extension = $$""","extension":[{"url":"https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus","valueCodeableConcept":{"coding":[{"code":"{{code}}"}] } }]""";

        Assert.Equal(status, Assert.Single(Concern(Numbered("9990123454", extension), Flag()).Parts.Identity!.Identifiers).Status);
    }

    [Fact]
    public void An_old_NHS_number_beside_one_in_use_is_a_former_one()
    {
        var numbers = Concern(Patient.Set("identifier", """[{"use":"old","system":"https://fhir.nhs.uk/Id/nhs-number","value":"9000000009"},{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9912003888"}]"""), Flag()).Parts.Identity!.Identifiers;

        Assert.Equal([(IdentifierSystem.NhsNumber, "9912003888"), (IdentifierSystem.FormerNhsNumber, "9000000009")], numbers.Select(number => (number.System, number.Value)));
    }

    [Fact]
    public void The_key_of_a_child_is_the_number_then_the_local_one_then_the_id_then_the_name()
    {
        const string Local = """[{"system":"https://example.org/hospital","value":"H77"}]""";
        string[] patients = [Patient, Patient.Set("identifier", Local), Patient.Set("identifier", null), Patient.Set("identifier", null).Set("id", null)];

        var flagged = patients.Select((p, i) => Assert.Single(Drafts(p, i == 3 ? Flag(subject: "urn:uuid:00000000-0000-4000-8000-000000000001") : Flag())));

        Assert.Equal(
            ["nhs|9990123454", "ods/ZZ999|local|H77", "ods/ZZ999|Patient/p1", "ods/ZZ999|TESTPERSON|ROBIN|2016-05-14"],
            flagged.Select(d => d.ChildKey));
    }

    [Fact]
    public void A_filler_number_that_many_children_share_does_not_make_them_one()
    {
        var one = Assert.Single(Drafts(Numbered("0000000000"), Flag()));
        var other = Assert.Single(Drafts(Numbered("0000000000").Set("name", """[{"family":"Other"}]"""), Flag()));

        Assert.NotEqual(one.ChildKey, other.ChildKey);
    }

    [Theory]
    [InlineData("2015-02-31")]
    [InlineData("01/02/2015")]
    [InlineData("0000-01-01")]
    [InlineData("1026-05-14")]
    [InlineData("2099-01-01")]
    public void An_impossible_birth_date_is_dropped_and_marked_and_the_concern_goes_on(string birth)
    {
        var concern = Concern(Patient.Set("birthDate", $"\"{birth}\""), Flag());

        Assert.Null(concern.Parts.Identity!.DateOfBirth);
        var mark = Assert.Single(concern.Marks);
        Assert.Equal("Bundle.entry[1].resource.birthDate", mark.Field);
        Assert.DoesNotContain(birth, mark.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_without_a_zone_keeps_its_day_only()
    {
        var concern = Concern(Patient, Flag().Set("period", """{"start":"2026-11-19T10:00:00"}"""));

        Assert.Equal((null, new DateOnly(2026, 11, 19)), (concern.Parts.Incident!.ObservedAt, concern.Parts.Incident.ObservedOn!.Value));
        Assert.Contains(concern.Marks, m => m.Field == "Bundle.entry[2].resource.period.start");
    }

    [Theory]
    [InlineData("R")]
    [InlineData("V")]
    public void A_restricted_patient_has_a_restricted_address(string code)
    {
        var meta = $$"""{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"{{code}}"}]}""";

        Assert.True(Concern(Patient.Set("meta", meta), Flag()).Parts.Address!.Restricted);
    }

    [Fact]
    public void An_ordinary_patient_says_nothing_about_restriction() =>
        Assert.Null(Concern(Patient.Set("address", """[{"use":"home","line":["3 Imaginary Lane"],"postalCode":"IP99 9ZZ"}]"""), Flag()).Parts.Address!.Restricted);

    [Fact]
    public void The_usual_name_comes_first_and_a_name_in_words_is_split()
    {
        var names = Concern(Patient.Set("name", """[{"use":"old","family":"Former"},{"use":"usual","text":"Miss Robin Example Testperson"}]"""), Flag()).Parts.Identity!.Names;

        Assert.Equal(("Testperson", "Robin Example"), (names[0].Family, string.Join(' ', names[0].Given)));
        Assert.Equal(NameUse.Former, names[1].Use);
    }

    [Fact]
    public void Overlong_and_unknown_values_are_dropped_and_marked()
    {
        var concern = Concern(Patient.Set("gender", "\"zzz\"").Set("address", """[{"use":"zzz","line":["3 Imaginary Lane"],"postalCode":"not a postcode"}]"""), Flag());

        Assert.Equal(
            ["Bundle.entry[1].resource.address[0].postalCode", "Bundle.entry[1].resource.address[0].use", "Bundle.entry[1].resource.gender"],
            concern.Marks.Select(m => m.Field).Order());
    }
}
