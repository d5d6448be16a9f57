using InfoShare.Policy;
using InfoShare.Policy.Scenarios;

namespace InfoShare.Tests.Policy;

/// <summary>What scenarios are said to have tried.</summary>
public sealed class ScenarioCoverageTests
{
    private const string Rule = """
        @id("nurse") @basis("UKGDPR-6-1-e") @because("b")
        permit (principal in Role::"named-nurse", action == Action::"know", resource)
        when { resource.isConcern && resource.domesticAbuse }
        unless { resource.unborn };
        """;

    private static readonly SharingPolicy Policy = TestPolicies.Of(Rule).All[0];
    private static readonly ScenarioRecipient Nurse = new() { Role = "named-nurse" };
    private static readonly ScenarioRecipient Doctor = new() { Role = "named-doctor" };

    [Fact]
    public void A_clause_behind_one_that_does_not_hold_is_not_seen()
    {
        var rule = Assert.Single(ScenarioCoverage.Of(Policy, [Case(Nurse, "4"), Case(Doctor, "3A")]));

        Assert.True(rule.IsDead);
        Assert.Equal(
            ["principal in Role::\"named-nurse\" both", "action == Action::\"know\" true", "resource.isConcern true", "resource.domesticAbuse false", "resource.unborn "],
            rule.Clauses.Select(clause => $"{clause.Text} {Seen(clause)}"));
    }

    [Fact]
    public void A_rule_that_is_satisfied_and_tried_both_ways_has_no_gap()
    {
        var move = new Scenario { Recipient = Nurse, Message = new() { Type = "child.movedArea" } };
        var unborn = new Scenario { Recipient = Nurse, Message = new() { Factors = ["3A"], Unborn = true } };

        var rule = Assert.Single(ScenarioCoverage.Of(Policy, [Case(Nurse, "3A"), Case(Nurse, "4"), Case(Doctor, "3A"), move, unborn]));

        Assert.Equal(1, rule.Satisfied);
        Assert.Empty(rule.Gaps);
    }

    [Fact]
    public void What_is_missing_is_said_with_its_place()
    {
        var lines = ScenarioCoverage.Lines(ScenarioCoverage.Of(Policy, [Case(Nurse, "4")])).ToList();

        Assert.Contains("test.cedar:1:1: nurse: satisfied in no scenario", lines);
        Assert.Contains("test.cedar:3:8: nurse: never false in any scenario: resource.isConcern", lines);
        Assert.Contains("test.cedar:3:30: nurse: never true in any scenario: resource.domesticAbuse", lines);
        Assert.Contains("test.cedar:4:10: nurse: never reached in any scenario: resource.unborn", lines);
        Assert.Equal("rules: 1, satisfied in no scenario: 1; clauses: 5, seen true and seen false: 0", lines[^1]);
    }

    private static Scenario Case(ScenarioRecipient recipient, string factor) => new() { Recipient = recipient, Message = new() { Factors = [factor] } };

    private static string Seen(ClauseCoverage clause) => (clause.SeenTrue, clause.SeenFalse) switch { (true, true) => "both", (true, _) => "true", (_, true) => "false", _ => "" };
}
