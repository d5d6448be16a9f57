using InfoShare.Adapters.SocialCare.Cin;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

public sealed class CinRulesTests
{
    [Fact]
    public void A_recent_open_referral_is_a_concern_told_in_words_and_codes()
    {
        var concern = Data<ConcernRaised>(File(Child(Episode())));

        Assert.Equal(3, concern.LevelOfNeed);
        Assert.Equal("cin:TEST0001:2026-11-05", concern.ConcernId);
        Assert.Equal(new DateOnly(2026, 11, 5), concern.Parts.Incident!.ObservedOn);
        Assert.Equal("2A", concern.Parts.Incident.ReferralSource);
        Assert.Equal("N1", concern.Parts.Incident.PrimaryNeed);
        Assert.Equal("Referral to children's social care on 2026-11-05 by a school; primary need: abuse or neglect.", concern.Parts.Incident.Facts);
        Assert.Equal(new DateOnly(2015, 4, 2), concern.Parts.Identity!.DateOfBirth);
        Assert.Equal(Sex.Female, concern.Parts.Identity.Sex);
        Assert.Equal(
            [(IdentifierSystem.LaChildId, "TEST0001"), (IdentifierSystem.Local, "TEST0001")],
            concern.Parts.Identity.Identifiers.Select(i => (i.System, i.Value)));
        Assert.Empty(concern.Marks);
        Assert.Null(concern.Parts.Plan);
    }

