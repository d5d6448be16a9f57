using InfoShare.Contracts.Concerns;
using InfoShare.Contracts.Parts;
using InfoShare.Contracts.Wire;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

/// <summary>What is read of a pupil, and what is not.</summary>
public sealed class CtfFieldTests
{
    [Theory]
    [InlineData("<Sex>M</Sex>", Sex.Male, 0)]
    [InlineData("<Gender>F</Gender>", Sex.Female, 0)]
    [InlineData("<Gender>m</Gender>", Sex.Male, 0)]
    [InlineData("<Sex>U</Sex><Gender>F</Gender>", Sex.Unknown, 0)]
    [InlineData("<Sex>1</Sex>", null, 1)]
    [InlineData("", null, 0)]
    public void Sex_is_read_by_either_name(string element, Sex? sex, int marks)
    {
        var move = Move(File(Pupil(identity: Robin.Replace("<Sex>M</Sex>", element, StringComparison.Ordinal))));

        Assert.Equal((sex, marks), (move.Parts.Identity!.Sex, move.Marks.Count));
    }

    [Fact]
    public void The_preferred_name_is_the_usual_one_and_the_legal_and_former_ones_follow()
    {
        var names = Move(File(Pupil("""
            <BasicDetails><FormerUPN>P942999825002</FormerUPN><PreferredForename>Rob</PreferredForename><FormerSurname>Sampler</FormerSurname>
            <MiddleNames>Sample Example</MiddleNames></BasicDetails>
            """))).Parts.Identity!;

        Assert.Equal(
            ["Usual: Rob Testperson", "Official: Robin Sample Example Testperson", "Former:  Sampler"],
            names.Names.Select(n => $"{n.Use}: {string.Join(' ', n.Given)} {n.Family}"));
        Assert.Equal([IdentifierSystem.Upn, IdentifierSystem.FormerUpn], names.Identifiers.Select(i => i.System));
    }

    [Theory]
    [InlineData("<Surname>Testperson</Surname><Forename>Robin</Forename>", "<PreferredSurname>Testperson</PreferredSurname>")]
    [InlineData("<Surname>Testperson</Surname>", "")]
    [InlineData("<Forename>Robin</Forename>", "<PreferredForename>Robin</PreferredForename>")]
    public void A_preferred_name_that_is_the_legal_one_is_said_once(string legal, string preferred) =>
        Assert.Equal(NameUse.Usual, Assert.Single(Move(File(Pupil($"<BasicDetails>{preferred}</BasicDetails>", $"<UPN>A942999825001</UPN>{legal}"))).Parts.Identity!.Names).Use);

    [Theory]
    [InlineData("<BS7666Address><PAON>12</PAON><SAON>Flat 1</SAON><Street>Invented Row</Street><Town>Nowhere</Town><PostTown>Nowhere</PostTown><UniquePropertyReferenceNumber>100012</UniquePropertyReferenceNumber></BS7666Address><PostCode>CA99 9ZZ</PostCode>", "Flat 1|12 Invented Row|Nowhere")]
    [InlineData("<AddressLines><AddressLine1>12 Invented Row</AddressLine1><AddressLine3>Nowhere</AddressLine3></AddressLines><Postcode>ca99 9zz</Postcode>", "12 Invented Row|Nowhere")]
    [InlineData("<PostCode>CA99 9ZZ</PostCode>", "")]
    public void An_address_is_read_in_either_shape(string address, string lines)
    {
        var read = Assert.Single(Move(File(Pupil($"<Address>{address}</Address>"))).Parts.Address!.Addresses);

        Assert.Equal((lines, "CA99 9ZZ"), (string.Join('|', read.Lines), read.Postcode));
        Assert.Equal(address.Contains("UniqueProperty", StringComparison.Ordinal) ? "100012" : null, read.Uprn);
    }

    [Theory]
    [InlineData("<LookedAfter><InCare>true</InCare><CareAuthority>935</CareAuthority></LookedAfter>", "E10000029", 0)]
    [InlineData("<BasicDetails><LookedAfter><InCare>1</InCare></LookedAfter></BasicDetails>", "E06000063", 0)]
    [InlineData("<LookedAfter><InCare>false</InCare></LookedAfter><BasicDetails><LookedAfter><InCare>true</InCare><CareAuthority>201</CareAuthority></LookedAfter></BasicDetails>", "E06000063", 1)]
    public void A_looked_after_child_is_one_wherever_the_file_says_so(string care, string responsible, int marks)
    {
        var move = Move(File(Pupil(care)));

        Assert.Equal(PlanType.LookedAfter, Assert.Single(move.Parts.Plan!.Plans).Type);
        Assert.Equal((responsible, marks), (move.ResponsibilityHeldBy, move.Marks.Count));
    }

