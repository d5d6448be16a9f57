using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class OnspdReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward", "\"CA997ZZ\",\"CA99 7ZZ\",\"CA99 7ZZ\",\"202001\",\"\",\"E99999999\",\"E99999999\",\"E06000063\",\"E05015319\"")]
    [InlineData("pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd,wd25cd", "CA997ZZ,CA99 7ZZ,CA99 7ZZ,202001,,E99999999,E99999999,E06000063,E05015319")]
    [InlineData("pcd,laua", "CA997ZZ,E06000063")]
    [InlineData("\uFEFF\"PCD2\",\"LAD23CD\",\"name\"\r", "\"CA99 7ZZ\",\"E06000063\",\"here, or there\"\r")]
    [InlineData("lad21cd,pcds,lad25cd", "E07000028,CA99 7ZZ,E06000063")] // the later one
    [InlineData("place,pcds,oslaua", "\"here, or there\",CA99 7ZZ,E06000063")]
    public void Every_releases_columns_are_found(string heading, string row)
    {
        var reading = OnspdReader.Read([heading, row, ""]);

        Assert.Null(reading.Problem);
        Assert.Equal((1, 1, 0), (reading.Rows, reading.Kept, reading.Terminated));
        Assert.Equal("E06000063", reading.Postcodes!.AuthorityAt("CA99 7ZZ", Today));
    }

    [Fact]
    public void What_is_not_kept_is_counted_by_reason_and_unknown_codes_are_named()
    {
        var reading = OnspdReader.Read(
        [
            "pcds,oslaua", "CA99 7ZZ,E06000063", "DG99 7ZZ,S12000006", "LL99 7ZZ,W06000001", "BT99 7ZZ,N09000001", "JE99 7ZZ,L99999999",
            "IM99 7ZZ,M99999999", "CA99 8ZZ,", "CA99 6ZZ,E06000999", "CA99 5ZZ,E06000998", "CA99 4ZZ,Cumberland", "CA,E06000063", "CA99 7ZZ,E06000063",
        ]);

        Assert.Equal((12, 1), (reading.Rows, reading.Kept));
        Assert.Equal(
            new Dictionary<SkippedPostcode, int>
            {
                [SkippedPostcode.Scotland] = 1,
                [SkippedPostcode.Wales] = 1,
                [SkippedPostcode.NorthernIreland] = 1,
                [SkippedPostcode.Islands] = 2,
                [SkippedPostcode.Blank] = 1,
                [SkippedPostcode.UnknownCode] = 3,
                [SkippedPostcode.NoPostcode] = 1,
                [SkippedPostcode.Repeated] = 1,
            },
            reading.Skipped);
        Assert.Equal(["E06000998", "E06000999"], reading.UnknownCodes);
    }

    [Theory]
    [InlineData("CA99 7ZZ,199606,E10000029", "CA99 7ZZ,,E06000063")]
    [InlineData("CA99 7ZZ,,E06000063", "CA99 7ZZ,199606,E10000029")]
    public void A_postcode_out_of_use_is_kept_unless_it_is_in_use_again(string first, string second)
    {
        var reading = OnspdReader.Read(["pcds,doterm,oslaua", first, second, "CA99 6ZZ,199606,E06000063"]);

        Assert.Equal((2, 1), (reading.Kept, reading.Terminated));
        Assert.Equal("E06000063", reading.Postcodes!.AuthorityAt("CA99 7ZZ", Today));
        Assert.Equal("E06000063", reading.Postcodes.AuthorityAt("CA99 6ZZ", Today));
    }

    [Theory]
    [InlineData("the file is empty")]
    [InlineData("the heading has no column of postcodes: pcds, pcd, pcd2, pcd7 or pcd8", "name,oslaua", "Robin,E06000063")]
    [InlineData("the heading has no column of local authorities: oslaua, laua or one such as lad25cd", "pcds,ladnm", "CA99 7ZZ,Cumberland")]
    [InlineData("this is an archive: unpack it, and name the table in it, Data/ONSPD_….csv", "PK\u0003\u0004\u0014")]
    [InlineData("row 2 below the heading has fewer columns than the heading: the file is cut short, or no such table", "pcds,oslaua", "CA99 7ZZ,E06000063", "CA99 6Z")]
    [InlineData("none of its 2 rows is a postcode of England with a known local authority", "pcds,oslaua", "DG99 7ZZ,S12000006", "Robin,E06000063")]
    public void Any_other_file_is_refused_as_a_whole(string problem, params string[] lines)
    {
        var reading = OnspdReader.Read(lines);

        Assert.Equal(problem, reading.Problem);
        Assert.Null(reading.Postcodes);
    }
}
