using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Consent;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Notices;
using InfoShare.Contracts.Parts;
using Xunit;

namespace InfoShare.Tests.Adapters;

public sealed class StableIdTests : IAsyncDisposable
{
    private readonly AgencyUnderTest agency = new();

    [Fact]
    public async Task A_message_carries_no_key_of_the_agency_in_clear()
    {
        var sent = await agency.SendAsync("a.json", Canonical.Concern("C-1", linked: ["C-2"]));
        var concern = Assert.IsType<ConcernRaised>(Assert.Single(sent).Data);
        Assert.Matches("^[0-9a-f]{32}$", concern.ConcernId);
        Assert.Equal(concern.ConcernId, sent[0].CorrelationId);
        Assert.DoesNotContain("C-2", concern.LinkedConcerns);
        Assert.DoesNotContain("pupil-1", sent[0].PartitionKey);
    }

    [Fact]
    public async Task A_linked_concern_has_the_id_that_its_own_message_has()
    {
        var sent = await agency.SendAsync("a.json", Canonical.List(Canonical.Concern("C-1", linked: ["C-2"]), Canonical.Concern("C-2", child: "pupil-2")));
        var concerns = sent.Select(m => (ConcernRaised)m.Data).ToDictionary(c => c.LinkedConcerns.Count);
        Assert.Equal(concerns[0].ConcernId, Assert.Single(concerns[1].LinkedConcerns));
    }

    [Fact]
    public async Task Two_schools_of_one_adapter_may_number_their_concerns_alike()
    {
        var sent = await agency.SendAsync("a.json", Canonical.List(
            Canonical.Concern("1", facts: "of one"), Canonical.Concern("1", facts: "of the other", from: AgencyUnderTest.OtherSchool)));
        Assert.Equal(2, sent.Count);
        Assert.All(sent, m => Assert.IsType<ConcernRaised>(m.Data));
        Assert.Equal(2, sent.Select(m => m.CorrelationId).Distinct().Count());
        Assert.Equal([AgencyUnderTest.School.Uri, AgencyUnderTest.OtherSchool.Uri], sent.Select(m => m.Source).Order());
    }

