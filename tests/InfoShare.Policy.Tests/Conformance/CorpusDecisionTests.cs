using InfoShare.Policy.Cedar.Json;

namespace InfoShare.Policy.Tests.Conformance;

public sealed class CorpusDecisionTests
{
    private const int CasesOfTheCorpus = 3_957;

    [Fact]
    public void Every_request_of_the_corpus_is_decided_for_the_same_reasons_and_with_the_same_errors()
    {
        var cases = ConformanceCase.In(ConformanceFiles.Corpus, _ => JsonShape.Unknown.Instance).ToList();

        Assert.Equal(CasesOfTheCorpus, cases.Count);
        Agree(cases);
    }

    [Fact]
    public void Every_handwritten_request_is_decided_for_the_same_reasons_and_with_the_same_errors() =>
        Agree(ConformanceCase.In(ConformanceFiles.Handwritten, Sandbox).ToList());

    /// <summary>What the two schemas of the handwritten cases say, as far as their data leave out escapes.</summary>
    private static JsonShape.Record Sandbox(string schema) => new(attribute => attribute switch
    {
        "account" or "owner" => new JsonShape.Entity(),
        "admins" => new JsonShape.Set(new JsonShape.Entity()),
        "source_ip" when schema.EndsWith("schema_exts.cedarschema", StringComparison.Ordinal) => new JsonShape.Extension("ip"),
        "confidence_score" when schema.EndsWith("schema_exts.cedarschema", StringComparison.Ordinal) => new JsonShape.Extension("decimal"),
        _ => JsonShape.Unknown.Instance,
    });

    private static void Agree(List<ConformanceCase> cases)
    {
        var differences = cases.SelectMany(one => one.Differences()).ToList();

        Assert.NotEmpty(cases.SelectMany(one => one.Requests));
        Assert.True(differences.Count == 0, $"{differences.Count} differences: {string.Join('\n', differences.Take(10))}");
    }
}
