using System.Text.Json.Nodes;
using InfoShare.Adapters.Health;
using Xunit;

namespace InfoShare.Tests.Health;

public sealed class OperationOutcomeTests
{
    private static JsonArray Issues(byte[] outcome) => JsonNode.Parse(outcome)!["issue"]!.AsArray();

    [Theory]
    [InlineData(400, "REC_BAD_REQUEST")]
    [InlineData(403, "REC_FORBIDDEN")]
    [InlineData(409, "REC_CONFLICT")]
    [InlineData(413, "REC_UNPROCESSABLE_ENTITY")]
    [InlineData(422, "REC_UNPROCESSABLE_ENTITY")]
    [InlineData(429, "SEND_TOO_MANY_REQUESTS")]
    [InlineData(500, "REC_SERVER_ERROR")]
    [InlineData(503, "REC_SERVICE_UNAVAILABLE")]
    [InlineData(418, "REC_BAD_REQUEST")]
    public void A_status_has_the_code_that_bars_gives_it(int status, string code)
    {
        var coding = Assert.Single(Issues(OperationOutcomes.For(status, [])))!["details"]!["coding"]![0]!;

        Assert.Equal(code, (string?)coding["code"]);
        Assert.Equal("https://fhir.nhs.uk/Codesystem/http-error-codes", (string?)coding["system"]);
    }

    [Fact]
    public void Each_problem_is_an_issue_that_names_its_field()
    {
        var issues = Issues(OperationOutcomes.For(400, [new("Bundle.type", "must be message"), new("Bundle.entry[0].resource.eventCoding.code", "is required, or eventUri")]));

        Assert.Equal(["value", "required"], issues.Select(i => (string?)i!["code"]));
        Assert.Equal("Bundle.type: must be message", (string?)issues[0]!["diagnostics"]);
        Assert.Equal("Bundle.type", (string?)issues[0]!["expression"]![0]);
    }

    [Fact]
    public void What_was_accepted_is_told_with_its_message_ids()
    {
        var issues = Issues(OperationOutcomes.Accepted(["m1", "m2"]));

        Assert.Equal(["accepted: m1", "accepted: m2"], issues.Select(i => (string?)i!["diagnostics"]));
        Assert.All(issues, i => Assert.Equal(("information", "informational"), ((string?)i!["severity"], (string?)i["code"])));
        Assert.Single(Issues(OperationOutcomes.Accepted([])));
    }
}
