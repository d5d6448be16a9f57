using InfoShare.Policy.Cedar.Validation;

namespace InfoShare.Policy.Tests.Validation;

/// <summary>The public conformance cases: their schemas, entities and contexts are read as the schemas say, or reading a case fails.</summary>
public sealed class CorpusValidationTests
{
    private const int CasesGiven = 3_957 + 22;

    [Fact]
    public void Policies_are_valid_exactly_where_Cedar_says_so()
    {
        var differing = ValidationCase.All.Select(c => (c.Name, c.IsValidToCedar, Found: PolicyValidator.Validate(c.Schema, c.Policies)))
            .Where(c => c.IsValidToCedar != c.Found.IsValid)
            .Select(c => $"{c.Name}: Cedar says {c.IsValidToCedar}, found {string.Join("; ", c.Found.Errors)}").ToList();

        Assert.Equal(CasesGiven, ValidationCase.All.Count);
        Assert.True(differing.Count == 0, $"{differing.Count} differences: {string.Join('\n', differing.Take(10))}");
    }

    [Fact]
    public void Every_request_conforms()
    {
        var problems = ValidationCase.All.SelectMany(c => c.Requests, (c, request) => (c.Name, Problems: RequestValidator.Problems(c.Schema, request)))
            .Where(c => c.Problems.Count > 0).Select(c => $"{c.Name}: {string.Join("; ", c.Problems)}").ToList();

        Assert.True(problems.Count == 0, $"{problems.Count}: {string.Join('\n', problems.Take(10))}");
    }
}
