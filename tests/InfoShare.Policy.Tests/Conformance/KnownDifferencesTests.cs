using InfoShare.Policy.Cedar.Conformance;

namespace InfoShare.Policy.Tests.Conformance;

public sealed class KnownDifferencesTests
{
    private static readonly KnownDifferences Known = KnownDifferences.Read("""
        [
          { "case": "tests/multi/1.json", "reason": "all of it" },
          { "case": "2.json", "request": "Request 3", "reason": "this one" }
        ]
        """).Value!;

    [Theory]
    [InlineData("/cases/tests/multi/1.json", null, "all of it")]
    [InlineData("/cases/tests/multi/1.json", "Request 0", "all of it")]
    [InlineData("/cases/other/1.json", null, null)]
    [InlineData("/cases/more-tests/multi/1.json", null, null)]
    [InlineData("/cases/2.json", "Request 3", "this one")]
    [InlineData("/cases/2.json", "Request 4", null)]
    [InlineData("/cases/2.json", null, null)]
    public void A_difference_is_known_by_its_case_and_its_request_where_one_is_named(string path, string? request, string? reason) =>
        Assert.Equal(reason, Known.Reason(path, new("case", request, "differs")));

    [Theory]
    [InlineData("""[{ "case": "1.json" }]""")]
    [InlineData("""[{ "case": "1.json", "reason": " " }]""")]
    [InlineData("""[{ "reason": "why" }]""")]
    [InlineData("""[{ "case": "1.json", "query": "Request 0", "reason": "why" }]""")]
    [InlineData("{}")]
    public void None_is_known_without_a_case_and_a_reason(string json) => Assert.False(KnownDifferences.Read(json).IsValid);
}
