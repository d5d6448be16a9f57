using InfoShare.Adapters.SocialCare;
using InfoShare.Adapters.SocialCare.Ssda903;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.SocialCare.Episodes;

namespace InfoShare.Tests.SocialCare;

public sealed class Ssda903Tests
{
    [Fact]
    public void A_placement_at_another_postcode_is_a_move_whose_areas_routing_is_left_to_tell()
    {
        var move = Move(Records(Before, After)[1]);

        Assert.Equal((MoveType.Placement, MoveSignal.Placement, new DateOnly(2026, 11, 9)), (move.MoveType, move.DetectedBy, move.EffectiveDate!.Value));
        Assert.Equal((null, null, "E06000063"), (move.FromArea, move.ToArea, move.ResponsibilityHeldBy));
        Assert.Equal(
            [("IP99 9ZZ", AddressUse.Home, null), ("CA99 9ZZ", AddressUse.Old, new DateOnly(2026, 11, 9))],
            move.Parts.Address!.Addresses.Select(a => (a.Postcode!, a.Use!.Value, a.To)));
        Assert.Null(move.Parts.Address.Restricted);
        Assert.Equal((PlanType.LookedAfter, new DateOnly(2026, 6, 1)), (Assert.Single(move.Parts.Plan!.Plans).Type, move.Parts.Plan.Plans[0].Start!.Value));
        Assert.Equal(
            [(IdentifierSystem.LaChildId, "C1"), (IdentifierSystem.Local, "C1")],
            move.Parts.Identity!.Identifiers.Select(i => (i.System, i.Value)));
    }

    [Fact]
    public void A_move_has_one_key_whatever_stands_in_the_file_before_it_and_its_child_the_key_of_the_census()
    {
        Draft Alone(params string[] rows) => Records(rows).OfType<RecordTranslation.Messages>().Single().Drafts[0];

        var draft = Alone(Before, After);

        Assert.Equal(("ssda903:C1:2026-11-09", "C1"), (draft.RecordKey, draft.ChildKey));
        Assert.Equivalent(draft, Alone(After, "C0,01/06/2026,S,C2,N1,U4,PR1,,,,,IP99 9ZZ,", Before), strict: true);
    }

    [Theory]
    [InlineData("C1,2026-06-01,S,C2,N1,U4,PR1,2026-11-09,X1,CARPL,CA99 9ZZ,CA99 9ZZ,")]
    [InlineData("C1,1/6/2026,S,C2,N1,U4,PR1,9/11/2026,X1,CARPL,CA99 9ZZ,ca999zz,")]
    [InlineData("C1,01/06/2026 00:00,S,C2,N1,U4,PR1,09/11/2026 00:00,X1,CARPL,CA99 9ZZ,CA99 9ZZ,")]
    public void Days_may_be_written_as_the_department_asks_or_as_the_standard_does(string before) =>
        Assert.Equal(new DateOnly(2026, 6, 1), Move(Records(before, After)[1]).Parts.Plan!.Plans[0].Start);

    [Theory]
    [InlineData("C1,09/11/2026,P,C2,N1,U4,PR1,,,,CA99 9ZZ,CA999ZZ,", Ssda903Reasons.SamePostcode)]
    [InlineData("C1,09/11/2026,P,C2,N1,U4,PR1,,,,CA99 9ZZ,CA99 9,", Ssda903Reasons.SamePostcode)]
    [InlineData("C1,09/11/2026,L,C2,N1,U4,PR1,,,,CA99 9ZZ,IP99 9ZZ,", Ssda903Reasons.LegalStatusOnly)]
    [InlineData("C1,09/11/2026,P,C2,N1,T1,PR1,,,,CA99 9ZZ,IP99 9ZZ,", Ssda903Reasons.NoChangeOfHome)]
    [InlineData("C1,09/11/2026,P,V3,N1,U4,PR1,,,,CA99 9ZZ,IP99 9ZZ,", Ssda903Reasons.NoChangeOfHome)]
    [InlineData("C1,09/11/2026,P,V4,N1,U4,PR1,,,,CA99 9ZZ,IP99 9ZZ,", Ssda903Reasons.NoChangeOfHome)]
    [InlineData("C1,09/11/2026,S,C2,N1,U4,PR1,,,,CA99 9ZZ,IP99 9ZZ,", Ssda903Reasons.FirstEpisode)]
    [InlineData("C1,09/11/2026,P,C2,N1,U4,PR1,,,,CA99 9ZZ,,", Ssda903Reasons.NoPostcode)]
    [InlineData("C1,01/09/2026,P,C2,N1,U4,PR1,,,,CA99 9ZZ,IP99 9ZZ,", Ssda903Reasons.LongAgo)]
    public void Without_a_change_of_home_there_is_nothing_to_send(string after, string reason) => Assert.Equal(reason, Kind(Records(Before, after)[1]));

