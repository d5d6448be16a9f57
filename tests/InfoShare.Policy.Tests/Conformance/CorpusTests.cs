using InfoShare.Policy.Cedar.Conformance;

namespace InfoShare.Policy.Tests.Conformance;

public sealed class CorpusTests
{
    [Fact]
    public void All_of_the_corpus_is_validated_and_decided_as_by_Cedar_for_the_same_reasons_and_with_the_same_errors() =>
        AssertAgreed(GivenCases.Corpus, cases: 3_957, requests: 31_656);

    [Fact]
    public void All_that_people_wrote_is_validated_and_decided_as_by_Cedar_for_the_same_reasons_and_with_the_same_errors() =>
        AssertAgreed(GivenCases.Handwritten, cases: 22, requests: 74);

    private static void AssertAgreed(IReadOnlyList<ConformanceCase> given, int cases, int requests)
    {
        var result = ConformanceResult.Sum([.. given.Select(ConformanceResult.Of)]);

        Assert.True(result.Differences.Count == 0, $"{result.Differences.Count} differences: {string.Join('\n', result.Differences.Take(10))}");
        Assert.Equal((cases, cases, requests, requests), (result.Validations, result.ValidationsAgreed, result.Requests, result.RequestsAgreed));
    }
}
