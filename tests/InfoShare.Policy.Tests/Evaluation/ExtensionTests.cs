namespace InfoShare.Policy.Tests.Evaluation;

public sealed class ExtensionTests
{
    [Theory]
    [InlineData("decimal(\"1.5\") == decimal(\"1.5000\")")]
    [InlineData("decimal(\"-1.5\").lessThan(decimal(\"0.0\")) && decimal(\"1.0\").lessThanOrEqual(decimal(\"1.0\"))")]
    [InlineData("decimal(\"2.0\").greaterThan(decimal(\"1.9999\")) && decimal(\"1.0\").greaterThanOrEqual(decimal(\"1.0\"))")]
    [InlineData("ip(\"10.1.2.3\").isInRange(ip(\"10.0.0.0/8\")) && !(ip(\"10.0.0.0/7\").isInRange(ip(\"10.0.0.0/8\")))")]
    [InlineData("!(ip(\"::1\").isInRange(ip(\"0.0.0.0/0\"))) && ip(\"::1\").isInRange(ip(\"::/0\"))")]
    [InlineData("ip(\"127.255.0.1\").isLoopback() && ip(\"::1\").isLoopback() && !(ip(\"127.0.0.0/7\").isLoopback())")]
    [InlineData("ip(\"239.0.0.1\").isMulticast() && ip(\"ff02::1\").isMulticast() && !(ip(\"224.0.0.0/3\").isMulticast())")]
    [InlineData("ip(\"1.2.3.4\").isIpv4() && ip(\"::ffff:102:304\").isIpv6()")]
    [InlineData("ip(\"1.2.3.4\") == ip(\"1.2.3.4/32\") && ip(\"10.0.0.1/8\") != ip(\"10.0.0.0/8\")")]
    [InlineData("datetime(\"2026-11-25T00:00:00+0100\") < datetime(\"2026-11-25\")")]
    [InlineData("datetime(\"2026-11-25\").offset(duration(\"-1d\")) == datetime(\"2026-11-24\")")]
    [InlineData("datetime(\"2026-11-25T12:00:00Z\").toDate() == datetime(\"2026-11-25\")")]
    [InlineData("datetime(\"1969-12-31T23:00:00Z\").toTime() == duration(\"23h\")")]
    [InlineData("datetime(\"1969-12-31T23:00:00Z\").toDate() == datetime(\"1969-12-31\")")]
    [InlineData("datetime(\"2026-11-25\").durationSince(datetime(\"2026-11-24\")).toHours() == 24")]
    [InlineData("duration(\"-1500ms\").toSeconds() == -1 && duration(\"90m\").toHours() == 1")]
    [InlineData("duration(\"1d\").toMilliseconds() == 86400000 && duration(\"36h\").toDays() == 1 && duration(\"90s\").toMinutes() == 1")]
    [InlineData("duration(\"1d\") <= duration(\"24h\")")]
    public void What_holds_is_true(string expr) => Assert.True(Evaluating.Evaluate(expr).IsTrue, $"{Evaluating.Evaluate(expr)}");

    [Theory]
    [InlineData("decimal(\"1\")", "`1` is no decimal")]
    [InlineData("ip(\"1.2.3\")", "`1.2.3` is no IP address or range")]
    [InlineData("datetime(\"2026-02-30\")", "`2026-02-30` is no datetime")]
    [InlineData("duration(\"1x\")", "`1x` is no duration")]
    [InlineData("decimal(1)", "type error: expected string, got long")]
    [InlineData("decimal(\"1.0\", \"2.0\")", "wrong number of arguments for `decimal`: 2")]
    [InlineData("ip(\"::1\").isIpv4(1)", "wrong number of arguments for `isIpv4`: 2")]
    [InlineData("\"1.0\".lessThan(decimal(\"1.0\"))", "type error: expected decimal, got string")]
    [InlineData("decimal(\"1.0\").lessThan(1)", "type error: expected decimal, got long")]
    [InlineData("datetime(\"2026-01-01\").offset(duration(\"9223372036854775807ms\"))", "overflow in `offset`")]
    [InlineData("datetime(\"0000-01-01\").offset(duration(\"-9223309869635575808ms\")).toDate()", "overflow in `toDate`")]
    [InlineData("datetime(\"0000-01-01\").offset(duration(\"-9223309869635575808ms\")).durationSince(datetime(\"9999-01-01\"))", "overflow in `durationSince`")]
    public void What_cannot_be_evaluated_says_why(string expr, string error) => Assert.Equal(error, Evaluating.Evaluate(expr).Error);
}
