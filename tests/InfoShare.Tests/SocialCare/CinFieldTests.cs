using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using Xunit;
using static InfoShare.Tests.SocialCare.CinSample;

namespace InfoShare.Tests.SocialCare;

public sealed class CinFieldTests
{
    [Theory]
    [InlineData("<Sex>1</Sex>", "Sex", Sex.Male)]
    [InlineData("<Sex>2</Sex>", "Sex", Sex.Female)]
    [InlineData("<Sex>X</Sex>", "Sex", null)]
    [InlineData("<GenderCurrent>F</GenderCurrent>", "GenderCurrent", Sex.Female)]
    [InlineData("<GenderCurrent>7</GenderCurrent>", "GenderCurrent", null)]
    public void A_sex_in_another_code_is_marked_and_read_where_it_can_be(string field, string name, Sex? sex)
    {
        var concern = Concern(field);

        Assert.Equal(sex, concern.Parts.Identity!.Sex);
        Assert.Equal($"ChildIdentifiers/{name}", Assert.Single(concern.Marks).Field);
    }

    [Theory]
    [InlineData("0", Sex.Unknown)]
    [InlineData("1", Sex.Male)]
    [InlineData("2", Sex.Female)]
    [InlineData("9", Sex.Unknown)]
    public void The_gender_of_older_files_is_read(string code, Sex sex)
    {
        var concern = Concern($"<GenderCurrent>{code}</GenderCurrent>");

        Assert.Equal(sex, concern.Parts.Identity!.Sex);
        Assert.Empty(concern.Marks);
    }

    [Theory]
    [InlineData("R674123101121", IdentifierStatus.Present)]
    [InlineData("A674123101121", IdentifierStatus.CheckFailed)]
    public void A_UPN_with_a_wrong_check_letter_is_kept_and_says_so(string upn, IdentifierStatus status)
    {
        var concern = Concern($"<Sex>F</Sex><UPN>{upn}</UPN>");

        Assert.Contains(new() { System = IdentifierSystem.Upn, Value = upn, Status = status }, concern.Parts.Identity!.Identifiers);
        Assert.Empty(concern.Marks);
    }

    [Fact]
    public void A_former_UPN_is_kept_beside_the_present_one_and_one_of_another_form_is_dropped_and_marked()
    {
        var concern = Concern("<Sex>F</Sex><UPN>12345</UPN><FormerUPN>X98765432123B</FormerUPN>");

        Assert.Equal([IdentifierSystem.LaChildId, IdentifierSystem.Local, IdentifierSystem.FormerUpn], concern.Parts.Identity!.Identifiers.Select(i => i.System));
        Assert.Equal("ChildIdentifiers/UPN", Assert.Single(concern.Marks).Field);
    }

    [Theory]
    [InlineData("<ReferralSource>11</ReferralSource>", "CINdetails/ReferralSource")]
    [InlineData("<PrimaryNeedCode>N11</PrimaryNeedCode>", "CINdetails/PrimaryNeedCode")]
    [InlineData("<ReferralNFA>perhaps</ReferralNFA>", "CINdetails/ReferralNFA")]
    [InlineData("<ReasonForClosure>RC1</ReasonForClosure>", "CINdetails/CINclosureDate")]
    [InlineData("<Assessments><AssessmentActualStartDate>2028-04-28</AssessmentActualStartDate></Assessments>", "CINdetails/Assessments[1]/AssessmentActualStartDate")]
    [InlineData("<Section47><S47ActualStartDate>2026-13-01</S47ActualStartDate></Section47>", "CINdetails/Section47[1]/S47ActualStartDate")]
    [InlineData("<CINPlanDates><CINPlanStartDate>2026-11-10</CINPlanStartDate><CINPlanEndDate>2026-11-01</CINPlanEndDate></CINPlanDates>", "CINdetails/CINPlanDates[1]/CINPlanEndDate")]
    [InlineData("<ChildProtectionPlans><CPPstartDate>2026-11-10</CPPstartDate><LatestCategoryOfAbuse>BAD</LatestCategoryOfAbuse></ChildProtectionPlans>", "CINdetails/ChildProtectionPlans[1]/LatestCategoryOfAbuse")]
    public void A_bad_optional_field_of_an_episode_is_dropped_and_marked(string field, string marked) =>
        Assert.Equal(marked, Assert.Single(Data<ConcernRaised>(File(Child(
            $"<CINdetails><CINreferralDate>2026-11-05</CINreferralDate>{field}</CINdetails>"))).Marks).Field);

    [Fact]
    public void An_unknown_factor_is_dropped_and_the_others_stay_each_once()
    {
        const string Assessment = "<Assessments><FactorsIdentifiedAtAssessment><AssessmentFactors>1C</AssessmentFactors><AssessmentFactors>RB</AssessmentFactors>" +
            "<AssessmentFactors/><AssessmentFactors>6B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>";

        var concern = Data<ConcernRaised>(File(Child(Episode(rest: Assessment + "<Assessments><FactorsIdentifiedAtAssessment/></Assessments>" + Assessment))));

        Assert.Equal(["1C", "6B"], concern.Parts.Incident!.Factors);
        Assert.Equal(
            ["CINdetails/Assessments[1]/FactorsIdentifiedAtAssessment/AssessmentFactors[2]", "CINdetails/Assessments[3]/FactorsIdentifiedAtAssessment/AssessmentFactors[2]"],
            concern.Marks.Select(m => m.Field));
    }

