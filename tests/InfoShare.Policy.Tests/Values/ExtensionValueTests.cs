using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Values;

public sealed class ExtensionValueTests
{
    [Theory]
    [InlineData("0.0", 0L)]
    [InlineData("-0.5", -5_000L)]
    [InlineData("00012.3400", 123_400L)]
    [InlineData("922337203685477.5807", long.MaxValue)]
    [InlineData("-922337203685477.5808", long.MinValue)]
    [InlineData("922337203685477.5808", null)]
    [InlineData("99999999999999999999999999999999999999999.0", null)]
    [InlineData("1.23456", null)]
    [InlineData("1.", null)]
    [InlineData(".5", null)]
    [InlineData("+1.0", null)]
    [InlineData("1.0 ", null)]
    [InlineData("1\0.0", null)]
    [InlineData("١.٠", null)]
    public void A_decimal_has_one_to_four_decimal_places(string text, long? tenThousandths) =>
        Assert.Equal(tenThousandths, CedarDecimal.Parse(text)?.TenThousandths);

    [Theory]
    [InlineData("1d2h3m4s5ms", 93_784_005L)]
    [InlineData("-90m", -5_400_000L)]
    [InlineData("0000001ms", 1L)]
    [InlineData("-9223372036854775808ms", long.MinValue)]
    [InlineData("9223372036854775808ms", null)]
    [InlineData("18446744073709551616ms", null)]
    [InlineData("106751991168d", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("1h1d", null)]
    [InlineData("1h ", null)]
    [InlineData("1h\n", null)]
    [InlineData("1.5h", null)]
    public void A_duration_has_each_unit_once_and_the_largest_first(string text, long? milliseconds) =>
        Assert.Equal(milliseconds, CedarDuration.Parse(text)?.Milliseconds);

    [Theory]
    [InlineData("1970-01-01", 0L)]
    [InlineData("1969-12-31T23:59:59.999Z", -1L)]
    [InlineData("2024-02-29T12:00:00Z", 1_709_208_000_000L)]
    [InlineData("2026-11-25T00:00:00+2359", 1_763_942_460_000L + 31_536_000_000L)]
    [InlineData("0000-01-01", -62_167_219_200_000L)]
    [InlineData("0000-02-29", -62_162_121_600_000L)]
    [InlineData("9999-12-31T23:59:59.999-2359", 253_402_387_139_999L)]
    [InlineData("2023-02-29", null)]
    [InlineData("1900-02-29", null)]
    [InlineData("2026-00-01", null)]
    [InlineData("2026-13-01", null)]
    [InlineData("2026-11-25T24:00:00Z", null)]
    [InlineData("2026-11-25T23:59:60Z", null)]
    [InlineData("2026-11-25T00:00:00", null)]
    [InlineData("2026-11-25T00:00:00.1Z", null)]
    [InlineData("2026-11-25T00:00:00+01:00", null)]
    [InlineData("2026-11-25T00:00:00+2400", null)]
    [InlineData("2026-11-25\n", null)]
    [InlineData("2026-1-1", null)]
    public void A_datetime_is_a_day_or_an_instant_with_its_zone(string text, long? milliseconds) =>
        Assert.Equal(milliseconds, CedarDateTime.Parse(text)?.Milliseconds);

    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("1.2.3.4/32", "1.2.3.4")]
    [InlineData("::", "0:0:0:0:0:0:0:0")]
    [InlineData("1::8", "1:0:0:0:0:0:0:8")]
    [InlineData("1:2:3:4:5:6:7::/64", "1:2:3:4:5:6:7:0/64")]
    [InlineData("FFEE:0:0:0:0:0:0:00a1", "ffee:0:0:0:0:0:0:a1")]
    [InlineData("1:2:3:4:5:6:7:8::", null)]
    [InlineData("1::2::3", null)]
    [InlineData(":::", null)]
    [InlineData("1:2:3:4:5:6:7", null)]
    [InlineData("12345::", null)]
    [InlineData("::1%0", null)]
    [InlineData("::ffff:1.2.3.4", null)]
    [InlineData("01.2.3.4", null)]
    [InlineData("1.2.3.256", null)]
    [InlineData("1.2.3.4.5", null)]
    [InlineData("1.2.3.4\0", null)]
    [InlineData("1.2.3.4/33", null)]
    [InlineData("1.2.3.4/08", null)]
    [InlineData("1.2.3.4/", null)]
    [InlineData("::/129", null)]
    [InlineData("", null)]
    public void An_address_is_strictly_written(string text, string? canonical)
    {
        Assert.Equal(canonical, CedarIpAddress.Parse(text)?.ToString());
        Assert.Equal(canonical is null ? null : CedarIpAddress.Parse(text), canonical is null ? null : CedarIpAddress.Parse(canonical));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(1_795_564_800_123)]
    public void What_is_said_of_a_value_is_the_value(long number)
    {
        Assert.Equal(number, CedarDecimal.Parse(new CedarDecimal(number).ToString())?.TenThousandths);
        Assert.Equal(number, CedarDuration.Parse(new CedarDuration(number).ToString())?.Milliseconds);
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59.999Z")]
    [InlineData("2026-11-25T08:30:00.000Z")]
    public void A_datetime_is_said_in_full(string text) => Assert.Equal(text, CedarDateTime.Parse(text)?.ToString());
}
