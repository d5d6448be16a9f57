using InfoShare.Adapters.Education.Ctf;
using InfoShare.Adapters.Education.Pupils;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

/// <summary>What becomes of a pupil: docs/formats-education.md, line by line.</summary>
public sealed class CtfMoveTests
{
    [Fact]
    public void A_leaver_to_another_authority_becomes_a_move_there()
    {
        var draft = Draft(File(Pupil()));

        var move = Assert.IsType<ChildMovedArea>(draft.Data);
        Assert.Equal((MoveType.Permanent, MoveSignal.SchoolLeaver, new DateOnly(2026, 11, 19)), (move.MoveType, move.DetectedBy, move.EffectiveDate));
        Assert.Equal(("E06000063", "E10000029", "E06000063"), (move.FromArea, move.ToArea, move.ResponsibilityHeldBy));
        Assert.Equal("999999", move.Parts.Education!.SchoolUrn);
        Assert.Equal((School, "Upn:A942999825001", "ctf:Upn:A942999825001:2026-11-19"), (draft.From, draft.ChildKey, draft.RecordKey));
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 0, 0, 0, TimeSpan.Zero), draft.Time);
        Assert.Empty(move.Marks);
    }

    [Fact]
    public void A_leaver_whose_destination_is_unknown_becomes_a_move_without_one()
    {
        var move = Move(File(Pupil(), Unknown));

        Assert.Equal((MoveType.UnknownWhereabouts, null, "E06000063"), (move.MoveType, move.ToArea, move.FromArea));
        Assert.Null(move.Parts.Education);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<LEA></LEA><Estab/>")]
    [InlineData("<LEA>xxx</LEA><Estab>xxxx</Estab>")]
    [InlineData("<LEA>Suffolk</LEA>")]
    public void A_destination_that_says_nothing_is_unknown(string destination) =>
        Assert.Equal(MoveType.UnknownWhereabouts, Move(File(Pupil(), destination)).MoveType);

    [Fact]
    public void A_leaver_to_a_school_of_the_same_authority_changes_the_school_alone()
    {
        var move = Move(File(Pupil(), "<LEA>942</LEA><Estab>9996</Estab>"));

        Assert.Equal((MoveType.SchoolOnly, "E06000063", "E06000063"), (move.MoveType, move.FromArea, move.ToArea));
    }

    [Fact]
    public void A_leaver_to_an_authority_that_is_not_known_here_moves_and_the_area_is_marked()
    {
        var move = Move(File(Pupil(), "<LEA>201</LEA><Estab>3614</Estab>"));

        Assert.Equal((MoveType.Permanent, null), (move.MoveType, move.ToArea));
        Assert.Equal("Header/DestSchool/LEA", Assert.Single(move.Marks).Field);
    }

    [Fact]
    public void A_leaver_of_next_month_is_planned_and_the_new_school_is_not_the_childs_school_yet()
    {
        var draft = Draft(File(Pupil(history: Left.Replace("2026-11-19", "2026-12-18", StringComparison.Ordinal))));

        var move = Assert.IsType<ChildMovedArea>(draft.Data);
        Assert.Equal((MoveType.Planned, new DateOnly(2026, 12, 18), "E10000029"), (move.MoveType, move.EffectiveDate, move.ToArea));
        Assert.Null(move.Parts.Education);
        Assert.Equal(Context().At, draft.Time);
    }

    [Theory]
    [InlineData("<LEA>MMM</LEA><Estab>MMMM</Estab>")]
    [InlineData("<LEA>942</LEA><Estab>MMMM</Estab>")]
    public void A_leaver_out_of_the_publicly_funded_sector_is_not_sent(string destination) =>
        Assert.Equal(CtfReasons.OutOfSector, Reason(File(Pupil(), destination)));

    [Theory]
    [InlineData("")]
    [InlineData("<SchoolHistory/>")]
    [InlineData("<SchoolHistory><School><LEA>942</LEA><Estab>9998</Estab><LastSchool>true</LastSchool></School></SchoolHistory>")]
    [InlineData("<SchoolHistory><School><LEA>935</LEA><Estab>9999</Estab><LeavingDate>2026-11-19</LeavingDate><LastSchool>true</LastSchool></School></SchoolHistory>")]
    public void A_pupil_without_a_leaving_date_at_the_school_that_wrote_the_file_is_no_leaver(string history) =>
        Assert.Equal(CtfReasons.NoLeaver, Reason(File(Pupil(history: history))));

    [Fact]
    public void Without_a_last_school_the_one_that_was_left_last_counts()
    {
        const string History = """
            <SchoolHistory>
              <School><LEA>942</LEA><Estab>9998</Estab><LeavingDate>2026-11-18</LeavingDate></School>
              <School><LEA>942</LEA><Estab>9990</Estab><LeavingDate>2021-07-20</LeavingDate></School>
            </SchoolHistory>
            """;

        Assert.Equal(new DateOnly(2026, 11, 18), Move(File(Pupil(history: History))).EffectiveDate);
        Assert.Equal(CtfReasons.NoLeaver, Reason(File(Pupil(history: History.Replace("2021-07-20", "2026-11-19", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_school_that_was_renumbered_is_known_by_its_URN() =>
        Assert.Equal(new DateOnly(2026, 11, 19), Move(File(Pupil(history: Left.Replace("<LEA>942</LEA>", "<LEA>909</LEA><URN>999998</URN>", StringComparison.Ordinal)))).EffectiveDate);

    [Fact]
    public void A_leaving_date_that_is_no_day_stops_the_pupil_and_is_named() =>
        Assert.Equal("Pupil[1]/SchoolHistory/School[1]/LeavingDate", QuarantinedField(File(Pupil(history: Left.Replace("2026-11-19", "19/11/2026", StringComparison.Ordinal)))));

    [Fact]
    public void Who_left_more_than_a_year_ago_or_is_an_adult_is_not_sent()
    {
        Assert.Equal(CtfReasons.LongAgo, Reason(File(Pupil(history: Left.Replace("2026-11-19", "2025-11-19", StringComparison.Ordinal)))));
        Assert.Equal(Age.Adult, Reason(File(Pupil(identity: Robin.Replace("2016", "2008", StringComparison.Ordinal)))));
    }

    [Fact]
    public void A_pupil_without_a_number_is_known_by_name_and_birth_date_and_one_without_these_is_quarantined()
    {
        Assert.Equal("name:ROBIN TESTPERSON:2016-05-14", Draft(File(Pupil(identity: Robin.Replace("A942999825001", "", StringComparison.Ordinal)))).ChildKey);
        Assert.Equal("Pupil[1]/UPN", QuarantinedField(File(Pupil(identity: "<Surname>Testperson</Surname>"))));
    }

    [Fact]
    public void The_second_pupil_with_a_number_is_quarantined_and_the_third_goes_on()
    {
        var records = Records(File(Pupil() + Pupil() + "<Pupils/>" + Pupil(identity: Robin.Replace("A942999825001", "P942999825002", StringComparison.Ordinal))));

        Assert.Equal(["Messages", "Quarantined", "Quarantined", "Messages"], records.Select(r => r.GetType().Name));
        Assert.Equal(["pupil 1", "pupil 2", "pupil 3", "pupil 4"], records.Select(r => r.Place));
    }

    [Fact]
    public void A_wrong_check_letter_is_kept_as_evidence_and_not_used_as_the_key()
    {
        var draft = Draft(File(Pupil(identity: Robin.Replace("A942999825001", "B942999825001", StringComparison.Ordinal))));

        Assert.StartsWith("name:", draft.ChildKey, StringComparison.Ordinal);
        Assert.Equal(("B942999825001", IdentifierStatus.CheckFailed), Assert.Single(((ChildMovedArea)draft.Data).Parts.Identity!.Identifiers) is var upn ? (upn.Value, upn.Status!.Value) : default);
    }

    [Fact]
    public void The_same_file_gives_the_same_message_wherever_the_pupil_stands_in_it()
    {
        var other = Pupil(identity: Robin.Replace("A942999825001", "P942999825002", StringComparison.Ordinal));
        var alone = Draft(File(Pupil("<Address><PostCode>x</PostCode></Address>")));
        var second = Assert.IsType<RecordTranslation.Messages>(Records(File(other + Pupil("<Address><PostCode>x</PostCode></Address>")))[1]);

        Assert.Equivalent(alone, Assert.Single(second.Drafts), strict: true);
    }

    [Fact]
    public void A_file_of_another_school_is_not_read()
    {
        var (field, _) = Unreadable(System.Text.Encoding.UTF8.GetBytes(File(Pupil())), Context(null, new OrganisationSource("urn", "999996")));

        Assert.Equal("Header/SourceSchool/URN", field);
    }

    [Fact]
    public void A_file_that_the_school_received_is_nothing_to_send() =>
        Assert.Equal(CtfReasons.Received, Reason(File(Pupil()), Context(null, new OrganisationSource("urn", "999999"))));

    [Fact]
    public void A_file_without_a_URN_is_of_the_participants_first_school_and_is_marked()
    {
        var draft = Draft(File(Pupil(), urn: ""), Context(null, new("urn", "999996"), School));

        Assert.Equal("urn/999996", draft.From.Id);
        Assert.Equal("Header/SourceSchool/URN", Assert.Single(((ChildMovedArea)draft.Data).Marks).Field);
    }

    [Fact]
    public void A_file_of_the_authority_itself_is_sent_in_its_name()
    {
        var file = File(Pupil(history: Left.Replace("9998", "LLLL", StringComparison.Ordinal)), urn: "").Replace("<Estab>9998</Estab>", "<Estab>LLLL</Estab>", StringComparison.Ordinal);

        Assert.Equal("la/E06000063", Draft(file, Context(null, School, new OrganisationSource("la", "E06000063"))).From.Id);
    }
}
