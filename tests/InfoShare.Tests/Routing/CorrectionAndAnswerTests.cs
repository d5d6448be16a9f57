using System.Text;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Deliveries;
using InfoShare.Storage.Deliveries;
using static InfoShare.Tests.Routing.Messages;

namespace InfoShare.Tests.Routing;

public sealed class CorrectionAndAnswerTests
{
    [Fact]
    public async Task A_correction_reaches_those_who_had_the_original_and_supersedes_what_had_not_left()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland");
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        await routing.DrainAsync();

        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = Concern(level: 3, parts: Robin() with { Medical = null }) }, 2));
        await routing.DrainAsync();

        Assert.Equal([DeliveryKind.Original, DeliveryKind.Correction], routing.DeliveredTo("social-care-cumberland").Select(d => d.Kind));
        Assert.All(routing.Shared.Where(d => d.Participant == "health-cumberland" && d.Kind == "original"), d => Assert.Equal(DeliveryStates.Superseded, d.State));
    }

    [Fact]
    public async Task A_correction_that_is_denied_to_a_reader_of_the_original_arrives_as_a_notice_without_content()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("police-cumberland");
        await routing.SendAsync(School, From(Concern(level: 4), 1));
        await routing.DrainAsync();

        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = Concern(level: 3) }, 2));
        await routing.DrainAsync();

        var notice = routing.DeliveredTo("police-cumberland")[^1];
        Assert.Equal(DeliveryKind.Notice, notice.Kind);
        Assert.Empty(notice.Parts.Present());
    }

    [Fact]
    public async Task A_correction_ahead_of_its_original_supersedes_it()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland");

        await routing.SendAsync(School, From(new ConcernCorrected { Corrects = "x", Concern = Concern(level: 5) }, 2));
        await routing.SendAsync(School, From(Concern(level: 3), 1));
        await routing.DrainAsync();

        Assert.Equal([5], routing.DeliveredTo("social-care-cumberland").Where(d => d.Recipient.Role == Roles.FrontDoor).Select(d => d.LevelOfNeed!.Value));
        Assert.All(routing.Shared.Where(d => d.Kind == "original"), d => Assert.Equal(DeliveryStates.Superseded, d.State));
    }

    [Fact]
    public async Task A_withdrawn_concern_is_recalled_where_it_may_have_left_and_stopped_where_not()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland");
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync(report: false);

        await routing.SendAsync(School, From(new ConcernWithdrawn { ConcernId = "concern-1", Reason = WithdrawalReason.WrongChild }, 2));
        await routing.DrainAsync(report: false);

        var door = routing.To(Roles.FrontDoor);
        var recall = routing.Read["social-care-cumberland"].Select(m => m.Data).OfType<DeliveryRecalled>().Single(r => r.DeliveryId == door.DeliveryId);
        Assert.Equal((DeliveryStates.Recalled, door.DeliveryId, "wrong-person"), (door.State, recall.DeliveryId, recall.Reason));
        Assert.All(routing.Shared.Where(d => d.Participant == "police-cumberland"), d => Assert.Equal(DeliveryStates.Superseded, d.State));

        await routing.ReportAsync("social-care-cumberland", door.DeliveryId, ReceiptOutcome.Recalled);
        Assert.Equal("confirmed", routing.To(Roles.FrontDoor).Recall);
    }

    [Fact]
    public async Task An_acknowledgement_goes_back_to_the_referrer()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland", School);
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();
        var door = routing.To(Roles.FrontDoor);

        await routing.SendAsync("social-care-cumberland", From(
            new ConcernAcknowledged { DeliveryId = door.DeliveryId, Answer = AcknowledgementAnswer.Acknowledged, Role = Roles.FrontDoor, At = Morning }, 1,
            key: "answers", source: new OrganisationSource("la", "E06000063").Uri));
        await routing.DrainAsync();

        Assert.Equal(DeliveryStates.Acknowledged, routing.To(Roles.FrontDoor).State);
        var answer = routing.DeliveredTo(School).Single(d => d.Kind is DeliveryKind.Answer);
        Assert.Equal((AcknowledgementAnswer.Acknowledged, AgencyKind.SocialCare), (answer.Answer!.Acknowledgement, answer.Answer.By));
        Assert.Equal(routing.To(Roles.FrontDoor).MessageId, answer.Answer.InReplyTo);
    }

    [Fact]
    public async Task What_an_answer_says_is_nowhere_in_the_store_in_clear()
    {
        await using var routing = await RoutingFixture.StartAsync();
        routing.StartReading("social-care-cumberland", School);
        await routing.SendAsync(School, From(Concern(), 1));
        await routing.DrainAsync();

        await routing.SendAsync("social-care-cumberland", From(
            new ConcernDecision
            {
                DeliveryId = routing.To(Roles.FrontDoor).DeliveryId,
                Outcome = ConcernOutcome.S47,
                DecidedBy = Roles.FrontDoor,
                DecidedAt = Morning,
                Rationale = "CANARY-RATIONALE",
            }, 1, key: "answers", source: new OrganisationSource("la", "E06000063").Uri));
        await routing.DrainAsync();

        Assert.Equal("CANARY-RATIONALE", routing.DeliveredTo(School).Single(d => d.Kind is DeliveryKind.Answer).Answer!.Text);
        foreach (var file in await routing.StoredFilesAsync())
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("CANARY-RATIONALE", Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_answers_for_a_delivery_that_was_not_theirs()
    {
        await using var routing = await RoutingFixture.StartAsync();
        await routing.SendAsync(School, From(Concern(), 1));

        var receipt = await routing.SendAsync("police-suffolk", From(
            new ConcernAcknowledged { DeliveryId = routing.To(Roles.FrontDoor).DeliveryId, Answer = AcknowledgementAnswer.NotOurs, Role = "x", At = Morning }, 1,
            source: new OrganisationSource("police", "37").Uri));

        Assert.Equal("not-your-delivery", receipt!.Reasons.Single().Code);
    }
}