    [Fact]
    public void A_draft_speaks_for_the_authority_of_the_file_at_midnight_of_the_referral()
    {
        var draft = Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(File(Child(Episode())))).Drafts);

        Assert.Equal(Cumberland, draft.From);
        Assert.Equal("TEST0001", draft.ChildKey);
        Assert.Equal("cin:TEST0001:2026-11-05", draft.RecordKey);
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.Zero), draft.Time);
    }

    [Theory]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-10-21", true)]
    [InlineData("2026-10-20", false)]
    public void A_referral_is_recent_for_thirty_days_and_then_a_pointer(string referred, bool recent)
    {
        var draft = Assert.Single(Assert.IsType<RecordTranslation.Messages>(Record(File(Child(Episode(referred))))).Drafts);

        Assert.IsType(recent ? typeof(ConcernRaised) : typeof(InvolvementRecorded), draft.Data);
    }

    [Fact]
    public void An_old_open_episode_is_an_involvement_with_its_open_plans()
    {
        var involvement = Data<InvolvementRecorded>(File(Child(Episode("2025-02-11", Protection("2025-03-04", "", "EMO") + Need("2025-02-20", "2025-03-04")))));

        Assert.Equal(new DateOnly(2025, 2, 11), involvement.Since);
        Assert.Null(involvement.Until);
        var plan = Assert.Single(involvement.Parts.Plan!.Plans);
        Assert.Equal((PlanType.ChildProtection, new DateOnly(2025, 3, 4), "EMO"), (plan.Type, plan.Start!.Value, plan.Category));
    }

    [Fact]
    public void An_open_protection_plan_makes_level_four_and_names_the_category()
    {
        var concern = Data<ConcernRaised>(File(Child(Episode(rest: Protection("2026-11-10", "", "NEG")))));

        Assert.Equal(4, concern.LevelOfNeed);
        Assert.Equal(["NEG"], concern.Parts.Incident!.Categories);
        Assert.EndsWith("Child protection plan open since 2026-11-10, category: neglect.", concern.Parts.Incident.Facts);
    }

    [Theory]
    [InlineData("", "false", 4)]
    [InlineData("<DateOfInitialCPC>2026-11-15</DateOfInitialCPC>", "false", 3)]
    [InlineData("<DateOfInitialCPC>2026-11-25</DateOfInitialCPC>", "false", 4)]
    [InlineData("<DateOfInitialCPC>2026-11-01</DateOfInitialCPC>", "false", 4)]
    [InlineData("", "TRUE", 3)]
    public void An_enquiry_without_a_later_end_makes_level_four(string conference, string notRequired, int level)
    {
        var enquiry = $"<Section47><S47ActualStartDate>2026-11-08</S47ActualStartDate>{conference}<ICPCnotRequired>{notRequired}</ICPCnotRequired></Section47>";

        Assert.Equal(level, Data<ConcernRaised>(File(Child(Episode(rest: enquiry)))).LevelOfNeed);
    }

    [Fact]
    public void A_recent_referral_recorded_as_no_further_action_is_still_sent_and_says_so()
    {
        var concern = Data<ConcernRaised>(File(Child(Episode().Replace("<ReferralNFA>false", "<ReferralNFA>true", StringComparison.Ordinal))));

        Assert.Equal(3, concern.LevelOfNeed);
        Assert.Contains("no further action", concern.Parts.Incident!.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recent_transfer_to_another_authority_is_a_move_for_which_we_stay_responsible()
    {
        var move = Data<ChildMovedArea>(File(Child(Episode("2026-01-15", Closed("2026-11-09", "RC5") + Protection("2026-02-01", "2026-11-09", "PHY")))));

        Assert.Equal("cin-rc5:TEST0001:2026-11-09", move.MoveId);
        Assert.Equal((MoveType.Permanent, MoveSignal.TransferOut), (move.MoveType, move.DetectedBy));
        Assert.Equal(("E06000063", null, "E06000063"), (move.FromArea, move.ToArea, move.ResponsibilityHeldBy));
        Assert.Equal(new DateOnly(2026, 11, 9), move.EffectiveDate);
        Assert.Equal("PHY", Assert.Single(move.Parts.Plan!.Plans).Category);
    }

    [Fact]
    public void An_older_transfer_is_an_involvement_that_ended()
    {
        var involvement = Data<InvolvementRecorded>(File(Child(Episode("2026-01-15", Closed("2026-09-09", "RC5")))));

        Assert.Equal((new DateOnly(2026, 1, 15), new DateOnly(2026, 9, 9), "RC5"), (involvement.Since!.Value, involvement.Until!.Value, involvement.ClosureReason));
    }

    [Theory]
    [InlineData("2026-11-09", "RC8", CinReasons.Closed)]
    [InlineData("2026-11-09", "RC0", CinReasons.ClosedUnclear)]
    public void Another_closed_episode_is_nothing_to_send(string closed, string reason, string expected) =>
        Assert.Equal(expected, Reason(File(Child(Episode(rest: Closed(closed, reason))))));

    [Theory]
    [InlineData("2026-12-24")]
    [InlineData("2026-11-31")]
    [InlineData("2026-10-01")]
    public void A_closure_that_has_not_come_or_cannot_be_closes_nothing_and_is_marked(string closed)
    {
        var concern = Data<ConcernRaised>(File(Child(Episode(rest: Closed(closed, "RC8")))));

        Assert.Equal("CINdetails/CINclosureDate", Assert.Single(concern.Marks).Field);
    }

    [Theory]
    [InlineData("2008-11-20", true)]
    [InlineData("2008-11-21", false)]
    public void Somebody_is_an_adult_from_the_eighteenth_birthday(string born, bool adult)
    {
        var file = File(Child(Episode(), $"<LAchildID>TEST0001</LAchildID><PersonBirthDate>{born}</PersonBirthDate><Sex>M</Sex>"));

        if (adult)
            Assert.Equal(CinReasons.Adult, Reason(file));
        else
            Assert.NotNull(Data<ConcernRaised>(file));
    }

    [Fact]
    public void A_child_who_has_died_is_nothing_to_send_for_every_episode() =>
        Assert.All(
            Records(File(Child(Episode() + Episode("2026-02-30"), Identifiers + "<PersonDeathDate>2026-08-15</PersonDeathDate>"))),
            record => Assert.Equal(CinReasons.HasDied, Assert.IsType<RecordTranslation.NothingToSend>(record).Reason));

    [Fact]
    public void An_unborn_child_is_a_child()
    {
        var identity = Data<ConcernRaised>(File(Child(Episode(),
            "<LAchildID>TEST0001</LAchildID><ExpectedPersonBirthDate>2027-02-14</ExpectedPersonBirthDate><Sex>U</Sex>"))).Parts.Identity!;

        Assert.Equal((null, new DateOnly(2027, 2, 14), Sex.Unknown), (identity.DateOfBirth, identity.ExpectedDateOfBirth!.Value, identity.Sex!.Value));
    }

    [Fact]
    public void A_child_without_an_episode_is_one_record_with_nothing_to_send() =>
        Assert.Equal(CinReasons.NoEpisode, Reason(File(Child(""))));

    [Fact]
    public void Two_episodes_of_one_day_have_keys_of_their_own_which_a_closure_does_not_change()
    {
        string[] Keys(string first) => [.. Records(File(Child(first + Episode("2026-11-05"))))
            .OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts).Select(d => d.RecordKey)];

        Assert.Equal(["cin:TEST0001:2026-11-05", "cin:TEST0001:2026-11-05:2"], Keys(Episode("2026-11-05")));
        Assert.Equal(["cin:TEST0001:2026-11-05:2"], Keys(Episode("2026-11-05", Closed("2026-11-10", "RC8"))));
    }

    [Fact]
    public void A_child_that_comes_first_in_the_next_export_changes_nothing_of_the_second()
    {
        var bad = Child(Episode(rest: "<DateOfInitialCPC/>"), Identifiers.Replace("<Sex>F", "<Sex>1", StringComparison.Ordinal));
        var other = Child(Episode(), Identifiers.Replace("0001", "0002", StringComparison.Ordinal));

        var alone = Data<ConcernRaised>(File(bad));
        var second = Assert.IsType<RecordTranslation.Messages>(Records(File(other + bad))[1]).Drafts[0].Data;

        Assert.Equivalent(alone, second, strict: true);
    }

    [Fact]
    public void When_the_file_was_picked_up_changes_nothing()
    {
        var file = File(Child(Episode()));

        Assert.Equivalent(Record(file), Record(file, Context() with { At = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) }), strict: true);
    }

    private static string Closed(string day, string reason) =>
        $"<CINclosureDate>{day}</CINclosureDate><ReasonForClosure>{reason}</ReasonForClosure>";

    private static string Protection(string start, string end, string category) =>
        $"<ChildProtectionPlans><CPPstartDate>{start}</CPPstartDate><CPPendDate>{end}</CPPendDate><InitialCategoryOfAbuse>{category}</InitialCategoryOfAbuse>" +
        $"<LatestCategoryOfAbuse>{category}</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>";

    private static string Need(string start, string end) =>
        $"<CINPlanDates><CINPlanStartDate>{start}</CINPlanStartDate><CINPlanEndDate>{end}</CINPlanEndDate></CINPlanDates>";
}
