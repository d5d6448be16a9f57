using InfoShare.Adapters.Health;
using InfoShare.Adapters.Health.Mns;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Health;

public sealed class MnsTests
{
    private static FileTranslation Translate(string json) => new MnsTranslator().Translate(json.Utf8(), Reading.Context);

    private static RecordTranslation Record(string json) => Assert.Single(Assert.IsType<FileTranslation.Readable>(Translate(json)).Records);

    private static Draft Draft(string json) => Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(json)).Drafts);

    private static string Nothing(string json) => Assert.IsType<RecordTranslation.NothingToSend>(Record(json)).Reason;

    public static TheoryData<string> EveryForm => new(
        Signals.Version2("pds-change-of-gp-2"), Signals.Version1(), Signals.Fhir("pds-change-of-gp-2"), Signals.Fhir("pds-change-of-gp-2", Bundles.Patient));

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void A_change_of_practice_is_a_possible_move_without_a_destination_in_every_form(string json)
    {
        var draft = Draft(json);

        var move = Assert.IsType<ChildMovedArea>(draft.Data);
        Assert.Equal((MoveType.GpOnly, MoveSignal.GpRegistration), (move.MoveType, move.DetectedBy));
        Assert.Equal((null, null, null), (move.ToArea, move.EffectiveDate, move.Parts.Address));
        Assert.Equal("9990123454", Assert.Single(move.Parts.Identity!.Identifiers).Value);
        Assert.Contains("look in PDS", move.Parts.Medical!.Notes, StringComparison.Ordinal);
        Assert.Equal($"nhs|9990123454|practice|signal|{Signals.Id}", draft.RecordKey);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), draft.Time);
    }

    [Fact]
    public void A_signal_names_the_child_by_the_same_key_as_a_bundle_about_it() =>
        Assert.Equal(Assert.Single(Reading.Drafts(Bundles.Patient, Bundles.Flag())).ChildKey, Draft(Signals.Version2("pds-change-of-gp-2")).ChildKey);

    [Fact]
    public void Version_1_tells_the_name_the_birth_date_and_the_practice_asked()
    {
        var move = Assert.IsType<ChildMovedArea>(Draft(Signals.Version1("gpreg-change-gp-req-1")).Data);

        Assert.Equal(("TESTPERSON", new DateOnly(2016, 5, 14), "Z99999"), (move.Parts.Identity!.Names[0].Family, move.Parts.Identity.DateOfBirth, move.Parts.Medical!.GpPractice));
        Assert.StartsWith("Has asked to register", move.Parts.Medical.Notes, StringComparison.Ordinal);
        Assert.Empty(move.Marks);
    }

    [Fact]
    public void Whose_age_is_not_told_counts_as_a_child_with_a_mark() =>
        Assert.Equal("does not tell the age; counted as a child", Assert.Single(Assert.IsType<ChildMovedArea>(Draft(Signals.Version2("pds-change-of-gp-2")).Data).Marks).Problem);

    [Fact]
    public void An_adult_is_nothing_to_send_in_the_forms_that_tell_the_age()
    {
        Assert.Equal("an adult", Nothing(Signals.Version1(born: "1990")));
        Assert.Equal("an adult", Nothing(Signals.Fhir("pds-change-of-gp-2", Bundles.Patient.Set("birthDate", "\"1990-01-01\""))));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void A_first_registration_is_no_move(string code) => Assert.Equal("a first registration with a practice", Nothing(Signals.Version1(registration: code)));

    [Theory]
    [InlineData("pds-record-change-2", "look in PDS whether the child moved")]
    [InlineData("nhs-number-change-2", "look it up in PDS")]
    [InlineData("pds-death-notification-2", "a death")]
    [InlineData("patientflags-change-1", "an event that tells of no move")]
    [InlineData("pdm-resource-change-1", "an event that tells of no move")]
    [InlineData("imms-vaccination-record-change-1", "an event that tells of no move")]
    [InlineData("made-up", "an event that tells of no move")]
    public void Every_other_signal_is_nothing_to_send_and_says_what_to_look_up(string type, string reason)
    {
        Assert.Contains(reason, Nothing(Signals.Version2(type)), StringComparison.Ordinal);
        Assert.Equal(Nothing(Signals.Version2(type)), Nothing(Signals.Fhir(type)));
    }

    [Fact]
    public void A_number_that_fails_its_check_is_kept_marked_and_not_used_to_find_the_child()
    {
        var draft = Draft(Signals.Version2("pds-change-of-gp-2", "9990123455"));

        Assert.Equal(IdentifierStatus.CheckFailed, Assert.IsType<ChildMovedArea>(draft.Data).Parts.Identity!.Identifiers[0].Status);
        Assert.StartsWith("ods/ZZ999|", draft.ChildKey, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_signal_of_a_list_never_stops_the_next()
    {
        var good = Signals.Version2("pds-change-of-gp-2");
        var records = Assert.IsType<FileTranslation.Readable>(Translate($"[{good},{good.Set("type", null)},{good.Set("subject", null)},{good.Set("id", null)},7,{good}]")).Records;

        Assert.Equal(
            [new("Signal[1].type", "is required"), new("Signal[2].subject", "is required: an NHS number"), new("Signal[3].id", "is required"), new FieldProblem("Signal[4].type", "is required")],
            records.OfType<RecordTranslation.Quarantined>().SelectMany(q => q.Problems));
        Assert.Equal(2, records.OfType<RecordTranslation.Messages>().Count());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"resourceType":"Bundle","type":"history","entry":[]}""")]
    public void What_holds_no_signal_is_unreadable(string json) =>
        Assert.Equal("must be a signal, a list of signals, or a Bundle that holds one", Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate(json)).Problems).Problem);

    [Fact]
    public void A_signal_is_taken_by_no_other_translator_and_takes_no_others_files()
    {
        string Format(string json) => HealthAdapter.Translators.First(t => t.Recognises("a.json", json.Utf8())).Format;

        Assert.All([Signals.Version2("pds-change-of-gp-2"), Signals.Version1(), Signals.Fhir("pds-record-change-2"), $"[{Signals.Version1()}]"], s => Assert.Equal("mns", Format(s)));
        Assert.Equal("fhir", Format(Bundles.Message(Bundles.Patient)));
        Assert.Equal("canonical", Format("""{"specversion":"1.0","type":"uk.infoshare.concern.raised.v1","data":{"note":"pds-change-of-gp-2"}}"""));
    }
}
