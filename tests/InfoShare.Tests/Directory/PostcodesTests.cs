using System.Globalization;
using InfoShare.Directory;
using Xunit;

namespace InfoShare.Tests.Directory;

public sealed class PostcodesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>Three districts, one of them Carlisle as a release of before 2023 has it, and the sample's IP99 9ZZ, which lies elsewhere.</summary>
    private static readonly Postcodes Imported = OnspdReader.Read(["pcds,oslaua", "CA7 7BB,E07000028", "N1C 4AB,E09000007", "NR99 9ZZ,E07000148", "IP99 9ZZ,E07000148"]).Postcodes!;

    [Theory]
    [InlineData("CA99 9ZZ", "E06000063")]
    [InlineData("ip999zz", "E10000029")]
    [InlineData(" Ca1  1aA ", "E06000063")]
    [InlineData("ZZ1 1ZZ", null)]
    [InlineData("CA1 1AA1A", null)]
    [InlineData("CA1", null)]
    [InlineData("Robin", null)]
    [InlineData("", null)]
    [InlineData("\0\uD800", null)]
    [InlineData(null, null)]
    public void A_postcode_gives_its_authority(string? postcode, string? authority) => Assert.Equal(authority, Postcodes.Sample.AuthorityAt(postcode, Today));

    [Theory]
    [InlineData("CA7 7BB", "2023-03-31", "E10000006")]
    [InlineData("CA7 7BB", "2023-04-01", "E06000063")]
    [InlineData("n1c4ab", "2026-11-20", "E09000007")]
    [InlineData("NR99 9ZZ", "2026-11-20", "E10000020")]
    [InlineData("IP99 9ZZ", "2026-11-20", "E10000020")]
    [InlineData("CA99 9ZZ", "2026-11-20", "E06000063")] // the sample's
    [InlineData("NR99 9ZY", "2026-11-20", null)]
    public void Imported_ones_go_before_the_sample_and_give_the_authority_of_the_day(string postcode, string day, string? authority) =>
        Assert.Equal(authority, Imported.AuthorityAt(postcode, DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        Imported.AuthorityAt("CA7 7BB", Today);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Imported.AuthorityAt(i % 2 == 0 ? "CA7 7BB" : "nr99 9zy", Today);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_file_of_them_gives_them_back()
    {
        var read = PostcodesFile.Read(new MemoryStream(Written()));

        Assert.Equal(4, read.Count);
        Assert.Equal("E09000007", read.AuthorityAt("N1C 4AB", Today));
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_damaged()
    {
        var whole = Written();
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => PostcodesFile.Read(new MemoryStream(damaged)));
            Assert.Throws<InvalidDataException>(() => PostcodesFile.Read(new MemoryStream(whole, 0, at)));
        }
    }

    [Fact]
    public void The_postcodes_of_the_input_have_the_authority_of_their_code_the_sample_agrees_and_ours_are_not_among_them()
    {
        var rows = ProjectFiles.InputRows("places/onspd-nov-2025-extract.csv").ToList();
        var reading = OnspdReader.Read(rows.Prepend("pcds,oslaua"));
        var (known, sampled) = (0, 0);
        foreach (var row in rows.Select(row => row.Split(',')))
        {
            Assert.False(row[0] is "CA99 9ZZ" or "IP99 9ZZ");
            var authority = reading.Postcodes!.AuthorityAt(row[0], Today);
            Assert.Equal(LocalAuthorities.AuthorityFor(row[1], Today), authority);
            known += authority is null ? 0 : 1;
            if (Postcodes.Sample.AuthorityAt(row[0], Today) is not { } sample)
                continue;
            Assert.Equal(authority, sample);
            sampled++;
        }

        Assert.Equal((reading.Kept, 300), (known, sampled));
        Assert.Equal(rows.Count, reading.Rows);
        Assert.Equal(rows.Count, reading.Kept + reading.Skipped.Values.Sum());
        Assert.Empty(reading.UnknownCodes);
        Assert.Equal([SkippedPostcode.Scotland, SkippedPostcode.Blank], reading.Skipped.Keys);
    }

    private static byte[] Written()
    {
        using var file = new MemoryStream();
        PostcodesFile.Write(Imported, file);
        return file.ToArray();
    }
}
