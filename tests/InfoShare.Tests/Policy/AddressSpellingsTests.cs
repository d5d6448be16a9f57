using InfoShare.Contracts.Parts;
using InfoShare.Policy;

namespace InfoShare.Tests.Policy;

public sealed class AddressSpellingsTests
{
    private static readonly AddressSpellings Spellings = new(
        [new Address { Lines = ["Flat 2", "14 Canary Wharf Road", "Nowhere"], Postcode = "CA99 9ZZ", Uprn = "100012345678" }],
        ["Sample Fell Primary School"]);

    [Theory]
    [InlineData("Seen at 14 Canary Wharf Road today")]
    [InlineData("seen at 14 canary wharf rd.")]
    [InlineData("lives on CANARY   WHARF\nROAD now")]
    [InlineData("14, Canary-Wharf Rd")]
    [InlineData("postcode ca999zz")]
    [InlineData("postcode CA99-9ZZ.")]
    [InlineData("C A 9 9 9 Z Z")]
    [InlineData("uprn 100012345678")]
    [InlineData("collected from Sample Fell primary school")]
    [InlineData("14 Cánary Wharf Road")]
    [InlineData("somewhere in CA99")]
    public void A_known_spelling_is_found_and_masked(string text)
    {
        Assert.True(Spellings.AppearsIn(text));
        Assert.False(Spellings.AppearsIn(Spellings.MaskIn(text)));
        Assert.Contains("[location withheld]", Spellings.MaskIn(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 Kingsway", "lives at 5 Kingsway with mum")]
    [InlineData("5 Kingsway", "somewhere on kingsway")]
    [InlineData("12 Haymarket", "12, haymarket")]
    [InlineData("Greystones", "called at Greystones alone")]
    [InlineData("29 Marlbeck Road", "29 Marlbeck")]
    [InlineData("29 Marlbeck Road", "29 MarlbeckRd")]
    [InlineData("29 Marlbeck Road", "29_Marlbeck_Road")]
    [InlineData("29 Marlbeck Road", "29&nbsp;Marlbeck%20Road")]
    [InlineData("29 Marlbeck Road", "２９ Ｍａｒｌｂｅｃｋ Road")]
    [InlineData("29 Marlbeck Road", "29 Mаrlbeck Road")]
    [InlineData("Flat 3, 29 Marlbeck Road", "29 Marlbeck")]
    [InlineData("3 Zebedee Terrace", "Zebedee's Terrace")]
    [InlineData("3 Zebedee Terrace", "3 Zebedee Tce")]
    [InlineData("3 Glumphett Crescent", "Glumphett Cr")]
    [InlineData("7 Sample Avenue", "7 sample av")]
    [InlineData("Quillby", "moved to Quillby")]
    [InlineData("12 Church Lane", "12 church la")]
    public void A_line_is_found_however_it_is_written(string line, string text) =>
        Assert.True(new AddressSpellings([new Address { Lines = [line] }], []).AppearsIn(text));

    [Theory]
    [InlineData("12 Church Lane", "after church on Sunday")]
    [InlineData("Flat 2", "a flat, 2 rooms")]
    [InlineData("4 Station Road", "at the police station")]
    [InlineData("5 Kingsway", "5 kings")]
    public void Everyday_words_of_a_line_are_left_alone(string line, string text) =>
        Assert.False(new AddressSpellings([new Address { Lines = [line] }], []).AppearsIn(text));

    [Theory]
    [InlineData("Flat 2 of somewhere else")]
    [InlineData("the canary sang by the wharf")]
    [InlineData("CB99 9ZY")]
    [InlineData("XCA99 9ZZ9")]
    public void What_only_resembles_it_is_left_alone(string text) => Assert.Equal(text, Spellings.MaskIn(text));

    [Fact]
    public void Nothing_known_finds_nothing() => Assert.False(new AddressSpellings([], []).AppearsIn("14 Canary Wharf Road"));

    [Fact]
    public void A_very_long_text_is_searched_in_time() => Assert.True(Spellings.AppearsIn(new string('a', 20_000) + " CA99 9ZZ"));
}
