using InfoShare.Adapters.Health;
using InfoShare.Adapters.Health.Nems;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;
using static InfoShare.Tests.Health.NemsEvents;

namespace InfoShare.Tests.Health;

public sealed class NemsTests
{
    private static RecordTranslation Record(string xml) =>
        Assert.Single(Assert.IsType<FileTranslation.Readable>(new NemsTranslator().Translate(xml.Utf8(), Reading.Context)).Records);

    private static Draft Draft(string xml) => Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(xml)).Drafts);

    private static ChildMovedArea Move(string xml) => Assert.IsType<ChildMovedArea>(Draft(xml).Data);

    private static string Nothing(string xml) => Assert.IsType<RecordTranslation.NothingToSend>(Record(xml)).Reason;

    private static FieldProblem Quarantined(string xml) => Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(Record(xml)).Problems);

    [Fact]
    public void A_change_of_address_is_a_move_from_the_old_address_to_the_new_one()
    {
        var draft = Draft(Address(Old, Home));

        var move = Assert.IsType<ChildMovedArea>(draft.Data);
        Assert.Equal((MoveType.Permanent, MoveSignal.Address, new DateOnly(2026, 11, 15)), (move.MoveType, move.DetectedBy, move.EffectiveDate!.Value));
        Assert.Equal(["IP99 9ZZ", "CA99 9ZZ"], move.Parts.Address!.Addresses.Select(a => a.Postcode));
        Assert.Equal(["3 IMAGINARY LANE", "SAMPLEFORD"], move.Parts.Address.Addresses[0].Lines);
        Assert.Equal(IdentifierStatus.Verified, move.Parts.Identity!.Identifiers[0].Status);
        Assert.Equal(("ods/ZZ999", "nhs|9990123454|address|2026-11-15"), (draft.From.Id, draft.RecordKey));
    }

    [Fact]
    public void The_birth_date_of_the_patient_counts_and_another_in_the_header_is_marked()
    {
        var move = Move(Address(Old, Home));

        Assert.Equal(new DateOnly(2016, 5, 14), move.Parts.Identity!.DateOfBirth);
        Assert.Equal("is another date of birth than the Patient's, which was taken", Assert.Single(move.Marks).Problem);
    }

    [Fact]
    public void The_same_move_told_by_a_bundle_has_the_same_key()
    {
        var bundle = Bundles.Patient.Set("address", """[{"use":"old","postalCode":"CA99 9ZZ","period":{"end":"2026-11-15"}},{"use":"home","postalCode":"IP99 9ZZ","period":{"start":"2026-11-15"}}]""");

        Assert.Equal(Assert.Single(Reading.Drafts(bundle)).RecordKey, Draft(Address(Old, Home)).RecordKey);
    }

    [Theory]
    [InlineData("12 Invented Row", "CA999ZZ")]
    [InlineData("12, invented  row", "ca99 9zz")]
    public void An_address_that_is_only_written_otherwise_is_no_move(string line, string postcode) =>
        Assert.Equal("the same place, written otherwise", Nothing(Address(Old, Home.Replace("3 IMAGINARY LANE", line, StringComparison.Ordinal).Replace("IP99 9ZZ", postcode, StringComparison.Ordinal))));

    [Fact]
    public void Without_an_old_address_or_a_start_it_is_still_a_move()
    {
        var move = Move(Address(Home.Replace("""<period><start value="2026-11-15"/></period>""", "", StringComparison.Ordinal)));

        Assert.Equal(new DateOnly(2026, 11, 16), move.EffectiveDate);
        Assert.Single(move.Parts.Address!.Addresses);
    }

    [Fact]
    public void Without_the_new_home_it_is_quarantined() => Assert.Equal(new("Bundle.entry[1].resource.address", "must hold the new home"), Quarantined(Address(Old)));

    [Fact]
    public void A_change_of_practice_is_a_move_of_the_practice_alone()
    {
        var move = Move(Practice());

        Assert.Equal((MoveType.GpOnly, MoveSignal.GpRegistration, new DateOnly(2026, 11, 1)), (move.MoveType, move.DetectedBy, move.EffectiveDate!.Value));
        Assert.Equal(("Z99992", "Registered before at practice Z99991"), (move.Parts.Medical!.GpPractice, move.Parts.Medical.Notes));
    }

    [Fact]
    public void Who_leaves_a_practice_for_none_is_said_to_be_registered_nowhere() =>
        Assert.Equal((null, "No longer registered at practice Z99991; no other is named"), Move(Practice(patient: "")).Parts.Medical is { } medical ? (medical.GpPractice, medical.Notes) : default);

    [Fact]
    public void A_first_practice_and_the_same_practice_are_no_move()
    {
        Assert.Equal("a first registration with a practice", Nothing(Practice(more: "")));
        Assert.Equal("the same practice", Nothing(Practice(more: OldPractice.Replace("000000000004", "000000000003", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_practice_that_cannot_be_named_or_none_at_all_is_quarantined()
    {
        Assert.Equal("must be a practice with its ODS code", Quarantined(Practice("""<generalPractitioner><display value="Sample"/></generalPractitioner>""")).Problem);
        Assert.Equal("is required, or a finished EpisodeOfCare", Quarantined(Practice("", "")).Problem);
    }

    [Theory]
    [InlineData("pds-birth-notification-1", "a birth")]
    [InlineData("pds-death-notification-1", "a death")]
    [InlineData("pds-record-change-1", "a record that changed in what is not told: look in PDS whether the child moved")]
    [InlineData("vaccinations-1", "an event that tells of no move")]
    public void Every_other_event_is_nothing_to_send(string type, string reason) => Assert.Equal(reason, Nothing(Event(type)));

    [Fact]
    public void An_adult_or_an_event_taken_back_is_nothing_to_send()
    {
        Assert.Equal("an adult", Nothing(Address(Old, Home).Replace("2016-05-14", "1990-05-14", StringComparison.Ordinal)));
        Assert.Equal("an event that was taken back", Nothing(Address(Old, Home).Replace("\"new\"", "\"delete\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_patients_are_quarantined_because_nobody_knows_who_moved() =>
        Assert.Equal(new("Bundle.entry", "must hold one Patient"), Quarantined(Event("pds-change-of-address-1", Old + Home, "<entry><resource><Patient/></resource></entry>")));

    [Fact]
    public void An_event_is_taken_by_this_translator_before_that_of_fhir()
    {
        Assert.Equal("nems", HealthAdapter.Translators.First(t => t.Recognises("a.dat", Event("any").Utf8())).Format);
        Assert.Equal("fhir", HealthAdapter.Translators.First(t => t.Recognises("a.xml", FhirXmlWriter.Of(Bundles.Message(Bundles.Patient)))).Format);
    }
}
