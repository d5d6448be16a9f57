using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Health;

public sealed class RealBundleTests
{
    [Theory]
    [InlineData("bars-booking.json", "an adult")]
    [InlineData("bars-validation-request.json", "an adult; a scene-safety flag")]
    [InlineData("bars-validation-request-response.json", "an adult; a scene-safety flag")]
    [InlineData("bars-validation-response.json", "an adult; a scene-safety flag")]
    public void A_real_booking_or_referral_of_an_adult_is_one_record_with_nothing_to_send(string file, string reason)
    {
        var content = File.ReadAllBytes(Inputs.Require("health", file));

        var records = Assert.IsType<FileTranslation.Readable>(Reading.Translate(content)).Records.ToList();

        Assert.Equal(reason, Assert.IsType<RecordTranslation.NothingToSend>(Assert.Single(records)).Reason);
    }

    [Fact]
    public void The_concern_message_is_one_record_that_gives_a_concern_a_move_and_an_agreement()
    {
        var drafts = Drafts();

        var concern = Assert.IsType<ConcernRaised>(drafts[0].Data);
        Assert.Equal("Invented concern text.", concern.Parts.Incident!.Facts);
        Assert.Equal("Testperson", concern.Parts.Identity!.Names[0].Family);
        Assert.Equal("Z99999", concern.Parts.Medical!.GpPractice);
        Assert.Equal("Sample Community Health Trust", concern.Parts.Contact!.Team);
        Assert.Null(concern.LevelOfNeed);

        var move = Assert.IsType<ChildMovedArea>(drafts[1].Data);
        Assert.Equal((MoveType.Permanent, MoveSignal.Address, new DateOnly(2026, 11, 15)), (move.MoveType, move.DetectedBy, move.EffectiveDate));
        Assert.Equal(["IP99 9ZZ", "CA99 9ZZ"], move.Parts.Address!.Addresses.Select(a => a.Postcode));
        Assert.Null(move.ToArea);

        var consent = Assert.IsType<ConsentRecorded>(drafts[2].Data);
        Assert.Equal((ConsentAnswer.NotSought, AgreementTo.Share), (consent.Answer, consent.AgreementTo));
        Assert.StartsWith("Not asked", consent.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_concern_message_speaks_for_its_sender_about_its_child()
    {
        var drafts = Drafts();

        Assert.All(drafts, d => Assert.Equal("ods/ZZ999", d.From.Id));
        Assert.All(drafts, d => Assert.Equal("0197a1b2-0000-7000-8000-000000000001", d.SubmissionId));
        Assert.Single(drafts.Select(d => d.ChildKey).Distinct());
        Assert.Equal(3, drafts.Select(d => d.RecordKey).Distinct().Count());
    }

    [Fact]
    public void The_same_bundle_later_gives_the_same_drafts()
    {
        var content = File.ReadAllBytes(Inputs.Require("own", "fhir-concern-message.json"));
        var later = Reading.Context with { At = Reading.Context.At.AddDays(9), AsOf = Reading.Context.AsOf.AddDays(9) };

        Assert.Equal(Reading.Written(Reading.Translate(content)), Reading.Written(Reading.Translate(content, later)));
    }

    private static IReadOnlyList<Draft> Drafts()
    {
        var content = File.ReadAllBytes(Inputs.Require("own", "fhir-concern-message.json"));
        var record = Assert.Single(Assert.IsType<FileTranslation.Readable>(Reading.Translate(content)).Records);
        var drafts = Assert.IsType<RecordTranslation.Messages>(record).Drafts;
        Assert.Equal(3, drafts.Count);
        return drafts;
    }
}
