using System.Text;
using System.Xml.Linq;
using InfoShare.Adapters.Education.Ctf;
using InfoShare.Adapters.Translation;
using InfoShare.Contracts.Moves;
using InfoShare.Contracts.Wire;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

public sealed class CtfMutationTests
{
    private const string Canary = "Canary-Testperson";

    private static readonly string Rich = File(Pupil("""
        <BasicDetails><FormerUPN>P942999825002</FormerUPN><PreferredForename>Rob</PreferredForename><FormerSurname>Sampler</FormerSurname><MiddleNames>Sample</MiddleNames></BasicDetails>
        <LookedAfter><InCare>true</InCare><CareAuthority>935</CareAuthority></LookedAfter>
        <Address><BS7666Address><PAON>12</PAON><Street>Invented Row</Street><UniquePropertyReferenceNumber>100012</UniquePropertyReferenceNumber></BS7666Address><PostCode>CA99 9ZZ</PostCode></Address>
        <Contacts><Contact><Surname>Testperson</Surname><Relationship>PAM</Relationship><Address><AddressAsPupil>true</AddressAsPupil></Address></Contact></Contacts>
        """) + Pupil(identity: "<Surname>Sampler</Surname><Forename>Jo</Forename><DOB>2018-02-01</DOB>"));

    [Fact]
    public void Two_thousand_damaged_files_never_throw_and_every_pupil_is_accounted_for()
    {
        var random = new Random(20261120);
        byte[][] seeds = [Encoding.UTF8.GetBytes(Rich), Encoding.UTF8.GetBytes(File(Pupil(), Unknown, "15.0", urn: ""))];
        var readable = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var content = Damage.Of(seeds[i % seeds.Length], random, ["", "0", "MMM", "XXX", "2026-11-19", "2026-02-30", "9999-12-31", "0001-01-01", "true", Canary, "<x/>", "\u202E", "942", new('x', 300)]);
            if (Translate(content) is not FileTranslation.Readable file)
                continue;
            readable++;
            var records = file.Records.ToList();
            Assert.Equal(CountOfPupils(content), records.Count);
            Assert.Equal(records.Count, records.Select(r => r.Place).Distinct().Count());
            Assert.All(Moves(records), move => Assert.Empty(FieldLimits.Check(move, "")));
        }

        Assert.InRange(readable, 300, 1_900);
    }

    [Fact]
    public void Whatever_field_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it()
    {
        var file = XDocument.Parse(Rich);
        foreach (var leaf in file.Descendants().Where(e => !e.HasElements).ToList())
        {
            var before = leaf.Value;
            leaf.Value = Canary;
            AssertSilent(Translate(file.ToString(), Context($"{Canary}.xml")));
            leaf.Value = before;
        }

        AssertSilent(Translate($"<CTfile><Header/><CTFpupilData><{Canary}/><Pupil><{Canary}/></Pupil></CTFpupilData></CTfile>"));
        AssertSilent(Translate($"<CTfile><Header></{Canary}></CTfile>"));
        AssertSilent(Translate($"<{Canary}/>"));
        AssertSilent(Translate($"<!DOCTYPE {Canary}><CTfile/>"));
    }

    private static void AssertSilent(FileTranslation file)
    {
        IEnumerable<string> said = file switch
        {
            FileTranslation.Unreadable unreadable => unreadable.Problems.Select(p => p.ToString()),
            FileTranslation.Readable readable => readable.Records.SelectMany(Said),
            _ => [],
        };
        Assert.DoesNotContain(said, text => text.Contains("Canary", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Said(RecordTranslation record) => record switch
    {
        RecordTranslation.Quarantined bad => [bad.Place, .. bad.Problems.Select(p => p.ToString())],
        RecordTranslation.NothingToSend nothing => [nothing.Place, nothing.Reason],
        RecordTranslation.Messages messages => [messages.Place, .. messages.Drafts.SelectMany(d => ((ChildMovedArea)d.Data).Marks).Select(m => m.Field + m.Problem)],
        _ => [],
    };

    private static IEnumerable<ChildMovedArea> Moves(IEnumerable<RecordTranslation> records) =>
        records.OfType<RecordTranslation.Messages>().SelectMany(m => m.Drafts).Select(d => (ChildMovedArea)d.Data);

    private static int CountOfPupils(byte[] content) =>
        XDocument.Load(new MemoryStream(content)).Root!.Elements().Where(e => CtfNames.Same(e.Name.LocalName, CtfNames.PupilData)).Elements().Count();
}
