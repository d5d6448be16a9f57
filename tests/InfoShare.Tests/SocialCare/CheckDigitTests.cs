using FsCheck;
using FsCheck.Fluent;
using InfoShare.Contracts.Codes;
using Xunit;

namespace InfoShare.Tests.SocialCare;

public sealed class CheckDigitTests
{
    private const string UpnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    [Theory]
    [InlineData("9912003888", true)]
    [InlineData("9449305552", true)]
    [InlineData("944 930 5552", true)]
    [InlineData("9000000009", true)]
    [InlineData("3478526985", false)]
    [InlineData("9912003890", false)]
    [InlineData("9999999999", false)]
    [InlineData("944930555", false)]
    [InlineData("94493055522", false)]
    [InlineData("٩٤٤٩٣٠٥٥٥٢", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Known_NHS_numbers_are_told_apart(string? text, bool valid) => Assert.Equal(valid, NhsNumber.IsValid(text));

    [Theory]
    [InlineData("R674123101121", true)]
    [InlineData("B801200005001", true)]
    [InlineData("r674 1231 01121", true)]
    [InlineData("B207000016049", false)]
    [InlineData("A801200005001", false)]
    [InlineData("R67412310112", false)]
    [InlineData("R67412310112O", false)]
    [InlineData("1674123101121", false)]
    [InlineData(null, false)]
    public void Known_UPNs_are_told_apart(string? text, bool valid) => Assert.Equal(valid, Upn.IsValid(text));

    [Fact]
    public void A_computed_NHS_number_is_accepted_and_none_with_one_digit_changed() =>
        Prop.ForAll(Digits(9), Digits(2), (nine, change) =>
        {
            var sum = nine.Select((digit, i) => digit * (10 - i)).Sum();
            var check = (11 - sum % 11) % 11;
            if (check == 10 || nine.Append(check).Distinct().Count() == 1)
                return true;
            var number = string.Concat(nine.Append(check));
            return NhsNumber.IsValid(number) && !NhsNumber.IsValid(WithOneChanged(number, change[0], change[1]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_computed_UPN_is_accepted_and_none_with_one_digit_changed() =>
        Prop.ForAll(Digits(12), Digits(2), (twelve, change) =>
        {
            var upn = WithCheckLetter(string.Concat(twelve));
            return Upn.IsValid(upn) && !Upn.IsValid(upn[0] + WithOneChanged(upn[1..], change[0], change[1]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_computed_temporary_UPN_is_accepted_with_each_letter_that_may_end_it() =>
        Prop.ForAll(Digits(11), Digits(2), (eleven, change) => UpnLetters.All(last =>
        {
            var upn = WithCheckLetter(string.Concat(eleven) + last);
            return Upn.IsValid(upn) && !Upn.IsValid(upn[0] + WithOneChanged(upn[1..^1], change[0], change[1]) + last);
        })).QuickCheckThrowOnFailure();

    private static string WithCheckLetter(string rest) =>
        UpnLetters[rest.Select((c, i) => (i + 2) * (char.IsDigit(c) ? c - '0' : UpnLetters.IndexOf(c, StringComparison.Ordinal))).Sum() % 23] + rest;

    /// <summary>Another digit at some place: never the same.</summary>
    private static string WithOneChanged(string digits, int place, int by)
    {
        var at = place % digits.Length;
        return digits[..at] + (char)('0' + (digits[at] - '0' + 1 + by % 9) % 10) + digits[(at + 1)..];
    }

    private static Arbitrary<int[]> Digits(int count) => Gen.Choose(0, 9).ArrayOf(count).ToArbitrary();
}
