using InfoShare.Policy.Cedar.Json;
using InfoShare.Policy.Cedar.Syntax;
using InfoShare.Policy.Tests.Conformance;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>The reference is worth nothing where it does not itself decide as Cedar does.</summary>
public sealed class ReferenceCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_reference_decides_every_request_of_the_corpus_as_Cedar_does()
    {
        var cases = ConformanceCase.In(ConformanceFiles.Corpus, _ => JsonShape.Unknown.Instance).ToList();
        var differences = cases.SelectMany(Differences).ToList();

        output.WriteLine($"{cases.Sum(one => one.Requests.Count)} requests of {cases.Count} cases");
        Assert.NotEmpty(cases);
        Assert.True(differences.Count == 0, $"{differences.Count} differences: {string.Join('\n', differences.Take(10))}");
    }

    private static IEnumerable<string> Differences(ConformanceCase one)
    {
        var policies = PolicyText.Parse(one.Policies).Value!;
        return
            from expected in one.Requests
            let answer = new Answer(expected.Decision, expected.Reasons, expected.Errors)
            let given = ReferenceAuthorizer.Decide(policies, expected.Request, one.Entities)
            where given != answer
            select $"{one.Name} {expected.Description}: {given} and not {answer}";
    }
}
