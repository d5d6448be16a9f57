namespace InfoShare.Policy.Tests.Evaluation;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("true && false || true")]
    [InlineData("!(true && false)")]
    [InlineData("false && 1 || true")]
    [InlineData("if 1 < 2 then true else 1 + true == 1")]
    [InlineData("1 + 2 * 3 == 7")]
    [InlineData("(1 + 2) * 3 == 9")]
    [InlineData("10 - 3 - 2 == 5")]
    [InlineData("-context.count == -2")]
    [InlineData("--5 == 5")]
    [InlineData("-9223372036854775808 < 9223372036854775807")]
    [InlineData("1 != \"1\"")]
    [InlineData("[1, 2, 2] == [2, 1]")]
    [InlineData("{a: 1, b: [2]} == {b: [2], a: 1}")]
    [InlineData("{a: 1} != {a: 1, b: 2}")]
    [InlineData("User::\"ann\" == principal")]
    [InlineData("[1, \"a\", [true]].contains([true])")]
    [InlineData("[1, 2, 3].containsAll([3, 1])")]
    [InlineData("[1].containsAll([])")]
    [InlineData("!([1].containsAny([]))")]
    [InlineData("[1, 2].containsAny([2, 3])")]
    [InlineData("[].isEmpty() && !([1].isEmpty())")]
    [InlineData("\"school-north\" like \"school-*\"")]
    [InlineData("\"a*b\" like \"a\\*b\" && !(\"axb\" like \"a\\*b\")")]
    [InlineData("\"axb\" like \"a\\u{2a}b\"")]
    [InlineData("\"\\u{1F600}\\n\\x41\" == \"😀\nA\"")]
    public void What_holds_is_true(string expr) => Assert.True(Evaluating.Evaluate(expr).IsTrue, $"{Evaluating.Evaluate(expr)}");

    [Theory]
    [InlineData("9223372036854775807 + 1", "integer overflow in addition")]
    [InlineData("-9223372036854775808 - 1", "integer overflow in subtraction")]
    [InlineData("4611686018427387904 * 2", "integer overflow in multiplication")]
    [InlineData("-(-9223372036854775808)", "integer overflow in negation")]
    [InlineData("1 && true", "type error: expected bool, got long")]
    [InlineData("true && 1", "type error: expected bool, got long")]
    [InlineData("false || \"a\"", "type error: expected bool, got string")]
    [InlineData("!1", "type error: expected bool, got long")]
    [InlineData("if 1 then true else true", "type error: expected bool, got long")]
    [InlineData("1 + \"a\"", "type error: expected long, got string")]
    [InlineData("1 < \"a\"", "type error: expected long, got string")]
    [InlineData("\"a\" < \"b\"", "type error: expected long, datetime or duration, got string")]
    [InlineData("datetime(\"2026-01-01\") < duration(\"1d\")", "type error: expected datetime, got duration")]
    [InlineData("decimal(\"1.0\") < decimal(\"2.0\")", "type error: expected long, datetime or duration, got decimal")]
    [InlineData("1.contains(1)", "type error: expected set, got long")]
    [InlineData("[1].containsAll(1)", "type error: expected set, got long")]
    [InlineData("1.isEmpty()", "type error: expected set, got long")]
    [InlineData("1 like \"a\"", "type error: expected string, got long")]
    [InlineData("[1 + true, 2].contains(2)", "type error: expected long, got bool")]
    [InlineData("{a: 1 + true}.a", "type error: expected long, got bool")]
    public void What_cannot_be_evaluated_says_why(string expr, string error) => Assert.Equal(error, Evaluating.Evaluate(expr).Error);

    [Theory]
    [InlineData("(1 + true) == (\"a\" < 1)")]
    [InlineData("[1 + true, \"a\" < 1] == []")]
    public void The_first_error_from_the_left_is_the_one(string expr) =>
        Assert.Equal("type error: expected long, got bool", Evaluating.Evaluate(expr).Error);

    [Fact]
    public void A_test_that_asks_of_itself_again_and_again_is_evaluated_once()
    {
        var nested = Enumerable.Range(0, 60).Aggregate("principal", (inner, _) => $"(if {inner} is User in Agency::\"care\" then principal else resource)");

        Assert.Equal(Evaluating.Ann, Evaluating.Evaluate(nested).Value);
    }
}
