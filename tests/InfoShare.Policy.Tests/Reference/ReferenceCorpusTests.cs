using InfoShare.Policy.Cedar.Conformance;
using InfoShare.Policy.Tests.Conformance;

namespace InfoShare.Policy.Tests.Reference;

/// <summary>The reference is worth nothing where it does not itself decide as Cedar does.</summary>
public sealed class ReferenceCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void The_reference_decides_every_request_of_the_corpus_as_Cedar_does()
    {
        var cases = GivenCases.Corpus;
        var differences = cases.SelectMany(Differences).ToList();

        output.WriteLine($"{cases.Sum(one => one.Requests.Count)} requests of {cases.Count} cases");
        Assert.NotEmpty(cases);
        Assert.True(differences.Count == 0, $"{differences.Count} differences: {string.Join('\n', differences.Take(10))}");
    }

    private static IEnumerable<string> Differences(ConformanceCase one)
    {
        var policies = one.Policies.Value!.Policies.Select(policy => policy.Policy).ToList();
        var entities = one.Entities.Value!.Entities.ToList();
        return
            from request in one.Requests
            let expected = request.Expected.Value!
            let answer = new Answer(expected.Decision, expected.Reasons, expected.Errors)
            let given = ReferenceAuthorizer.Decide(policies, expected.ReadRequest(one.Schema.Value!).Value!, entities)
            where given != answer
            select $"{one.Name} {request.Name}: {given} and not {answer}";
    }
}
