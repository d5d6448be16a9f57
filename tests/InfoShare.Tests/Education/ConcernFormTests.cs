using System.Text;
using InfoShare.Adapters.Education.Concerns;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Education;

/// <summary>What becomes of a filled-in form.</summary>
public sealed class ConcernFormTests
{
    private const string Canary = "Canary-Testperson";

    private static readonly Dictionary<string, string> Least = new()
    {
        ["reference"] = "0123456789abcdef0123456789abcdef",
        ["family"] = "Testperson",
        ["level"] = "3",
        ["facts"] = "Invented: came to school hungry all week.",
    };

    [Fact]
    public void Four_fields_are_enough_for_a_concern()
    {
        var draft = Draft(Least);

        var concern = Assert.IsType<ConcernRaised>(draft.Data);
        Assert.Equal((3, false, false), (concern.LevelOfNeed, concern.ImmediateDanger, concern.AllegationAgainstStaff));
        Assert.Equal(["Identity", "Incident", "Education", "Contact"], concern.Parts.Present().Select(p => p.ToString()));
        Assert.Equal(("2A", Roles.DesignatedSafeguardingLead, "999998"), (concern.Parts.Incident!.ReferralSource, concern.Parts.Contact!.Role, concern.Parts.Education!.SchoolUrn));
        Assert.Equal(("urn/999998", "form:0123456789abcdef0123456789abcdef", "form:0123456789abcdef0123456789abcdef"), (draft.From.Id, draft.RecordKey, draft.ChildKey));
    }

    [Fact]
    public void Every_field_has_its_place_in_the_concern()
    {
        var concern = (ConcernRaised)Draft(new(Least)
        {
            ["given"] = "Robin",
            ["born"] = "14/05/2016",
            ["upn"] = "a942999825001",
            ["address"] = "12 Invented Row\r\n\r\nNowhere",
            ["postcode"] = "ca99 9zz",
            ["restricted"] = "yes",
            ["level"] = "unknown",
            ["danger"] = "yes",
            ["staff"] = "yes",
            ["seen"] = "2026-11-19",
            ["categories"] = "NEG&categories=EMO",
            ["words"] = "Invented words.",
            ["informed"] = "unsafe",
            ["informedWhy"] = "Invented why.",
            ["asked"] = "Please call.",
            ["reach"] = "01632 960106",
        }).Data;

        Assert.Equal((null, true, true), (concern.LevelOfNeed, concern.ImmediateDanger, concern.AllegationAgainstStaff));
        var (identity, address, incident) = (concern.Parts.Identity!, concern.Parts.Address!, concern.Parts.Incident!);
        Assert.Equal(("Robin", new DateOnly(2016, 5, 14), "A942999825001"), (identity.Names[0].Given[0], identity.DateOfBirth, identity.Identifiers[0].Value));
        Assert.Equal((true, "12 Invented Row|Nowhere", "CA99 9ZZ"), (address.Restricted, string.Join('|', address.Addresses[0].Lines), address.Addresses[0].Postcode));
        Assert.Equal((new DateOnly(2026, 11, 19), FamilyInformed.Unsafe, "Invented why.", "Please call."), (incident.ObservedOn, incident.FamilyInformed, incident.FamilyInformedWhy, incident.ActionRequested));
        Assert.Equal(["NEG", "EMO"], incident.Categories);
        Assert.Equal((ChildVoiceStatus.Obtained, "Invented words.", "01632 960106"), (concern.Parts.ChildVoice!.Status, concern.Parts.ChildVoice.Words, concern.Parts.Contact!.Reach));
    }

    [Fact]
    public void An_empty_form_says_all_that_is_required() =>
        Assert.Equal(["facts", "family", "level", "reference"], Problems([]).Select(p => p.Field).Order());

