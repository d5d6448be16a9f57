using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class ConcernTests
{
    private const string Adult = """{"resourceType":"Patient","id":"p1","name":[{"family":"Testperson"}],"birthDate":"1990-01-01"}""";

    [Fact]
    public void An_active_flag_that_a_child_is_cause_for_concern_is_a_concern_of_unknown_level()
    {
        var draft = Assert.Single(Drafts(Patient, Flag(), Narrative));

        var concern = Assert.IsType<ConcernRaised>(draft.Data);
        Assert.Equal((null, false), (concern.LevelOfNeed, concern.ImmediateDanger));
        Assert.Equal("Invented concern text.", concern.Parts.Incident!.Facts);
        Assert.Equal(new(2026, 11, 20, 11, 30, 0, TimeSpan.Zero), concern.Parts.Incident.ObservedAt);
        Assert.Equal(new(2026, 11, 20, 11, 30, 0, TimeSpan.Zero), draft.Time);
        Assert.Equal(draft.RecordKey, concern.ConcernId);
        Assert.Empty(concern.Marks);
    }

    [Fact]
    public void A_flag_that_a_child_is_on_a_plan_is_level_four_with_the_plan()
    {
        var concern = Concern(Patient, Flag(OnPlan));

        Assert.Equal(4, concern.LevelOfNeed);
        Assert.Equal((PlanType.ChildProtection, new DateOnly(2026, 11, 20)), (concern.Parts.Plan!.Plans[0].Type, concern.Parts.Plan.Plans[0].Start!.Value));
        Assert.Equal("Subject to child protection plan", concern.Parts.Incident!.Facts);
    }

    [Fact]
    public void A_flag_that_says_an_expected_patient_is_unborn_keeps_the_expected_day()
    {
        var concern = Concern(Patient.Set("birthDate", "\"2027-02-01\""), Flag(UnbornIsConcern));

        Assert.Equal((null, new DateOnly(2027, 2, 1)), (concern.Parts.Identity!.DateOfBirth, concern.Parts.Identity.ExpectedDateOfBirth!.Value));
        Assert.Equal(ChildVoiceStatus.Unborn, concern.Parts.ChildVoice!.Status);
    }

    [Theory]
    [InlineData("1990-01-01")]
    [InlineData("2011-01-01")]
    public void An_unborn_flag_on_the_mother_is_about_her_child_and_never_gives_it_her_number(string mothersBirth)
    {
        var draft = Assert.Single(Drafts(Patient.Set("birthDate", $"\"{mothersBirth}\""), Flag(UnbornIsConcern)));

        var concern = Assert.IsType<ConcernRaised>(draft.Data);
        Assert.Empty(concern.Parts.Identity!.Identifiers);
        Assert.Empty(concern.Parts.Identity.Names);
        Assert.Equal("mother", Assert.Single(concern.Parts.Household!.Adults).Relationship);
        Assert.StartsWith("unborn|", draft.ChildKey, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_flag_on_an_adult_is_about_the_child_in_the_bundle()
    {
        var child = Patient.Set("id", "\"p2\"");

        var concern = Concern(Adult, child, Flag(ChildInFamily));

        Assert.Equal("Robin", concern.Parts.Identity!.Names[0].Given[0]);
    }

    [Fact]
    public void A_family_flag_on_an_adult_without_a_child_waits_for_a_person() =>
        Assert.Equal("Bundle.entry[2].resource.subject", Quarantined(Adult, Flag(ChildInFamily)).Field);

    [Fact]
    public void A_communication_headed_safeguarding_is_a_concern_of_its_own() =>
        Assert.Equal("Invented concern text.", Concern(Patient, Narrative.Set("category", """[{"coding":[{"system":"https://example.org/any","code":"safeguarding"}]}]""")).Parts.Incident!.Facts);

    [Fact]
    public void A_referral_to_safeguarding_and_a_condition_are_concerns_too()
    {
        const string Referral = """{"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"order","subject":{"reference":"Patient/p1"},"category":[{"coding":[{"code":"safeguarding-referral"}]}],"note":[{"text":"Invented referral."}]}""";
        const string Condition = """{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"836881000000105"}]},"note":[{"text":"Invented condition."}]}""";

        Assert.Equal("Invented referral.", Concern(Patient, Referral).Parts.Incident!.Facts);
        Assert.Equal("Invented condition.", Concern(Patient, Condition).Parts.Incident!.Facts);
    }

    [Fact]
    public void With_a_flag_the_headed_communication_is_its_narrative_and_not_a_second_concern() =>
        Assert.Equal("Invented concern text.", Concern(Patient, Flag(), Narrative.Set("category", """[{"coding":[{"code":"safeguarding"}]}]""")).Parts.Incident!.Facts);

    [Fact]
    public void With_a_flag_a_referral_and_a_condition_support_its_concern_and_lose_nothing()
    {
        const string Referral = """{"resourceType":"ServiceRequest","id":"s1","priority":"stat","subject":{"reference":"Patient/p1"},"category":[{"coding":[{"code":"safeguarding-referral"}]}],"note":[{"text":"Invented referral."}]}""";
        const string Condition = """{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"342191000000101"}]},"note":[{"text":"Invented condition."}]}""";

        var concern = Concern(Patient, Condition, Referral, Flag(), Narrative);

        Assert.Equal((4, true), (concern.LevelOfNeed, concern.ImmediateDanger));
        Assert.Single(concern.Parts.Plan!.Plans);
        Assert.Equal("Invented referral.\n\nInvented condition.\n\nInvented concern text.", concern.Parts.Incident!.Facts);
    }

    [Fact]
    public void Text_about_somebody_whom_the_bundle_does_not_hold_is_left_out_and_marked()
    {
        var concern = Concern(Patient, Flag(), Narrative.Set("subject", """{"reference":"Patient/elsewhere"}"""));

        Assert.Equal("Child is cause for safeguarding concern", concern.Parts.Incident!.Facts);
        Assert.Equal("Bundle.entry[3].resource.subject", Assert.Single(concern.Marks).Field);
    }

    [Fact]
    public void Text_about_the_flag_is_its_narrative_whoever_the_subject_is() =>
        Assert.Equal("Invented concern text.", Concern(Patient, Flag(), Narrative.Set("subject", null).Set("about", """[{"reference":"Flag/f1"}]""")).Parts.Incident!.Facts);

    [Fact]
    public void Only_the_priority_stat_means_immediate_danger()
    {
        Assert.True(Concern(Patient, Flag(), Narrative.Set("priority", "\"stat\"")).ImmediateDanger);
        Assert.False(Concern(Patient, Flag(), Narrative.Set("priority", "\"urgent\"")).ImmediateDanger);
    }

    [Fact]
    public void A_coded_level_is_taken_and_a_senseless_one_marked()
    {
        static string Level(string code) => Flag().Set("category", $$"""[{"coding":[{"system":"https://infoshare.local/CodeSystem/level-of-need","code":"{{code}}"}]}]""");

        Assert.Equal(3, Concern(Patient, Level("3")).LevelOfNeed);
        var senseless = Concern(Patient, Level("9"));
        Assert.Null(senseless.LevelOfNeed);
        Assert.Contains(senseless.Marks, m => m.Field == "Bundle.entry[2].resource.category");
    }

    [Fact]
    public void A_child_without_a_birth_date_goes_on_with_a_mark() =>
        Assert.Contains(Concern(Patient.Set("birthDate", null), Flag()).Marks, m => m.Field == "Bundle.entry[1].resource.birthDate");

    [Fact]
    public void A_flag_about_nobody_in_the_bundle_waits_for_a_person() =>
        Assert.Equal("Bundle.entry[2].resource.subject", Quarantined(Patient, Flag(subject: "Patient/elsewhere")).Field);

    [Fact]
    public void A_child_of_whom_nothing_is_known_waits_for_a_person() =>
        Assert.Equal("Bundle.entry[1].resource", Quarantined("""{"resourceType":"Patient","id":"p1"}""", Flag()).Field);

    [Fact]
    public void Two_children_are_two_records_that_name_each_other_and_keep_their_own_text()
    {
        var sister = Patient.Set("id", "\"p2\"").Set("identifier", """[{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9912003888"}]""");
        var sistersText = Narrative.Set("subject", """{"reference":"Patient/p2"}""").Set("payload", """[{"contentString":"Other text."}]""");
        var records = Records(Message(Patient, sister, Flag(), Flag(subject: "Patient/p2", id: "f2"), Narrative, sistersText));

        var drafts = records.Select(r => Assert.Single(Assert.IsType<RecordTranslation.Messages>(r).Drafts)).ToList();
        var concerns = drafts.Select(d => Assert.IsType<ConcernRaised>(d.Data)).ToList();
        Assert.Equal(["Invented concern text.", "Other text."], concerns.Select(c => c.Parts.Incident!.Facts));
        Assert.Equal([drafts[1].RecordKey], concerns[0].LinkedConcerns);
        Assert.Equal([drafts[0].RecordKey], concerns[1].LinkedConcerns);
    }

    [Fact]
    public void Text_on_nobody_in_a_bundle_about_two_children_is_marked_and_given_to_neither()
    {
        var sister = Patient.Set("id", "\"p2\"").Set("identifier", null);
        var concerns = DraftsOf(Message(Patient, sister, Flag(), Flag(subject: "Patient/p2", id: "f2"), Narrative.Set("subject", null)))
            .Select(d => Assert.IsType<ConcernRaised>(d.Data)).ToList();

        Assert.All(concerns, c => Assert.DoesNotContain("Invented", c.Parts.Incident!.Facts, StringComparison.Ordinal));
        Assert.All(concerns, c => Assert.Contains(c.Marks, m => m.Field == "Bundle.entry[5].resource.subject"));
    }

    [Fact]
    public void Two_children_whose_flags_share_an_identifier_do_not_correct_each_other()
    {
        const string Shared = """[{"system":"https://example.org/flags","value":"7"}]""";
        var sister = Patient.Set("id", "\"p2\"").Set("identifier", null);
        var records = Records(Message(Patient, sister, Flag().Set("identifier", Shared), Flag(subject: "Patient/p2", id: "f2").Set("identifier", Shared)));

        Assert.IsType<RecordTranslation.Messages>(records[0]);
        Assert.IsType<RecordTranslation.Quarantined>(records[1]);
    }

    [Fact]
    public void More_text_than_a_message_holds_is_cut_and_marked()
    {
        var concern = Concern(Patient, Flag(), Narrative.Set("payload", $$"""[{"contentString":"{{new string('x', 30_000)}}"}]"""));

        Assert.Equal(20_000, concern.Parts.Incident!.Facts!.Length);
        Assert.Single(concern.Marks);
    }

    [Fact]
    public void A_contained_patient_and_a_resource_whose_type_comes_last_are_found()
    {
        var flag = Flag(subject: "#c1").Set("contained", $"[{Patient.Set("id", "\"c1\"")}]").Set("resourceType", "\"Flag\"");

        Assert.Equal("Testperson", Concern(flag).Parts.Identity!.Names[0].Family);
    }
}
