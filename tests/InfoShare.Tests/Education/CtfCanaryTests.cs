using System.Xml.Linq;
using InfoShare.Tests.Fuzz;
using Xunit;
using static InfoShare.Tests.Education.CtfSample;

namespace InfoShare.Tests.Education;

public sealed class CtfCanaryTests
{
    private const string Canary = Values.Canary;

    private static readonly string Rich = File(Pupil("""
        <BasicDetails><FormerUPN>P942999825002</FormerUPN><PreferredForename>Rob</PreferredForename><FormerSurname>Sampler</FormerSurname><MiddleNames>Sample</MiddleNames></BasicDetails>
        <LookedAfter><InCare>true</InCare><CareAuthority>935</CareAuthority></LookedAfter>
        <Address><BS7666Address><PAON>12</PAON><Street>Invented Row</Street><UniquePropertyReferenceNumber>100012</UniquePropertyReferenceNumber></BS7666Address><PostCode>CA99 9ZZ</PostCode></Address>
        <Contacts><Contact><Surname>Testperson</Surname><Relationship>PAM</Relationship><Address><AddressAsPupil>true</AddressAsPupil></Address></Contact></Contacts>
        """) + Pupil(identity: "<Surname>Sampler</Surname><Forename>Jo</Forename><DOB>2018-02-01</DOB>"));

    [Fact]
    public void Whatever_field_holds_a_personal_value_no_problem_reason_place_or_mark_repeats_it()
    {
        var file = XDocument.Parse(Rich);
        foreach (var leaf in file.Descendants().Where(e => !e.HasElements).ToList())
        {
            var before = leaf.Value;
            leaf.Value = Canary;
            Assert.Null(Account.Fault(Translate(file.ToString(), Context($"{Canary}.xml"))));
            leaf.Value = before;
        }

        Assert.Null(Account.Fault(Translate($"<CTfile><Header/><CTFpupilData><{Canary}/><Pupil><{Canary}/></Pupil></CTFpupilData></CTfile>")));
        Assert.Null(Account.Fault(Translate($"<CTfile><Header></{Canary}></CTfile>")));
        Assert.Null(Account.Fault(Translate($"<{Canary}/>")));
        Assert.Null(Account.Fault(Translate($"<!DOCTYPE {Canary}><CTfile/>")));
    }
}