    [Theory]
    [InlineData("reference", "0123")]
    [InlineData("reference", "0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("family", "@101")]
    [InlineData("born", "2016-02-30")]
    [InlineData("born", "2026-11-21")]
    [InlineData("upn", "12")]
    [InlineData("address", "@201")]
    [InlineData("address", "1\n2\n3\n4\n5\n6\n7\n8\n9")]
    [InlineData("postcode", "@11")]
    [InlineData("level", "6")]
    [InlineData("seen", "tomorrow")]
    [InlineData("categories", "XXX")]
    [InlineData("facts", "@20001")]
    [InlineData("words", "@10001")]
    [InlineData("informed", "perhaps")]
    [InlineData("informedWhy", "@2001")]
    [InlineData("asked", "@4001")]
    [InlineData("reach", "@201")]
    public void What_cannot_be_used_is_named_by_its_field(string field, string value) =>
        Assert.Equal(field, Assert.Single(Problems(new(Least) { [field] = value[0] == '@' ? new string('x', int.Parse(value[1..], System.Globalization.CultureInfo.InvariantCulture)) : value })).Field);

    [Fact]
    public void Of_several_schools_one_must_be_chosen()
    {
        OrganisationSource[] schools = [new("urn", "999998"), new("urn", "999996")];

        Assert.Equal("school", Assert.Single(Problems(Least, schools)).Field);
        Assert.Equal("school", Assert.Single(Problems(new(Least) { ["school"] = "urn/999999" }, schools)).Field);
        Assert.Equal("urn/999996", Draft(new(Least) { ["school"] = "urn/999996" }, schools).From.Id);
    }

    [Fact]
    public void What_is_within_the_limits_of_the_page_is_within_those_of_the_contract()
    {
        var longest = new Dictionary<string, string>(Least)
        {
            ["family"] = new('x', 100),
            ["given"] = new('x', 100),
            ["address"] = string.Join('\n', Enumerable.Repeat(new string('x', 199), 8)),
            ["postcode"] = new('x', 10),
            ["facts"] = new('x', 20_000),
            ["words"] = new('x', 10_000),
            ["informedWhy"] = new('x', 2_000),
            ["asked"] = new('x', 4_000),
            ["reach"] = new('x', 200),
        };

        Assert.Empty(FieldLimits.Check(Draft(longest).Data, "data"));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("=&=&&=")]
    [InlineData("reference=%zz%u1234&facts=%00%ff%fe")]
    public void Whatever_the_body_it_answers(string body) => Assert.NotEmpty(Quarantined(Translate(Encoding.UTF8.GetBytes(body))));

    [Fact]
    public void A_body_of_too_many_fields_or_bytes_is_unreadable()
    {
        Assert.IsType<FileTranslation.Unreadable>(Translate(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 1000).Select(i => $"f{i}=1")))));
        Assert.IsType<FileTranslation.Unreadable>(Translate(new byte[300_000]));
    }

    [Fact]
    public void No_problem_repeats_what_was_filled_in() =>
        Assert.DoesNotContain(Problems(Least.Keys.Concat(["born", "upn", "seen", "categories", "informed", Canary]).ToDictionary(k => k, _ => Canary)), p => p.ToString().Contains("Canary", StringComparison.Ordinal));

    [Fact]
    public void A_file_is_never_taken_for_a_form() => Assert.False(new ConcernFormTranslator().Recognises("form.txt", "reference=1"u8));

    private static Draft Draft(Dictionary<string, string> fields, params OrganisationSource[] schools)
    {
        var record = Assert.Single(Assert.IsType<FileTranslation.Readable>(Translate(Body(fields), schools)).Records);
        return Assert.Single(Assert.IsType<RecordTranslation.Messages>(record).Drafts);
    }

    private static IReadOnlyList<FieldProblem> Problems(Dictionary<string, string> fields, params OrganisationSource[] schools) => Quarantined(Translate(Body(fields), schools));

    private static IReadOnlyList<FieldProblem> Quarantined(FileTranslation file) =>
        Assert.IsType<RecordTranslation.Quarantined>(Assert.Single(Assert.IsType<FileTranslation.Readable>(file).Records)).Problems;

    private static FileTranslation Translate(byte[] body, params OrganisationSource[] schools) =>
        new ConcernFormTranslator().Translate(body, AttendanceSample.Context(schools));

    private static byte[] Body(Dictionary<string, string> fields) =>
        Encoding.UTF8.GetBytes(string.Join('&', fields.Select(f => $"{f.Key}={string.Join("&categories=", f.Value.Split("&categories=").Select(Uri.EscapeDataString))}")));
}
