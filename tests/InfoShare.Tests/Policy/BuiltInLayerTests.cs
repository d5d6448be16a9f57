using System.Security.Cryptography;
using System.Text;
using InfoShare.Policy;
using InfoShare.Storage.Decisions;

namespace InfoShare.Tests.Policy;

/// <summary>What is built in has a version that is changed by hand; this notices when it should have been.</summary>
public sealed class BuiltInLayerTests
{
    /// <summary>
    /// Whoever changes this because the test failed: where a decision of before can now come out otherwise, change
    /// <see cref="BuiltInLayer.Version"/>, too, or a replay will tell of changed records where there are none.
    /// </summary>
    private static readonly (string Version, string Outcomes) Known = ("built-in-4", "ef25d3340f2bed2243b223bd90d35d4102b205629b86c8cf0826ce48c519be45");

    [Fact]
    public void Its_version_changes_with_its_outcomes()
    {
        var policy = TestPolicies.Of(FactsTable.AskingEverything).All[0];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var facts in FactsTable.All())
            sha.AppendData(Encoding.UTF8.GetBytes(DecisionTable.Write(policy.Decide(facts))));

        var outcomes = Convert.ToHexStringLower(sha.GetHashAndReset());
        Assert.True(Known.Outcomes == outcomes, $"the outcomes are {outcomes}");
        Assert.Equal(BuiltInLayer.Version, Known.Version);
    }

    [Fact]
    public void The_table_meets_every_role_part_effect_and_rule()
    {
        var policy = TestPolicies.Of(FactsTable.AskingEverything).All[0];
        var decisions = FactsTable.All().Select(facts => (facts, Decision: policy.Decide(facts))).ToList();

        Assert.Equal(Enum.GetValues<PartEffect>().ToHashSet(), decisions.SelectMany(d => d.Decision.Parts).Select(part => part.Effect).ToHashSet());
        var because = decisions.SelectMany(d => d.Decision.Because.Concat(d.Decision.Parts.SelectMany(part => part.Because))).ToHashSet();
        Assert.Empty(policy.Rules.Where(rule => rule.Id is not ("broken" or "unkept") && !because.Contains(rule.Id)).Select(rule => rule.Id));
        string[] builtIn =
        [
            "builtin-front-door", "part-not-in-builtin-front-door", "allegation-designated-officer-only", "handling-condition-named-only", "restricted-address",
            "restricted-address-masked", "restricted-address-held", "needs-identity", "no-agreement-to-share", "no-ground-to-share", "part-not-needed-for-role", "part-not-agreed-to", "obligation-unknown",
        ];
        Assert.Empty(builtIn.Except(because));
        Assert.Contains(decisions, d => d.Decision.Alerts.Contains("rule-failed:broken"));
    }
}
