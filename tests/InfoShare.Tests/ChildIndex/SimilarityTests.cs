using FsCheck;
using FsCheck.Fluent;
using InfoShare.ChildIndex.Similarity;

namespace InfoShare.Tests.ChildIndex;

public sealed class SimilarityTests
{
    private static readonly Gen<string> Words = Gen.Elements("abcde ".ToCharArray()).ListOf().Select(letters => new string([.. letters]));

    // Winkler (1990), table of examples, and names of his later papers.
    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dwayne", "duane", 0.840)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("abroms", "abrams", 0.922)]
    [InlineData("jon", "john", 0.933)]
    [InlineData("anna", "tom", 0)]
    [InlineData("", "tom", 0)]
    [InlineData("", "", 1)]
    public void Names_are_as_alike_as_Winkler_says(string one, string other, double likeness) => Assert.Equal(likeness, JaroWinkler.Of(one, other), 3);

    [Theory]
    [InlineData("smith", "smiht", 1)]
    [InlineData("smith", "smth", 1)]
    [InlineData("smith", "smythe", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Slips_of_the_pen_are_counted_and_a_swap_is_one(string one, string other, int slips) => Assert.Equal(slips, Slips.Between(one, other));

    // Philips (2000), and the tables of the implementations that followed.
    [Theory]
    [InlineData("smith", "SM0", "XMT")]
    [InlineData("schmidt", "XMT", "SMT")]
    [InlineData("thompson", "TMPSN", "TMPSN")]
    [InlineData("catherine", "K0RN", "KTRN")]
    [InlineData("kathryn", "K0RN", "KTRN")]
    [InlineData("knight", "NT", "NT")]
    [InlineData("wright", "RT", "RT")]
    [InlineData("philip", "FLP", "FLP")]
    [InlineData("michael", "MKL", "MXL")]
    [InlineData("jose", "HS", "HS")]
    [InlineData("xavier", "SF", "SFR")]
    [InlineData("", "", "")]
    public void Names_are_known_by_how_they_sound(string name, string primary, string secondary) => Assert.Equal((primary, secondary), DoubleMetaphone.Of(name));

    [Fact]
    public void Likeness_does_not_depend_on_the_order_and_lies_between_0_and_1() => Prop.ForAll(Words.Zip(Words).ToArbitrary(), pair =>
    {
        var (one, other) = pair;
        var likeness = JaroWinkler.Of(one, other);
        return likeness is >= 0 and <= 1 && (one != other || likeness == 1) && Slips.Between(one, other) == Slips.Between(other, one) && likeness == JaroWinkler.Of(other, one);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_most_one_slip_is_what_counting_them_says() => Prop.ForAll(
        Words.Zip(Words).ToArbitrary(), pair => Slips.AtMostOne(pair.Item1, pair.Item2) == (Slips.Between(pair.Item1, pair.Item2) <= 1)).QuickCheckThrowOnFailure();
}
