using InfoShare.ChildIndex;
using InfoShare.ChildIndex.Comparing;
using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.Tests.ChildIndex;

public sealed class LinkingTests
{
    private static readonly PersonDetails Robin = new()
    {
        Names = [new("Robin", "Fellgate")],
        DateOfBirth = "2016-03-09",
        Places = [new("3 Sample Street", "CA99 1ZZ")],
    };

    [Fact]
    public void A_child_with_the_same_name_birthday_and_home_is_linked() => Assert.Equal(LinkStatus.Match, StatusOf(Robin, Robin with { DateOfBirth = "09/03/2016" }));

    [Fact]
    public void A_move_alone_keeps_nobody_apart_from_themselves() =>
        Assert.Equal(LinkStatus.Match, StatusOf(Robin with { NhsNumber = "9434765919" }, Robin with { NhsNumber = "9434765919", Places = [new("8 Other Road", "IP99 1ZZ")] }));

    [Theory]
    [InlineData("Maya")]
    [InlineData("Rowena")]
    [InlineData(null)]
    public void A_twin_is_never_linked_without_anybody_looking(string? given) =>
        Assert.Equal(LinkStatus.PotentialMatch, StatusOf(Robin, Robin with { Names = [new(given, "Fellgate")] }));

    [Fact]
    public void A_name_and_a_birthday_alone_are_not_enough() =>
        Assert.Equal(LinkStatus.PotentialMatch, StatusOf(Robin, Robin with { Places = [new("8 Other Road", "IP99 1ZZ")] }));

    [Fact]
    public void Newborn_twins_that_have_only_a_number_for_a_name_are_two() =>
        Assert.Equal(LinkStatus.PotentialMatch, StatusOf(Robin with { Names = [new("Twin 1", "Fellgate")] }, Robin with { Names = [new("Twin 2", "Fellgate")] }));

    [Fact]
    public void A_brother_of_another_year_is_somebody_else() =>
        Assert.NotEqual(LinkStatus.Match, StatusOf(Robin, Robin with { Names = [new("Robyn", "Fellgate")], DateOfBirth = "2018-11-20" }));

    [Fact]
    public void Two_different_NHS_numbers_are_never_linked_whatever_else_agrees() =>
        Assert.NotEqual(LinkStatus.Match, StatusOf(Robin with { NhsNumber = "9434765919" }, Robin with { NhsNumber = "9434765870" }));

    [Fact]
    public void Names_in_each_others_place_are_recognised() => Assert.Equal(Agreement.Swapped, Compare(Robin, Robin with { Names = [new("Fellgate", "Robin")] })[Field.GivenName]);

    [Theory]
    [InlineData("2016-09-03", Agreement.Slip)]
    [InlineData("2016-03-08", Agreement.Slip)]
    [InlineData("2016-03-21", Agreement.Partly)]
    [InlineData("2016-01-01", Agreement.Partly)]
    [InlineData("2011-07-30", Agreement.Different)]
    public void Birth_dates_agree_by_degrees(string other, Agreement agreement) => Assert.Equal(agreement, Compare(Robin, Robin with { DateOfBirth = other })[Field.BirthDate]);

    [Fact]
    public void An_earlier_name_counts_as_much_as_todays() =>
        Assert.Equal(LinkStatus.Match, StatusOf(Robin, Robin with { Names = [new("Robin", "Newname"), new("Robin", "Fellgate")] }));

    [Fact]
    public void Each_field_says_what_it_speaks_for_and_the_parts_make_the_whole()
    {
        var why = LinkModel.Shipped.Explain(Profile.Of(Robin), Profile.Of(Robin with { Names = [new("Maya", "Fellgate")] }));

        Assert.True(why.Fields.Single(field => field.Field is Field.GivenName).Bits < 0);
        Assert.True(why.HouseholdBits > 20);
        Assert.Equal(why.Fields.Sum(field => field.Bits), why.PersonalBits + why.HouseholdBits, 9);
    }

    [Fact]
    public void It_does_not_matter_which_is_first()
    {
        PersonDetails[] people = [Robin, Robin with { Names = [new("Rob", "Fell-Gate")] }, Robin with { Names = [new("Fellgate", "Robin")], DateOfBirth = null }, new()];

        Assert.All(from one in people from other in people select (one, other), pair => Assert.Equal(Compare(pair.one, pair.other), Compare(pair.other, pair.one)));
    }

    private static Comparison Compare(PersonDetails one, PersonDetails other) => People.Compare(Profile.Of(one), Profile.Of(other));

    private static LinkStatus StatusOf(PersonDetails one, PersonDetails other) => LinkModel.Shipped.Explain(Profile.Of(one), Profile.Of(other)).Status;
}