    [Theory]
    [InlineData("T")]
    [InlineData("U")]
    [InlineData("B")]
    public void A_carer_who_moves_and_takes_the_child_along_makes_a_move(string rne) =>
        Assert.Equal("move", Kind(Records(Before, After.Replace(",P,", $",{rne},", StringComparison.Ordinal))[1]));

    [Fact]
    public void A_change_of_the_placements_status_is_told_by_the_episode_that_it_ended() =>
        Assert.Equal(Ssda903Reasons.StatusOfPlaceOnly, Kind(Records(Before.Replace("CARPL", "PLACE", StringComparison.Ordinal), After)[1]));

    [Fact]
    public void After_a_stay_in_hospital_the_home_before_it_counts()
    {
        const string Hospital = "C1,09/11/2026,T,C2,N1,T1,PR1,15/11/2026,X1,CARPL,,LA1 4RP,";

        Assert.Equal(
            [Ssda903Reasons.FirstEpisode, Ssda903Reasons.NoChangeOfHome, Ssda903Reasons.SamePostcode],
            Records(Before, Hospital, "C1,15/11/2026,T,C2,N1,U4,PR1,,,,,CA99 9ZZ,").Select(Kind));
        Assert.Equal("move", Kind(Records(Before, Hospital, "C1,15/11/2026,P,C2,N1,U4,PR1,,,,,IP99 9ZZ,")[2]));
    }

    [Fact]
    public void Care_taken_over_by_another_authority_is_a_move_to_an_unknown_one()
    {
        var move = Move(Records(Before.Replace(",X1,CARPL", ",E3,", StringComparison.Ordinal))[0]);

        Assert.Equal((MoveType.Permanent, MoveSignal.TransferOut), (move.MoveType, move.DetectedBy));
        Assert.Equal(("E06000063", null, new DateOnly(2026, 11, 9)), (move.FromArea, move.ToArea, move.EffectiveDate!.Value));
        Assert.Equal("ssda903-end:C1:2026-11-09", move.MoveId);
        Assert.Equal(new DateOnly(2026, 11, 9), Assert.Single(move.Parts.Plan!.Plans).End);
    }

    [Fact]
    public void Somebody_who_went_abroad_has_moved_too() =>
        Assert.Equal(MoveSignal.Placement, Move(Records(Before.Replace(",X1,CARPL", ",E16,", StringComparison.Ordinal))[0]).DetectedBy);

    [Fact]
    public void A_short_placement_may_be_two_moves() =>
        Assert.Equal("2 moves", Kind(Records(Before, "C1,09/11/2026,P,C2,N1,U4,PR1,15/11/2026,E3,,,IP99 9ZZ,")[1]));

    [Fact]
    public void A_placement_for_adoption_is_restricted() =>
        Assert.True(Move(Records(Before, After.Replace(",U4,", ",A4,", StringComparison.Ordinal))[1]).Parts.Address!.Restricted);

    [Theory]
    [InlineData("E2", Ssda903Reasons.HasDied)]
    [InlineData("E17", Ssda903Reasons.Adult)]
    public void Of_somebody_who_has_died_or_grown_up_nothing_is_told(string reason, string expected) =>
        Assert.All(Records(Before, $"C1,09/11/2026,P,C2,N1,U4,PR1,15/11/2026,{reason},,,IP99 9ZZ,"), record => Assert.Equal(expected, Kind(record)));