    [Fact]
    public void Who_is_not_looked_after_has_no_plan() =>
        Assert.Null(Move(File(Pupil("<LookedAfter><InCare>false</InCare><CareAuthority>935</CareAuthority></LookedAfter>"))).Parts.Plan);

    [Fact]
    public void Of_the_contacts_only_those_who_live_with_the_pupil_are_told_and_none_of_their_numbers()
    {
        var move = Move(File(Pupil("""
            <Contacts>
              <Contact><Surname>Testperson</Surname><Forename>Alex</Forename><Relationship>PAM</Relationship><Address><AddressAsPupil>true</AddressAsPupil></Address><Phones><Phone><PhoneNo>01632 960123</PhoneNo></Phone></Phones></Contact>
              <Contact><Surname>Elsewhere</Surname><Forename>Sam</Forename><Address><PostCode>IP99 9ZZ</PostCode></Address></Contact>
              <Contact><Address><AddressAsPupil>TRUE</AddressAsPupil></Address></Contact>
            </Contacts>
            """)));

        Assert.Equal(["Alex Testperson: code PAM", " : unknown"], move.Parts.Household!.Adults.Select(a => $"{a.Name?.Given[0]} {a.Name?.Family}: {a.Relationship}"));
        var said = System.Text.Encoding.UTF8.GetString(WireWriter.WriteData(move));
        Assert.DoesNotContain("Elsewhere", said, StringComparison.Ordinal);
        Assert.DoesNotContain("960123", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Health_needs_meals_assessments_and_attendance_are_not_read()
    {
        const string Sensitive = """
            <BasicDetails><Ethnicity>Canary</Ethnicity><Languages><Type><Language>Canary</Language></Type></Languages><MedicalFlag>true</MedicalFlag>
            <Disabilities><Disability>Canary</Disability></Disabilities></BasicDetails><UniqueLearnerNumber>Canary</UniqueLearnerNumber><UCI>Canary</UCI>
            <FSMhistory><FSMinstance><UKcountry>Canary</UKcountry></FSMinstance></FSMhistory><SENhistory><SEN><SENprovision>Canary</SENprovision></SEN></SENhistory>
            <Phones><Phone><PhoneNo>Canary</PhoneNo></Phone></Phones><Email>Canary</Email>
            <Attendance><YearData><SessionsPossible>104</SessionsPossible></YearData></Attendance><StageAssessments><KeyStage><Stage>Canary</Stage></KeyStage></StageAssessments>
            """;

        var move = Move(File(Pupil(Sensitive)));

        Assert.Equivalent(Move(File(Pupil())), move, strict: true);
    }

    [Fact]
    public void What_cannot_be_used_is_dropped_and_marked_by_its_name_in_the_pupil()
    {
        var move = Move(File(Pupil(
            $"<BasicDetails><FormerUPN>123</FormerUPN><PreferredSurname>{new string('x', 101)}</PreferredSurname></BasicDetails><Address><PostCode>far too long a code</PostCode></Address><LookedAfter><InCare>perhaps</InCare></LookedAfter>",
            Robin.Replace("2016-05-14", "2027-01-01", StringComparison.Ordinal))));

        Assert.Equal(
            ["BasicDetails/FormerUPN", "BasicDetails/PreferredSurname", "DOB", "Address/PostCode", "LookedAfter/InCare"],
            move.Marks.Select(m => m.Field));
        Assert.Null(move.Parts.Address);
        Assert.Null(move.Parts.Identity!.DateOfBirth);
    }

    [Theory]
    [InlineData("24.0", 0)]
    [InlineData("25.0", 0)]
    [InlineData("25", 0)]
    [InlineData("15.0", 1)]
    [InlineData("17.1", 1)]
    [InlineData("26.0", 1)]
    [InlineData("", 1)]
    public void Every_version_is_read_and_one_that_is_neither_current_nor_the_one_before_is_marked(string version, int marks) =>
        Assert.Equal(marks, Move(File(Pupil(), version: version)).Marks.Count(m => m.Field == "Header/CTFversion"));

    [Theory]
    [InlineData("9429998_CTF_9359999_001.xml", "")]
    [InlineData("9429998_ctf_9359999_017.XML", "")]
    [InlineData("leavers.xml", "")]
    [InlineData(null, "")]
    [InlineData("9429998_CTF_XXXXXXX_001.xml", "DestSchool")]
    [InlineData("9350001_CTF_9260002_001.xml", "SourceSchool DestSchool")]
    public void A_file_name_that_differs_from_the_header_is_noted_and_the_header_is_trusted(string? name, string differs)
    {
        var move = Move(File(Pupil()), Context(name));

        IReadOnlyList<Mark> marks = [.. differs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(school => new Mark { Field = "file name", Problem = $"must name the {school} of the header, which was used" })];
        Assert.Equal(marks, move.Marks);
        Assert.Equal("E10000029", move.ToArea);
    }
}
