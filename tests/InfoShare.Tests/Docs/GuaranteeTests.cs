using Xunit;

namespace InfoShare.Tests.Docs;

/// <summary>A guarantee is worth what its tests are: each that is named is there and is run.</summary>
public sealed class GuaranteeTests
{
    private const string Page = "docs/guarantees.md";

    public static TheoryData<string> Named { get; } = [.. TestsIn(Sources.Text(Page)).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public void A_named_test_exists_and_is_run(string name)
    {
        var (type, method) = (name.Split('.')[0], name.Split('.')[1]);

        var mark = $" {method}(";
        var text = Assert.Single(Sources.Ending($"/{type}.cs").Select(Sources.Text), source => source.Contains(mark, StringComparison.Ordinal));
        var before = text[..text.IndexOf(mark, StringComparison.Ordinal)];
        var attributes = before[(before.LastIndexOf("\n\n", StringComparison.Ordinal) + 1)..];
        Assert.Matches(@"\[(Fact|Theory)[\](,]", attributes);
        Assert.DoesNotContain("Skip", attributes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("G1 Nothing accepted is lost")]
    [InlineData("G2 One effect")]
    [InlineData("G3 Nothing is shared without a recorded decision")]
    [InlineData("G4 Never silent")]
    [InlineData("G5 Least necessary")]
    [InlineData("G6 Order")]
    [InlineData("G7 The sender is who the transport says it is")]
    [InlineData("G8 Any past decision can be repeated")]
    public void A_guarantee_names_tests(string heading) => Assert.NotEmpty(TestsIn(Markdown.Section(Page, heading)));

    private static IEnumerable<string> TestsIn(string text) =>
        Markdown.Codes(text).Where(code => code.Split('.') is [var type, { Length: > 0 }] && (type.EndsWith("Tests", StringComparison.Ordinal) || type.EndsWith("Contract", StringComparison.Ordinal)));
}
