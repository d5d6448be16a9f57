using InfoShare.Policy.Cedar.Authorization;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Evaluation;

namespace InfoShare.Policy.Tests.Syntax;

public sealed class HostileTextTests
{
    /// <summary>Less than threads usually have.</summary>
    private const int SmallStackBytes = 1024 * 1024;

    [Theory]
    [InlineData("(", "true", ")", "nested more than 200 brackets deep")]
    [InlineData("[", "1", "]", "nested more than 200 brackets deep")]
    [InlineData("{a: ", "1", "}", "nested more than 200 brackets deep")]
    [InlineData("ip(", "1", ")", "nested more than 200 brackets deep")]
    [InlineData("if true then ", "true", " else true", "nested more than 200 brackets deep")]
    [InlineData("true && ", "true", "", "nested more than 400 levels deep")]
    [InlineData("1 + ", "1", "", "nested more than 400 levels deep")]
    [InlineData("", "context", ".a", "nested more than 400 levels deep")]
    public void A_text_nested_too_deep_is_refused_before_the_stack_is_exhausted(string before, string innermost, string after, string error)
    {
        var text = $"permit (principal, action, resource) when {{ {Repeat(before)}{innermost}{Repeat(after)} }};";

        var parsed = OnASmallStack(() => PolicyText.Parse(text));

        Assert.Contains(error, Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_document_nested_too_deep_is_refused_before_the_stack_is_exhausted()
    {
        var negated = $"{Repeat("""{"!":{"arg":""", 1_200)}{"""{"Value":true}"""}{Repeat("}}", 1_200)}";
        var listed = $$"""{"Value":{{Repeat("[", 1_900)}}{{Repeat("]", 1_900)}}}""";
        foreach (var body in new[] { negated, listed })
        {
            var json = $$$"""{"effect":"permit","principal":{"op":"All"},"action":{"op":"All"},"resource":{"op":"All"},"conditions":[{"kind":"when","body":{{{body}}}}]}""";

            Assert.NotEmpty(OnASmallStack(() => PolicyJson.Read(json, "deep")).Errors);
        }
    }

    [Theory]
    [InlineData("true && ", "true", "")]
    [InlineData("1 + ", "1", "")]
    [InlineData("", "context", ".a")]
    public void A_text_as_deep_as_may_be_is_printed_written_and_evaluated(string before, string innermost, string after)
    {
        const int Times = PolicyText.DeepestNesting - 2;
        var policy = PolicyText.Parse($"permit (principal, action, resource) when {{ {Repeat(before, Times)}{innermost}{Repeat(after, Times)} }};").Value![0];

        var response = OnASmallStack(() =>
        {
            Assert.NotEmpty(PolicyPrinter.Print(policy));
            Assert.True(PolicyJson.Read(PolicyJson.Write(policy), "deep").IsValid);
            return Authorizer.Decide(PolicySet.Of([policy]).Set!, Evaluating.Request, Evaluating.World);
        });

        Assert.Equal(innermost == "true" ? 0 : 1, response.Errors.Count);
    }

    [Fact]
    public void A_million_characters_without_sense_are_refused_at_once()
    {
        foreach (var text in new[] { new string('@', 1_000_000), new string('"', 1_000_001), new string(';', 1_000_000), new string('(', 1_000_000), $"permit (principal is {Repeat("a::", 300_000)}" })
            Assert.False(PolicyText.Parse(text).IsValid);
    }

    [Fact]
    public void Ten_thousand_policies_are_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"permit (principal in Team::\"{i}\", action, resource) when {{ context.n == {i} }};\n"));

        Assert.Equal(10_000, PolicyText.Parse(text).Value!.Count);
    }

    private static T OnASmallStack<T>(Func<T> work)
    {
        T result = default!;
        var thread = new Thread(() => result = work(), SmallStackBytes);
        thread.Start();
        thread.Join();
        return result;
    }

    private static string Repeat(string text, int times = 100_000) => string.Concat(Enumerable.Repeat(text, times));
}
