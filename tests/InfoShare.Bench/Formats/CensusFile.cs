using InfoShare.Contracts.Codes;

namespace InfoShare.Bench.Formats;

/// <summary>A Children in Need census; a row is a child with one episode. Half of the episodes are open.</summary>
internal sealed record CensusFile() : LargeFile("cin", "census.xml", AgencyKind.SocialCare, new("la", "E06000063"))
{
    public override void Write(TextWriter text, int rows)
    {
        text.WriteLine("<Message><Header><Source><LEA>942</LEA></Source></Header><Children>");
        for (var row = 0; row < rows; row++)
        {
            var referred = row % Ten == 0 ? Today.AddDays(-9) : Today.AddDays(-200);
            var closed = row % 2 == 0 ? "" : "<CINclosureDate>2026-09-01</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure>";
            text.WriteLine($"""
                <Child><ChildIdentifiers><LAchildID>{row}</LAchildID><PersonBirthDate>2015-05-14</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
                <ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
                <CINdetails><CINreferralDate>{referred:yyyy-MM-dd}</CINreferralDate><ReferralSource>2A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>{closed}<ReferralNFA>false</ReferralNFA></CINdetails></Child>
                """);
        }

        text.WriteLine("</Children></Message>");
    }
}
