using System.Text;
using InfoShare.Adapters.Education.Ctf;
using InfoShare.Adapters.Translation;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

public sealed class CtfFileTests
{
    private const int ThirtyMegabytes = 30_000_000;

    [Theory]
    [InlineData("ctf.xml", "<?xml version='1.0'?>\n<!-- fictional --><CTfile>", true)]
    [InlineData("CTF.XML", "\uFEFF<CTFile version=\"3\">", true)]
    [InlineData("ctf.txt", "<CTfile>", false)]
    [InlineData("cin.xml", "<Message>", false)]
    [InlineData("admissions.xml", "<ATfile>", false)]
    [InlineData("ctf.xml", "", false)]
    public void A_transfer_file_is_known_by_its_root(string name, string start, bool known) =>
        Assert.Equal(known, new CtfTranslator().Recognises(name, Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void Case_namespaces_comments_attributes_and_unknown_elements_change_nothing()
    {
        var good = File(Pupil("<Address><PostCode>CA99 9ZZ</PostCode></Address>"));
        var dressed = good
            .Replace("<CTfile>", "<ctfILE xmlns='urn:fictional' version='3'>", StringComparison.Ordinal).Replace("</CTfile>", "</ctfILE>", StringComparison.Ordinal)
            .Replace("CTFversion", "CTFVersion", StringComparison.Ordinal)
            .Replace("<Surname>", "<!-- x --><NAWdetails><Surname>No</Surname></NAWdetails> loose <surname>", StringComparison.Ordinal).Replace("</Surname><F", "</surname><F", StringComparison.Ordinal)
            .Replace("CTFpupilData", "CtfPupilData", StringComparison.Ordinal);

        Assert.Equivalent(Move(good), Move(dressed), strict: true);
    }

    [Theory]
    [InlineData("<LEA>942</LEA><Estab>9998</Estab>")]
    [InlineData("<LEA>942</LEA><Estab>9998</Estab><URN>999998</URN>")]
    public void A_file_that_this_school_may_have_written_or_received_is_not_guessed_at(string destination)
    {
        var (field, _) = Unreadable(Encoding.UTF8.GetBytes(File(Pupil(), destination, urn: "")));

        Assert.Equal("Header/SourceSchool/URN", field);
    }

    [Fact]
    public void A_file_of_before_the_urn_whose_destination_is_unknown_is_the_first_schools_own() =>
        Assert.Equal(School, Draft(File(Pupil(), Unknown, urn: "")).From);

    [Theory]
    [InlineData("", "", "must not be empty")]
    [InlineData("<ATfile/>", "", "must have the root element CTfile of a Common Transfer File")]
    [InlineData("<CTfile><Header/></CTfile>", "CTFpupilData", "is required")]
    [InlineData("<CTfile><CTFpupilData/></CTfile>", "Header", "is required")]
    [InlineData("<CTfile>\n<Header></CTfile>", "", "must be well-formed XML in the encoding that it declares (line 2)")]
    [InlineData("<!DOCTYPE CTfile [<!ENTITY a 'b'>]><CTfile/>", "", "must not have a document type declaration")]
    public void What_is_no_sound_transfer_file_says_what_is_required(string xml, string field, string problem) =>
        Assert.Equal((field, problem), Unreadable(Encoding.UTF8.GetBytes(xml)));

    [Fact]
    public void Nothing_of_a_file_that_breaks_off_is_used() =>
        Assert.IsType<FileTranslation.Unreadable>(Translate(File(Pupil() + Pupil())[..^40]));

    [Fact]
    public void What_is_nested_too_deep_is_refused() =>
        Assert.Equal("must not be nested deeper than 64 levels", Unreadable(Encoding.UTF8.GetBytes(File(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100))))).Problem);

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_parsed() =>
        Assert.Equal("must not be larger than 32 MiB", Unreadable(new byte[CtfLimits.Bytes + 1]).Problem);

    [Theory]
    [InlineData("<CTfile><Header/><CTFpupilData><Pupil>", "<SENneed/>", "</Pupil></CTFpupilData></CTfile>", "must not have more than 20000 elements")]
    [InlineData("<CTfile><Header>", "<SuppInfo/>", "</Header><CTFpupilData/></CTfile>", "must not have more than 20000 elements")]
    [InlineData("<CTfile><Header/><CTFpupilData>", "<Pupil/>", "</CTFpupilData></CTfile>", "must not have more than 50000 pupils")]
    [InlineData("<CTfile><Header/><CTFpupilData><Pupil><UPN>", "0123456789", "</UPN></Pupil></CTFpupilData></CTfile>", "must not have a tag or text longer than 64 KiB")]
    public void Endless_files_are_refused_at_no_more_cost_than_the_file(string start, string piece, string end, string problem)
    {
        var content = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, ThirtyMegabytes / piece.Length)) + end);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(problem, Unreadable(content).Problem);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < ThirtyMegabytes);
    }

    [Fact]
    public void Ten_thousand_pupils_are_read()
    {
        var pupils = string.Concat(Enumerable.Range(0, 10_000).Select(i => Pupil(identity: $"<Surname>Testperson</Surname><Forename>No{i}</Forename><DOB>2016-05-14</DOB>")));

        Assert.All(Records(File(pupils)), record => Assert.IsType<RecordTranslation.Messages>(record));
    }
}
