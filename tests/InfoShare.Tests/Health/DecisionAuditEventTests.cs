using System.Text.Json.Nodes;
using InfoShare.Adapters.Health.Audit;
using InfoShare.Tests.Outside;
using Xunit;

namespace InfoShare.Tests.Health;

public sealed class DecisionAuditEventTests
{
    private static readonly RecordedDecision ByRole = new(
        7, new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), "token-of-a-child", "health-cumberland", "ods/ZZ999", "named-nurse", Permitted: true,
        "permitted; because: risk-of-significant-harm", ["uk-gdpr-6-1-e"], []);

    private static readonly RecordedDecision ByConsent = ByRole with { Number = 8, Permitted = false, Why = "withheld: no-agreement", Basis = [], Consents = ["share refused", "service given"] };

    private static JsonNode Written(RecordedDecision decision) => JsonNode.Parse(DecisionAuditEvent.Write(decision))!;

    [Fact]
    public void An_independent_validator_takes_every_kind_of_decision()
    {
        using var folder = new TemporaryFolder();
        RecordedDecision[] decisions = [ByRole, ByConsent, ByRole with { Number = 9, ChildToken = null }];
        foreach (var decision in decisions)
            File.WriteAllBytes(folder.File($"{decision.Number}.json"), DecisionAuditEvent.Write(decision));

        var answer = NodeScript.Run("validate-fhir.mjs", [.. decisions.Select(d => folder.File($"{d.Number}.json"))]);

        Assert.True(answer.ExitCode == 0, answer.Output);
        Assert.Contains("3 files, 0 problems", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_an_agreement_on_file_it_is_by_consent_and_names_each()
    {
        var written = Written(ByConsent);

        Assert.Equal(("AuthZ-Consent", "8"), ((string?)written["subtype"]![0]!["code"], (string?)written["outcome"]));
        Assert.Equal(["share refused", "service given"], written["entity"]!.AsArray().Skip(1).Select(e => (string?)e!["what"]!["display"]));
        Assert.EndsWith("IHE.BasicAudit.AuthZconsent", (string?)written["meta"]!["profile"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_it_is_by_role_and_claims_no_profile()
    {
        var written = Written(ByRole);

        Assert.Equal(("AuthZ-Role", "0"), ((string?)written["subtype"]![0]!["code"], (string?)written["outcome"]));
        Assert.Null(written["meta"]);
        Assert.Single(written["entity"]!.AsArray());
    }

    [Fact]
    public void The_four_agents_of_the_profile_are_there_and_the_authoriser_is_the_observer()
    {
        var written = Written(ByConsent);
        var agents = written["agent"]!.AsArray();

        Assert.Equal(["110150", "IRCP", "PROV", "authserver"], agents.Select(a => (string?)a!["type"]!["coding"]![0]!["code"]));
        Assert.Equal([false, true, false, false], agents.Select(a => (bool)a!["requestor"]!));
        Assert.Equal(written["source"]!["observer"]!.ToJsonString(), agents[3]!["who"]!.ToJsonString());
        Assert.NotNull(agents[0]!["network"]);
    }

    [Fact]
    public void The_child_is_its_token_and_the_post_is_no_person()
    {
        var written = Written(ByRole);

        Assert.Equal("token-of-a-child", (string?)written["entity"]![0]!["what"]!["identifier"]!["value"]);
        Assert.Equal("ods/ZZ999#named-nurse", (string?)written["agent"]![1]!["who"]!["identifier"]!["value"]);
    }
}
