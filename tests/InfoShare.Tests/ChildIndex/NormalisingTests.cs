using InfoShare.ChildIndex;
using InfoShare.ChildIndex.Normalising;

namespace InfoShare.Tests.ChildIndex;

public sealed class NormalisingTests
{
    [Theory]
    [InlineData("Zoë", "zoe")]
    [InlineData("O’Brien-Smith", "obrien smith")]
    [InlineData("  D'Arcy   Núñez ", "darcy nunez")]
    [InlineData("Søren Łukasz Weiß", "soren lukasz weiss")]
    [InlineData("Наталья", "natalya")]
    [InlineData("Γιώργος", "giorgos")]
    [InlineData("李", "李")]
    [InlineData(null, "")]
    public void Names_come_to_one_form_whatever_the_script_accents_and_signs(string? written, string form) => Assert.Equal(form, Letters.Fold(written));

    [Theory]
    [InlineData("2019-04-13")]
    [InlineData("20190413")]
    [InlineData("13/04/2019")]
    [InlineData("13.4.2019")]
    [InlineData("13 Apr 2019")]
    [InlineData("2019-04-13T00:00:00")]
    [InlineData("13/04/2019 00:00")]
    public void A_birth_date_is_read_in_every_usual_style(string written) => Assert.Equal(new BirthDate(2019, 4, 13), BirthDate.Read(written));

    [Theory]
    [InlineData("01/01/1900")]
    [InlineData("0000-00-00")]
    [InlineData("unknown")]
    [InlineData("13/04/19")]
    [InlineData("")]
    public void What_only_stands_for_not_known_is_no_birth_date(string written) => Assert.Null(BirthDate.Read(written));

    [Fact]
    public void What_systems_write_for_a_name_that_is_not_known_is_none()
    {
        var profile = Profile.Of(new() { Names = [new("Unborn", "Baby"), new("X", "N/A")], Places = [new("", "ZZ99 3VZ")] });

        Assert.Empty(profile.Names);
        Assert.Empty(profile.Places);
    }

    [Fact]
    public void A_number_whose_check_does_not_hold_is_evidence_for_nothing()
    {
        Assert.Equal(("", ""), NumbersOf("943 476 5918", "A123456789013"));
        Assert.Equal(("9434765919", ""), NumbersOf("943 476 5919", null));

        static (string, string) NumbersOf(string? nhs, string? upn) => (Profile.Of(new() { NhsNumber = nhs, Upn = upn }).NhsNumber, Profile.Of(new() { NhsNumber = nhs, Upn = upn }).Upn);
    }

    [Fact]
    public void An_address_is_known_by_its_words_spelled_out() =>
        Assert.Equal(PlaceForm.Of("Flat 2, 14 St. Aidan's Rd.", "ca99 1zz"), PlaceForm.Of("flat 2 14 street aidans road", "CA991ZZ"));

    [Fact]
    public void Short_forms_of_one_name_are_used_for_each_other()
    {
        Assert.True(Nicknames.AreOfOneName("liz", "betty"));
        Assert.True(Nicknames.AreOfOneName("mo", "muhammad"));
        Assert.False(Nicknames.AreOfOneName("liz", "robert"));
    }
}