    [Fact]
    public void A_disability_out_of_the_list_is_dropped_and_marked()
    {
        var concern = Data<ConcernRaised>(File(Child(Episode(), characteristics: "<Disabilities><Disability>LD</Disability><Disability>ZZ</Disability></Disabilities>")));

        Assert.Equal(["LD"], concern.Parts.Identity!.Disabilities);
        Assert.Equal("ChildCharacteristics/Disabilities/Disability[2]", Assert.Single(concern.Marks).Field);
    }

    [Theory]
    [InlineData("<PersonBirthDate>2015-04-02</PersonBirthDate><ExpectedPersonBirthDate>2015-04-09</ExpectedPersonBirthDate>", "ExpectedPersonBirthDate", "2015-04-02", null)]
    [InlineData("<PersonBirthDate>2031-04-02</PersonBirthDate><ExpectedPersonBirthDate>2027-01-09</ExpectedPersonBirthDate>", "PersonBirthDate", null, "2027-01-09")]
    [InlineData("<ExpectedPersonBirthDate>2001-01-09</ExpectedPersonBirthDate>", "ExpectedPersonBirthDate", null, null)]
    [InlineData("", "PersonBirthDate", null, null)]
    public void Of_two_births_the_real_one_counts_and_without_any_the_record_goes_on(string births, string marked, string? born, string? expected)
    {
        var concern = Data<ConcernRaised>(File(Child(Episode(), $"<LAchildID>TEST0001</LAchildID><Sex>F</Sex>{births}")));

        Assert.Equal((Day(born), Day(expected)), (concern.Parts.Identity!.DateOfBirth, concern.Parts.Identity.ExpectedDateOfBirth));
        Assert.Equal($"ChildIdentifiers/{marked}", Assert.Single(concern.Marks).Field);
    }

    [Fact]
    public void A_death_that_has_not_come_is_marked_and_stops_nothing() =>
        Assert.Equal("ChildIdentifiers/PersonDeathDate", Assert.Single(Concern("<Sex>F</Sex><PersonDeathDate>2027-01-01</PersonDeathDate>").Marks).Field);

    [Theory]
    [InlineData("2026-11-05Z")]
    [InlineData("2026-11-05T00:00:00")]
    [InlineData(" 2026-11-05\n")]
    public void A_day_may_carry_a_zone_or_midnight(string referred) =>
        Assert.Equal(new DateOnly(2026, 11, 5), Data<ConcernRaised>(File(Child(Episode(referred)))).Parts.Incident!.ObservedOn);

    [Theory]
    [InlineData("2026-11-31")]
    [InlineData("31/10/2026")]
    [InlineData("2026-11-21")]
    [InlineData("1066-10-14")]
    [InlineData("")]
    public void Without_a_possible_referral_day_the_episode_is_quarantined_and_the_others_go_on(string referred)
    {
        var records = Records(File(Child(Episode(), Identifiers.Replace("0001", "0002", StringComparison.Ordinal)) + Child(Episode() + Episode(referred))));

        Assert.Equal(["child 1, episode 1", "child 2, episode 1", "child 2, episode 2"], records.Select(r => r.Place));
        var problem = Assert.Single(Assert.IsType<InfoShare.Adapters.Translation.RecordTranslation.Quarantined>(records[2]).Problems);
        Assert.Equal("Child[2]/CINdetails[2]/CINreferralDate", problem.Field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<LAchildID> </LAchildID>")]
    [InlineData("<LAchildID>01234567890123456789012345678901234567890</LAchildID>")]
    public void Without_the_childs_id_the_record_is_quarantined(string id) =>
        Assert.Equal("Child[1]/ChildIdentifiers/LAchildID", QuarantinedField(File(Child(Episode(), id + "<Sex>F</Sex>"))));

    [Fact]
    public void A_misnamed_child_or_episode_is_quarantined_and_not_passed_over()
    {
        Assert.Equal("Child[1]", QuarantinedField(File(Child(Episode()).Replace("Child>", "child>", StringComparison.Ordinal))));
        Assert.Equal("Child[1]/CINdetails", QuarantinedField(File(Child(Episode()).Replace("CINdetails", "CINDetails", StringComparison.Ordinal))));
    }

    [Fact]
    public void Two_different_values_of_one_field_are_marked_and_the_first_counts()
    {
        var concern = Concern("<Sex>F</Sex><Sex>M</Sex>");

        Assert.Equal(Sex.Female, concern.Parts.Identity!.Sex);
        Assert.Equal("ChildIdentifiers/Sex", Assert.Single(concern.Marks).Field);
    }

    private static ConcernRaised Concern(string more) =>
        Data<ConcernRaised>(File(Child(Episode(), "<LAchildID>TEST0001</LAchildID><PersonBirthDate>2015-04-02</PersonBirthDate>" + more)));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
