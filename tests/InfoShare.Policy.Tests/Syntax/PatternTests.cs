using InfoShare.Policy.Cedar.Syntax;

namespace InfoShare.Policy.Tests.Syntax;

public sealed class PatternTests
{
    [Theory]
    [InlineData("", true, "")]
    [InlineData("a", false, "")]
    [InlineData("", true, "", "")]
    [InlineData("anything", true, "", "")]
    [InlineData("school-a", true, "school", "")]
    [InlineData("aba", true, "a", "a")]
    [InlineData("a", false, "a", "a")]
    [InlineData("abab", true, "", "ab", "ab")]
    [InlineData("aXbXc", true, "a", "b", "c")]
    [InlineData("aXcXb", false, "a", "b", "c")]
    [InlineData("a*b", true, "a*b")]
    [InlineData("été", false, "e", "")]
    public void A_pattern_matches_the_whole_text(string text, bool matches, params string[] pieces) =>
        Assert.Equal(matches, new Pattern(pieces).Matches(text));

    [Fact]
    public void Many_wildcards_on_a_long_text_take_no_time()
    {
        var pattern = new Pattern(["", .. Enumerable.Repeat("aa", 1_000), "b", ""]);

        Assert.False(pattern.Matches(new string('a', 100_000)));
    }
}
