using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class NothingToSendTests
{
    [Fact]
    public void A_scene_safety_flag_is_nothing_to_send()
    {
        const string Scene = """{"resourceType":"Flag","status":"active","category":[{"coding":[{"system":"https://fhir.nhs.uk/CodeSystem/flag-categories-bars","code":"SS"}]}],"code":{"coding":[{"code":"S"}]},"subject":{"reference":"Location/l1"}}""";

        Assert.Equal("a scene-safety flag", NothingToSend(Patient, """{"resourceType":"Location","id":"l1"}""", Scene));
    }

    [Theory]
    [InlineData("2008-11-20", true)]
    [InlineData("2008-11-21", false)]
    [InlineData("2008", false)]
    [InlineData("2007", true)]
    public void The_eighteenth_birthday_makes_an_adult_of_whom_nothing_is_sent(string birth, bool adult)
    {
        var record = Assert.Single(Records(Message(Patient.Set("birthDate", $"\"{birth}\""), Flag())));

        Assert.Equal(adult, record is RecordTranslation.NothingToSend { Reason: "an adult" });
        Assert.Equal(!adult, record is RecordTranslation.Messages);
    }

    [Fact]
    public void A_flag_that_is_not_active_is_nothing_to_send() =>
        Assert.Equal("a concern that is not active", NothingToSend(Patient, Flag(status: "inactive")));

    [Fact]
    public void A_flag_entered_in_error_takes_its_concern_back_under_the_same_key()
    {
        var raised = Assert.Single(Drafts(Patient, Flag()));
        var withdrawn = Assert.Single(Drafts(Patient, Flag(status: "entered-in-error")));

        Assert.Equal(raised.RecordKey, withdrawn.RecordKey);
        Assert.Equal((raised.RecordKey, WithdrawalReason.SentInError), Assert.IsType<ConcernWithdrawn>(withdrawn.Data) is var w ? (w.ConcernId, w.Reason) : default);
    }

    [Fact]
    public void A_flag_in_error_that_has_no_key_has_nothing_to_take_back() =>
        Assert.Equal("a concern entered in error", NothingToSend(Patient, Flag(status: "entered-in-error").Set("id", null)));

    [Fact]
    public void What_was_said_in_error_is_left_out() =>
        Assert.Equal("Child is cause for safeguarding concern", Concern(Patient, Flag(), Narrative.Set("status", "\"entered-in-error\"")).Parts.Incident!.Facts);

    [Fact]
    public void A_missed_appointment_alone_is_nothing_to_send_and_with_a_concern_a_note()
    {
        const string Missed = """{"resourceType":"Appointment","status":"noshow","start":"2026-11-10T09:00:00Z","participant":[{"actor":{"reference":"Patient/p1"},"status":"accepted"}]}""";

        Assert.Equal("a missed appointment alone", NothingToSend(Patient, Missed));
        Assert.Equal("Was not brought to an appointment on 2026-11-10", Concern(Patient, Flag(), Missed).Parts.Medical!.Notes);
    }

    [Fact]
    public void A_delivery_of_ours_that_comes_back_is_not_sent_again()
    {
        var header = """{"resourceType":"MessageHeader","eventUri":"https://example.org/any","source":{"endpoint":"https://infoshare.local/broker"}}""";
        var json = $$"""{"resourceType":"Bundle","type":"message","entry":[{"resource":{{header}}},{"resource":{{Patient}}},{"resource":{{Flag()}}}]}""";

        Assert.Equal("a delivery of InfoShare", Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(Records(json))).Reason);
    }
}
