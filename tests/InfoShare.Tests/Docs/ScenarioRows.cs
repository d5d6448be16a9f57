using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Policy.Scenarios;

namespace InfoShare.Tests.Docs;

/// <summary>Scenarios as rows of a table.</summary>
internal static class ScenarioRows
{
    public const string Heading = "| Case | Who | What is decided | Source |\n|---|---|---|---|";

    public static string Of(PlacedScenario placed)
    {
        var scenario = placed.Scenario;
        var policy = scenario.Set is { } name ? SharingPolicies.OfThisRelease.Named(name)! : SharingPolicies.OfThisRelease.At(scenario.At);
        return $"| {scenario.Title} | `{scenario.Recipient.Role}` | {Decided(policy.Decide(scenario.Facts()))} | {scenario.Source} |";
    }

    private static string Decided(SharingDecision decision)
    {
        var because = $"({string.Join(", ", decision.Because.Select(rule => $"`{rule}`"))})";
        if (!decision.MayKnow)
            return $"withheld, `{decision.Code}` {because}";
        var parts = decision.With(PartEffect.Release) is { Count: > 0 } released ? Names(released) : "no part";
        return $"told: {parts}{Those("masked", decision, PartEffect.Mask)}{Those("held", decision, PartEffect.Hold)} {because}";
    }

    private static string Those(string effect, SharingDecision decision, PartEffect those) =>
        decision.With(those) is { Count: > 0 } parts ? $"; {effect}: {Names(parts)}" : "";

    private static string Names(IEnumerable<PartName> parts) => string.Join(", ", parts.Select(part => Words.Of(typeof(PartName))[(int)part - 1]));
}
