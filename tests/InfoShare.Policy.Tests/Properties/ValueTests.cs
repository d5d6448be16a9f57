using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

public sealed class ValueTests
{
    [Fact]
    public void Values_are_equal_when_the_reference_says_so_and_equal_ones_have_one_hash() =>
        Prop.ForAll(CedarValues.Pairs.ToArbitrary(), both =>
        {
            var (a, b) = both;
            Assert.Equal(ReferenceEquality.AreSame(a, b), a.Equals(b));
            Assert.True(!a.Equals(b) || a.GetHashCode() == b.GetHashCode(), "equal values with two hashes");
        }).Check(Runs.Cheap);

    [Fact]
    public void Patterns_match_what_the_reference_says() =>
        Prop.ForAll(Patterns.WithTexts.ToArbitrary(), both =>
            Assert.Equal(ReferencePattern.Matches(both.Text, both.Pattern), both.Pattern.Matches(both.Text))).Check(Runs.Cheap);
}