    [Fact]
    public async Task The_same_content_under_another_file_name_and_id_is_nothing_to_send()
    {
        await agency.SendAsync("a.json", Canonical.Concern(id: "x1"));
        Assert.Empty(await agency.SendAsync("b.json", Canonical.Concern(id: "x2")));
        Assert.Equal(1, agency.Summary("b.json").GetProperty("because").GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Amended_content_is_a_correction_that_names_the_parts_and_the_message_it_corrects()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern(facts: "one")));
        await agency.ReceiptAsync(first.Id);
        var second = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern(facts: "two")));
        var corrected = Assert.IsType<ConcernCorrected>(second.Data);
        Assert.Equal(first.Id, corrected.Corrects);
        Assert.Equal([PartName.Incident], corrected.Changed);
        Assert.Equal("two", corrected.Concern.Parts.Incident!.Facts);
        Assert.Equal(first.CorrelationId, second.CorrelationId);
        Assert.Equal(((ConcernRaised)first.Data).ConcernId, corrected.Concern.ConcernId);
        Assert.True(string.CompareOrdinal(second.Order, first.Order) > 0);
        Assert.Null(second.Sequence);
    }

    [Fact]
    public async Task Going_back_to_an_earlier_version_is_again_a_correction_with_an_id_of_its_own()
    {
        var ids = new List<string>();
        foreach (var facts in new[] { "one", "two", "one", "two" })
        {
            var sent = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern(facts: facts)));
            ids.Add(sent.Id);
            await agency.ReceiptAsync(sent.Id);
        }

        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task An_explicit_correction_is_the_amended_concern()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern(facts: "one")));
        await agency.ReceiptAsync(first.Id);
        var explicitly = Canonical.Message(new ConcernCorrected { Corrects = "whatever the system calls it", Concern = Canonical.Data(facts: "two") });
        var second = Assert.Single(await agency.SendAsync("b.json", explicitly));
        Assert.Equal(first.Id, Assert.IsType<ConcernCorrected>(second.Data).Corrects);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Concern(facts: "two")));
    }

    [Fact]
    public async Task An_amended_move_is_a_move_again_with_the_same_move_id()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Move(to: "E06000063")));
        await agency.ReceiptAsync(first.Id);
        var second = Assert.Single(await agency.SendAsync("a.json", Canonical.Move(to: "E10000029")));
        Assert.Equal(((ChildMovedArea)first.Data).MoveId, ((ChildMovedArea)second.Data).MoveId);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_withdrawal_of_a_concern_never_sent_is_quarantined()
    {
        Assert.Empty(await agency.SendAsync("a.json", Canonical.Withdrawal("C-9")));
        Assert.Contains("data.concernId", Assert.Single(agency.Reasons()));
    }

    [Fact]
    public async Task A_withdrawal_keeps_the_concerns_key_and_is_sent_once()
    {
        var first = Assert.Single(await agency.SendAsync("a.json", Canonical.Concern()));
        var second = Assert.Single(await agency.SendAsync("b.json", Canonical.Withdrawal()));
        Assert.Equal(first.PartitionKey, second.PartitionKey);
        Assert.Equal(first.CorrelationId, ((ConcernWithdrawn)second.Data).ConcernId);
        await agency.ReceiptAsync(second.Id);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Withdrawal()));
    }

    [Fact]
    public async Task An_old_file_dropped_again_does_not_bring_a_withdrawn_concern_back()
    {
        await agency.SendAsync("a.json", Canonical.Concern());
        await agency.SendAsync("b.json", Canonical.Withdrawal());
        await agency.ReceiptAsync(agency.Link.Messages[0].Id);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Concern()));
    }

    [Fact]
    public async Task The_summary_names_what_is_about_each_record_so_that_an_answer_is_recognised()
    {
        var sent = await agency.SendAsync("a.json", Canonical.List("{}", Canonical.Concern("1")));

        Assert.Equal(
            sent.Select(message => ("message 2", message.Id, ((ConcernRaised)message.Data).ConcernId)),
            agency.Summary("a.json").GetProperty("sent").EnumerateArray().Select(one => (one.GetProperty("place").GetString()!, one.GetProperty("message").GetString()!, one.GetProperty("about").GetString()!)));
    }

    [Fact]
    public async Task An_old_file_dropped_again_does_not_bring_a_withdrawn_notice_back_and_what_was_never_sent_cannot_be_withdrawn()
    {
        Assert.Empty(await agency.SendAsync("none.json", Canonical.NoticeWithdrawal()));
        var told = Assert.Single(await agency.SendAsync("a.json", Canonical.Notice()));
        var withdrawn = Assert.Single(await agency.SendAsync("b.json", Canonical.NoticeWithdrawal()));
        await agency.ReceiptAsync(told.Id);

        Assert.Equal(((PlanChanged)told.Data).NoticeId, ((NoticeWithdrawn)withdrawn.Data).NoticeId);
        Assert.DoesNotContain("PLAN-1", ((PlanChanged)told.Data).PlanId, StringComparison.Ordinal);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Notice()));
    }

    [Fact]
    public async Task An_old_file_dropped_again_does_not_give_a_withdrawn_consent_again()
    {
        var given = Assert.Single(await agency.SendAsync("a.json", Canonical.Consent()));
        await agency.ReceiptAsync(given.Id);
        var withdrawn = Assert.Single(await agency.SendAsync("b.json", Canonical.ConsentWithdrawal()));
        await agency.ReceiptAsync(withdrawn.Id);
        Assert.Equal(((ConsentRecorded)given.Data).ConsentId, ((ConsentWithdrawn)withdrawn.Data).ConsentId);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Consent()));
    }

    [Fact]
    public async Task An_acknowledgement_and_a_decision_of_one_delivery_are_two_messages_that_keep_its_id()
    {
        var acknowledged = new ConcernAcknowledged { DeliveryId = "d-1", Answer = AcknowledgementAnswer.Acknowledged, Role = Roles.FrontDoor, At = Canonical.Time };
        var decision = new ConcernDecision { DeliveryId = "d-1", Outcome = ConcernOutcome.S17, Rationale = "needs help", DecidedBy = Roles.FrontDoor, DecidedAt = Canonical.Time };
        var both = Canonical.List(Canonical.Message(acknowledged), Canonical.Message(decision));
        var first = Assert.Single(await agency.SendAsync("a.json", both));
        Assert.Equal("d-1", first.CausationId);
        await agency.ReceiptAsync(first.Id);
        agency.Link.Published.Clear();
        await agency.SendAsync();
        Assert.Equal("d-1", Assert.IsType<ConcernDecision>(Assert.Single(agency.Link.Messages).Data).DeliveryId);
        Assert.Equal(2, agency.Summary("a.json").GetProperty("messages").GetInt32());
        agency.Drop("b.json", both);
        await agency.PickUpAsync();
        Assert.Equal(2, agency.Summary("b.json").GetProperty("nothingToSend").GetInt32());
    }

    [Fact]
    public async Task An_id_used_again_with_other_content_is_refused_and_the_record_goes_to_quarantine()
    {
        await agency.SendAsync("a.json", Canonical.Concern("C-1", facts: "one", id: "x1"));
        Assert.Empty(await agency.SendAsync("b.json", Canonical.Concern("C-1", facts: "two", id: "x1")));
        Assert.Contains("was used before for other content", Assert.Single(agency.Reasons()));
        Assert.Contains("\"field\": \"id\"", Assert.Single(agency.Reasons()));
        Assert.Equal(1, agency.Adapter.Status().ReusedIds);
    }

    [Fact]
    public async Task An_id_used_again_with_the_same_content_is_nothing_even_after_a_newer_version()
    {
        await agency.SendAsync("a.json", Canonical.Concern(facts: "one", id: "x1"));
        await agency.SendAsync("b.json", Canonical.Concern(facts: "two", id: "x2"));
        await agency.ReceiptAsync(agency.Link.Messages[0].Id);
        Assert.Empty(await agency.SendAsync("c.json", Canonical.Concern(facts: "one", id: "x1")));
    }

    [Fact]
    public async Task A_message_that_would_be_too_large_is_quarantined_and_its_neighbour_sent()
    {
        // Within each field's own limit; characters that take six bytes as JSON make the whole too large.
        static string Text(int length) => new('\u0001', length);
        var crowd = Enumerable.Repeat(new Person { Relationship = "?", Name = new() { Family = Text(100), Given = [.. Enumerable.Repeat(Text(100), 10)] } }, 30).ToList();
        var large = Canonical.Data("big") with
        {
            Parts = Canonical.Parts("pupil-1") with
            {
                Incident = new() { Facts = Text(20_000) },
                Medical = new() { Notes = Text(20_000) },
                Household = new() { Notes = Text(10_000), Adults = crowd, Siblings = crowd },
                ThirdParty = new() { Notes = Text(10_000), People = crowd },
                Education = new() { Notes = Text(10_000) },
                Intelligence = new() { Scheme = "3x5x2", Notes = Text(10_000) },
                ChildVoice = new() { Status = ChildVoiceStatus.Obtained, Words = Text(10_000) },
            },
        };
        agency.Translators = [new FixedTranslator(Draft(large, "big"), Draft(Canonical.Data("small"), "small"))];
        agency.Drop("a.json", "{}");
        await agency.PickUpAsync();
        Assert.Equal(1, agency.Summary("a.json").GetProperty("messages").GetInt32());
        Assert.Contains("must not be larger than 1024 KiB", Assert.Single(agency.Reasons()));

        static RecordTranslation Draft(object data, string key) =>
            new RecordTranslation.Messages("record " + key, new Draft(AgencyUnderTest.School, key, key, Canonical.Time, data));
    }

    public ValueTask DisposeAsync() => agency.DisposeAsync();
}
