using System.Text.Json.Nodes;
using InfoShare.Adapters.Police.Notifications;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.Police.Notices;

namespace InfoShare.Tests.Police;

public sealed class NotificationTests
{
    [Fact]
    public void A_domestic_abuse_notice_is_a_concern_with_its_parts_and_the_time_by_which_the_school_needs_it()
    {
        var concern = Concern(Full("handling.sharing", "P"));

        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), concern.RespondBy);
        Assert.Equal(3, concern.LevelOfNeed);
        Assert.Equal(["1B", "3B"], concern.Parts.Incident!.Factors);
        Assert.Equal(["EMO"], concern.Parts.Incident.Categories);
        Assert.Equal(("6", "CUM-20261119-0901", 2), (concern.Parts.Incident.ReferralSource, concern.Parts.Incident.Reference, concern.Parts.Incident.PriorConcernCount));
        Assert.Equal("Support in school today.\nDo not contact the parents about this.", concern.Parts.Incident.ActionRequested);
        Assert.Equal("999998", concern.Parts.Education!.SchoolUrn);
        Assert.Equal((ChildVoiceStatus.Obtained, "Invented words.", false), (concern.Parts.ChildVoice!.Status, concern.Parts.ChildVoice.Words, concern.Parts.ChildVoice.AdultPresent));
        Assert.Equal(("safeguarding-hub-sergeant", "01632 960001"), (concern.Parts.Contact!.Role, concern.Parts.Contact.Reach));
        Assert.Equal("CA99 9ZZ", Assert.Single(concern.Parts.Address!.Addresses).Postcode);
        Assert.False(concern.Parts.Address.Restricted);
    }

    [Fact]
    public void What_a_school_may_read_says_what_happened_and_names_no_adult_and_no_risk_assessment()
    {
        var facts = Concern(Full("handling.sharing", "P")).Parts.Incident!.Facts!;

        string[] said = ["Police notice: domestic abuse.", "at the child's home: upper floor", "Invented circumstances.", "Missing since: 2026-11-19 18:00 UTC",
            "Found at: Sample Station", "An appropriate adult was present.", "The child was present.", "Where in the house: upstairs", "A welfare check was made.",
            "No injury was seen.", "No crime was recorded: no offence disclosed", "Done so far: children's services told; safety plan made."];
        Assert.All(said, text => Assert.Contains(text, facts, StringComparison.Ordinal));
        Assert.All(["Alex", "DASH", "THRIVE", "mother", "intelligence"], text => Assert.DoesNotContain(text, facts, StringComparison.Ordinal));
    }

    [Fact]
    public void Adults_and_risk_go_to_the_household_and_witnesses_to_third_parties()
    {
        var parts = Concern(Full("handling.sharing", "P")).Parts;

        Assert.Equal(("mother", "alleged-victim"), (Assert.Single(parts.Household!.Adults).Relationship, parts.Household.Adults[0].Role));
        Assert.True(parts.Household.AdultsUnknown);
        Assert.Equal(
            "Risk assessment: DASH, 9 ticks, medium, not referred to MARAC.\nTHRIVE: risk: medium; vulnerability: child in household.\nSafe contact of the alleged-victim: none, not by letter.",
            parts.Household.Notes);
        Assert.Equal(("unknown", "witness"), (Assert.Single(parts.ThirdParty!.People).Relationship, parts.ThirdParty.People[0].Role));
    }

    [Fact]
    public void Each_child_of_a_notice_is_a_message_of_its_own_and_they_name_each_other()
    {
        var drafts = Drafts(Sample("full.json"));

        var (robin, unborn) = ((ConcernRaised)drafts[0].Data, (ConcernRaised)drafts[1].Data);
        Assert.Equal([unborn.ConcernId], robin.LinkedConcerns);
        Assert.Equal([robin.ConcernId], unborn.LinkedConcerns);
        Assert.Equal(new DateOnly(2027, 2, 1), unborn.Parts.Identity!.ExpectedDateOfBirth);
        Assert.Equal(["police:03-PPN-0901:Local:03-C-9001", "police:03-PPN-0901:name:UNBORN TESTPERSON:2027-02-01"], drafts.Select(d => d.RecordKey));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 6, 10, 0, TimeSpan.Zero), drafts[0].Time);
        Assert.Equal(Cumbria, drafts[0].From);
    }

    [Fact]
    public void A_wrong_check_digit_is_marked_on_the_number_and_nothing_is_refused()
    {
        var identity = Concern(Notice("""{ "identifiers": [{ "system": "nhs-number", "value": "9990123455" }, { "system": "upn", "value": "B942999825001" }], "name": { "family": "Testperson" } }""")).Parts.Identity!;

        Assert.All(identity.Identifiers, i => Assert.Equal(IdentifierStatus.CheckFailed, i.Status));
    }

    [Fact]
    public void The_least_that_a_force_sends_is_enough()
    {
        var concern = Concern("""
            { "format": "infoshare.police.child-notification", "formatVersion": "1.0", "notificationId": "L1", "notificationType": "domestic-abuse",
              "sentAt": "2026-11-20T06:10:00Z", "incident": { "occurredAt": "2026-11-19T22:40:00Z" },
              "children": [{ "name": { "family": "Testperson", "given": ["Robin"] }, "dateOfBirth": "2016-05-14", "present": false, "welfareCheckMade": true }] }
            """);

        Assert.Equal("Police notice: domestic abuse.\nThe child was not present.\nA welfare check was made.", concern.Parts.Incident!.Facts);
        Assert.Null(concern.LevelOfNeed);
        Assert.Null(concern.Handling);
        Assert.Equal([PartNames("identity"), PartNames("incident")], concern.Parts.Present().Select(p => p.ToString()));
        Assert.Empty(concern.Marks);
    }

    [Theory]
    [InlineData("missing", "10A")]
    [InlineData("found", "10A")]
    [InlineData("domestic-abuse", "3B")]
    [InlineData("custody", "")]
    [InlineData("child-concern", "")]
    public void The_type_of_a_notice_is_a_factor_where_the_census_has_one(string type, string factor) =>
        Assert.Equal(factor, string.Join(' ', Concern(Notice().Replace("child-concern", type, StringComparison.Ordinal)).Parts.Incident!.Factors));

    [Fact]
    public void A_notice_of_domestic_abuse_to_the_child_is_not_made_one_of_a_parent() =>
        Assert.Equal(["3A"], Concern(Notice(rest: """ "incident": { "factors": ["3A"] } """).Replace("child-concern", "domestic-abuse", StringComparison.Ordinal)).Parts.Incident!.Factors);

    [Fact]
    public void An_unknown_type_is_a_general_concern_with_a_mark() =>
        Assert.Contains("notificationType", Concern(Notice().Replace("\"child-concern\"", "\"something-new\"", StringComparison.Ordinal)).Marks.Select(m => m.Field));

    [Fact]
    public void A_missing_child_was_seen_last_when_it_went_missing() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 17, 0, 0, TimeSpan.Zero), Concern(Notice(rest: """ "missing": { "since": "2026-11-19T18:00+01:00" } """)).Parts.Incident!.ObservedAt);

    [Fact]
    public void The_place_of_an_incident_away_from_home_says_nothing_of_where_the_child_lives()
    {
        Assert.Null(Concern(Notice(rest: """ "incident": { "location": { "type": "public-place", "laGss": "E06000063" } } """)).Parts.Address);
        Assert.Equal("E06000063", Assert.Single(Concern(Notice(rest: """ "incident": { "location": { "type": "home", "laGss": "E06000063" } } """)).Parts.Address!.Addresses).AreaCode);
    }

    [Fact]
    public void A_restricted_address_is_said_to_be_restricted_even_where_it_is_not_told()
    {
        var address = Concern(Notice("""{ "name": { "family": "Testperson" }, "addressRestricted": true }""")).Parts.Address!;

        Assert.True(address.Restricted);
        Assert.Empty(address.Addresses);
    }

    [Fact]
    public void An_allegation_against_staff_and_immediate_danger_are_told()
    {
        var concern = Concern(Notice(rest: """ "allegationAgainstStaff": true, "immediateDanger": true """));

        Assert.True(concern.AllegationAgainstStaff);
        Assert.True(concern.ImmediateDanger);
    }

    [Fact]
    public void Somebody_of_eighteen_is_an_adult_and_a_notice_without_a_child_is_nothing_to_send()
    {
        Assert.Equal(NoticeProblems.Adult, Reason(Notice("""{ "name": { "family": "Testperson" }, "dateOfBirth": "2008-11-20" }""")));
        Assert.Equal(NoticeProblems.NoChild, Reason(Notice("", """ "adults": [{ "role": "alleged-victim" }] """)));
    }

    [Fact]
    public void A_bad_child_stops_neither_its_sibling_nor_the_next_notice()
    {
        var records = Records($"[{Notice(Robin + ", { \"sex\": \"F\" }")}, 7, {Notice().Replace("\"N1\"", "\"N2\"", StringComparison.Ordinal)}]");

        Assert.Equal(["notice 1, child 1", "notice 1, child 2", "notice 2", "notice 3, child 1"], records.Select(r => r.Place));
        Assert.IsType<RecordTranslation.Messages>(records[0]);
        Assert.Equal("children[2]", Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(records[1]).Problems).Field);
        Assert.IsType<RecordTranslation.Quarantined>(records[2]);
        Assert.IsType<RecordTranslation.Messages>(records[3]);
    }

    [Fact]
    public void Two_children_whom_nothing_tells_apart_are_not_made_one_concern() =>
        Assert.IsType<RecordTranslation.Quarantined>(Records(Notice($"{Robin}, {Robin}"))[1]);

    [Theory]
    [InlineData("notificationId")]
    [InlineData("sentAt")]
    [InlineData("formatVersion")]
    public void Without_its_head_a_notice_goes_to_quarantine(string field) => Assert.Equal([field], QuarantinedFields(Full(field, null)));

    [Theory]
    [InlineData("formatVersion", "2.0")]
    [InlineData("sentAt", "2026-11-22T00:00:00Z")]
    [InlineData("sentAt", "2026-11-20T06:10:00")]
    [InlineData("status", "cancelled")]
    [InlineData("format", "something.else")]
    public void A_head_that_cannot_be_right_goes_to_quarantine(string field, string value) => Assert.Equal([field], QuarantinedFields(Full(field, value)));

    [Fact]
    public void A_notice_of_a_force_that_the_participant_does_not_speak_for_goes_to_quarantine()
    {
        Assert.Equal(Suffolk, Draft(Notice(rest: """ "force": { "forceCode": "37" } """)).From);
        Assert.Equal(["force.forceCode"], QuarantinedFields(Notice(rest: """ "force": { "forceCode": "36" } """)));
    }

    [Fact]
    public void A_correction_has_the_key_of_the_notice_that_it_corrects_whatever_the_place_of_the_child()
    {
        var first = Drafts(System.Text.Encoding.UTF8.GetBytes(Notice($"{Robin}, {Robin.Replace("Robin", "Alex", StringComparison.Ordinal)}")));
        var second = Drafts(System.Text.Encoding.UTF8.GetBytes(Notice($"{Robin.Replace("Robin", "Alex", StringComparison.Ordinal)}, {Robin}", """ "status": "correction", "levelOfNeed": 4 """)));

        Assert.Equal(first.Select(d => d.RecordKey).Order(), second.Select(d => d.RecordKey).Order());
        Assert.NotEqual(first[0].RecordKey, second[0].RecordKey);
    }

    [Theory]
    [InlineData("wrong-child", WithdrawalReason.WrongChild)]
    [InlineData("whatever", WithdrawalReason.SentInError)]
    public void A_withdrawal_takes_back_the_concern_about_each_child(string reason, WithdrawalReason expected)
    {
        var raised = Draft(Notice());
        var withdrawn = Draft(Notice(rest: $$""" "status": "withdrawal", "withdrawalReason": "{{reason}}" """));

        Assert.Equal(raised.RecordKey, withdrawn.RecordKey);
        Assert.Equal(expected, Assert.IsType<ConcernWithdrawn>(withdrawn.Data).Reason);
    }

    [Fact]
    public void A_field_that_cannot_be_used_is_dropped_and_marked_by_its_name_alone()
    {
        var concern = Concern(Full("children.0.dateOfBirth", "14/05/2016").Replace("\"medium\"", JsonValue.Create(new string('x', 300)).ToJsonString(), StringComparison.Ordinal));

        Assert.Equal(["children.dateOfBirth", "incident.riskAssessment.grade", "incident.thrive.risk"], concern.Marks.Select(m => m.Field).Order());
        Assert.Null(concern.Parts.Identity!.DateOfBirth);
    }

    [Fact]
    public void A_story_that_is_too_long_is_cut_and_says_so()
    {
        var concern = Concern(Full("incident.circumstances", new string('x', 30_000)));

        Assert.Contains("was cut here.]", concern.Parts.Incident!.Facts, StringComparison.Ordinal);
        Assert.Equal("incident.circumstances", Assert.Single(concern.Marks).Field);
    }

    private static string PartNames(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
