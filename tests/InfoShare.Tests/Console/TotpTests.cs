using System.Text;
using InfoShare.Console.Security;

namespace InfoShare.Tests.Console;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>Source: RFC 6238, appendix B, SHA-1; the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_is_good_a_step_early_or_late_and_once_only()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);

        Assert.Equal(step, Totp.Match(Key, "005 924", now, 0));
        Assert.Equal(step, Totp.Match(Key, "005924", now.AddSeconds(30), 0));
        Assert.Equal(step, Totp.Match(Key, "005924", now.AddSeconds(-30), 0));
        Assert.Null(Totp.Match(Key, "005924", now.AddSeconds(90), 0));
        Assert.Null(Totp.Match(Key, "005924", now, step));
        Assert.Null(Totp.Match(Key, "", now, 0));
    }

    /// <summary>Source: RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_authenticators_take_them(string bytes, string text)
    {
        Assert.Equal(text, Base32.Write(Encoding.ASCII.GetBytes(bytes)));
        Assert.Equal(bytes, Encoding.ASCII.GetString(Base32.Read(text)));
    }
}
