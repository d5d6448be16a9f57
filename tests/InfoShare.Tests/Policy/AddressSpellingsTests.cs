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
    public void A_known_spelling_is_found_and_masked(string text)
    {
        Assert.True(Spellings.AppearsIn(text));
        Assert.False(Spellings.AppearsIn(Spellings.MaskIn(text)));
        Assert.Contains("[location withheld]", Spellings.MaskIn(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Flat 2 of somewhere else")]
    [InlineData("Nowhere to be found")]
    [InlineData("the canary sang by the wharf")]
    [InlineData("CA99 9ZY")]
    [InlineData("XCA99 9ZZ9")]
    public void What_only_resembles_it_is_left_alone(string text) => Assert.Equal(text, Spellings.MaskIn(text));

    [Fact]
    public void Nothing_known_finds_nothing() => Assert.False(new AddressSpellings([], []).AppearsIn("14 Canary Wharf Road"));

    [Fact]
    public void A_very_long_text_is_searched_in_time() => Assert.True(Spellings.AppearsIn(new string('a', 20_000) + " CA99 9ZZ"));
}
