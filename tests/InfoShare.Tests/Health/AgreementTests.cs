using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using Xunit;
using static InfoShare.Tests.Health.Bundles;
using static InfoShare.Tests.Health.Reading;

namespace InfoShare.Tests.Health;

public sealed class AgreementTests
{
    private static string Consent(string provision, string rest = "") => $$"""
        {"resourceType":"Consent","id":"c1","status":"active","scope":{"coding":[{"code":"patient-privacy"}]},"category":[{"coding":[{"code":"INFA"}]}],
         "patient":{"reference":"Patient/p1"},"dateTime":"2026-11-19","provision":{{provision}}{{rest}}}
        """;

    private static ConsentRecorded Recorded(string consent) => Assert.IsType<ConsentRecorded>(Assert.Single(Drafts(Patient, consent)).Data);

    [Theory]
    [InlineData("permit", "", ConsentAnswer.Given)]
    [InlineData("deny", "", ConsentAnswer.Refused)]
    [InlineData("deny", "Not asked: it would put the child at risk", ConsentAnswer.NotSought)]
    public void Permit_deny_and_not_asked_are_three_answers(string type, string rule, ConsentAnswer answer)
    {
        var recorded = Recorded(Consent($$"""{"type":"{{type}}"}""", rule.Length == 0 ? "" : $$""","policyRule":{"text":"{{rule}}"}"""));

        Assert.Equal((answer, AgreementTo.Share, ConsentGivenBy.Other), (recorded.Answer, recorded.AgreementTo, recorded.GivenBy));
        Assert.Equal(rule.Length == 0 ? null : rule, recorded.Reason);
        Assert.Equal(new(2026, 11, 19, 0, 0, 0, TimeSpan.Zero), recorded.ValidFrom);
    }

    [Fact]
    public void The_last_day_of_a_period_still_counts() =>
        Assert.Equal(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Recorded(Consent("""{"type":"permit","period":{"end":"2026-12-31"}}""")).ValidTo);

    [Fact]
    public void A_narrower_permission_is_not_widened()
    {
        var narrow = Consent("""{"type":"permit","purpose":[{"code":"TREAT"}]}""");

        Assert.Equal("Bundle.entry[2].resource.provision.purpose", Quarantined(Patient, narrow).Field);
        var concern = Assert.IsType<ConcernRaised>(Assert.Single(Drafts(Patient, narrow, Flag())).Data);
        Assert.Contains(concern.Marks, m => m.Field == "Bundle.entry[2].resource.provision.purpose");
    }

    [Fact]
    public void An_inactive_agreement_is_taken_back_under_the_same_key()
    {
        var given = Assert.Single(Drafts(Patient, Consent("""{"type":"permit"}""")));
        var taken = Assert.Single(Drafts(Patient, Consent("""{"type":"permit"}""").Set("status", "\"inactive\"")));

        Assert.IsType<ConsentWithdrawn>(taken.Data);
        Assert.Equal(given.RecordKey, taken.RecordKey);
    }

    [Fact]
    public void An_agreement_to_direct_care_or_of_an_adult_is_nothing_to_send()
    {
        Assert.Equal("an agreement to direct care", NothingToSend(Patient, Consent("""{"type":"permit"}""").Set("category", """[{"coding":[{"code":"DRC"}]}]""")));
        Assert.Equal("an adult", NothingToSend(Patient.Set("birthDate", "\"1990-01-01\""), Consent("""{"type":"permit"}""")));
    }

    [Fact]
    public void Nobody_knows_what_an_agreement_without_an_answer_says() =>
        Assert.Equal("Bundle.entry[2].resource.provision.type", Quarantined(Patient, Consent("{}")).Field);
}