    [Fact]
    public void An_episode_given_twice_counts_once_and_the_one_with_an_end_is_kept() =>
        Assert.Equal(
            [Ssda903Reasons.GivenTwice, Ssda903Reasons.FirstEpisode, "move"],
            Records(Before.Replace("09/11/2026,X1,CARPL", ",,", StringComparison.Ordinal), Before, After).Select(Kind));

    [Fact]
    public void The_next_period_of_care_is_not_compared_with_the_last() =>
        Assert.Equal(Ssda903Reasons.FirstEpisode, Kind(Records(Before.Replace(",X1,CARPL", ",E4A,", StringComparison.Ordinal), After)[1]));

    [Theory]
    [InlineData(",09/11/2026,P,C2,N1,U4,PR1,,,,,IP99 9ZZ,", "line 2, CHILD")]
    [InlineData("C1,31/11/2026,P,C2,N1,U4,PR1,,,,,IP99 9ZZ,", "line 2, DECOM")]
    [InlineData("C1,21/11/2026,P,C2,N1,U4,PR1,,,,,IP99 9ZZ,", "line 2, DECOM")]
    [InlineData("C1,09/11/2026,P,C2,N1,U4,PR1,,,,,IP99 9ZZ,,Bristol, City of", "line 2")]
    [InlineData("C1,09/11/2026,P,C2,N1,U4,PR1,,,,,\"IP99 9ZZ,", "line 2")]
    public void A_row_that_cannot_be_used_goes_to_quarantine_and_the_next_goes_on(string row, string field)
    {
        var records = Records(row, Before, After);

        Assert.Equal(field, Assert.Single(Assert.IsType<RecordTranslation.Quarantined>(records[0]).Problems).Field);
        Assert.Equal("move", Kind(records[2]));
    }

    [Fact]
    public void A_code_that_is_none_is_marked_and_an_end_that_cannot_be_ends_nothing()
    {
        var move = Move(Records(Before, "C1,09/11/2026,P,XX,N1,U4,PR1,08/11/2026,,,,IP99 9ZZ,")[1]);

        Assert.Equal(["DEC", "LS"], move.Marks.Select(m => m.Field).Order());
    }

    [Fact]
    public void Headers_are_found_by_their_letters_whatever_their_order_and_other_columns_are_ignored() =>
        Assert.Equal("move", Kind(RecordsOf("""
            Year;Placement postcode;Child ID;decom;rne;dec
            2026;CA99 9ZZ;C1;01/06/2026;S;09/11/2026
            2026;"IP99 9ZZ";C1;09/11/2026;P;
            """)[1]));

    [Fact]
    public void A_line_of_separators_alone_is_no_row() => Assert.Equal(2, Records(Before, ",,,,,,,,,,,,", After).Count);

    [Theory]
    [InlineData("CHILD,DECOM,RNE\n", "PL_POST")]
    [InlineData("", "")]
    [InlineData("<a/>", "CHILD")]
    public void What_has_not_the_columns_cannot_be_read(string text, string field) =>
        Assert.Equal(field, Assert.Single(Assert.IsType<FileTranslation.Unreadable>(Translate(text)).Problems).Field);

    [Fact]
    public void The_file_is_told_from_the_others_of_social_care_by_its_header()
    {
        string Format(string name, string text) => SocialCareAdapter.Translators.First(t => t.Recognises(name, System.Text.Encoding.UTF8.GetBytes(text))).Format;

        Assert.Equal("ssda903", Format("a.csv", Header));
        Assert.Equal("cp-plans", Format("a.csv", "child_id,plan,start"));
        Assert.Equal("cp-plans", Format("a.json", """{ "format": "infoshare.social-care.plan-list" }"""));
        Assert.Equal("cin", Format("a.xml", "<Message>"));
        Assert.Equal("canonical", Format("a.json", "{}"));
    }
}
