using InfoShare.Policy.Deciding;
using InfoShare.Policy.Sets;

namespace InfoShare.Policy.Scenarios;

/// <summary>Decides scenarios and compares. Pure.</summary>
public static class ScenarioRun
{
    /// <summary>All of them, each by its set; or the sets that are not there.</summary>
    /// <param name="set">Decides those that name no set, and those that name it; the others are left out. Null: all, each as it says.</param>
    public static (IReadOnlyList<ScenarioOutcome> Outcomes, IReadOnlyList<PolicyProblem> Problems) All(
        IReadOnlyList<PlacedScenario> scenarios, SharingPolicies policies, string? set = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var chosen = scenarios.Where(one => set is null || one.Scenario.Set is null || one.Scenario.Set == set).ToList();
        var missing = chosen.Where(one => PolicyFor(one.Scenario, policies, set) is null).ToList();
        return missing.Count > 0
            ? ([], [.. missing.Select(one => new PolicyProblem(one.File, one.Line, 1, $"there is no set `{one.Scenario.Set ?? set}`"))])
            : ([.. chosen.Select(one => Outcome(one, PolicyFor(one.Scenario, policies, set)!))], []);
    }

    /// <summary>What the policy decides otherwise than the scenario says. What the scenario leaves out is not compared.</summary>
    public static IReadOnlyList<ScenarioDifference> Differences(Scenario scenario, SharingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(policy);
        var decision = policy.Decide(scenario.Facts());
        IEnumerable<ScenarioDifference?> all =
        [
            Compare("mayKnow", Word(scenario.MayKnow), Word(decision.MayKnow)),
            Compare("because", scenario.Because, decision.Because),
            Compare("released", scenario.Released?.Select(Codes.Of), decision.Released.Select(Codes.Of)),
            Compare("masked", scenario.Masked?.Select(Codes.Of), decision.With(PartEffect.Mask).Select(Codes.Of)),
            Compare("held", scenario.Held?.Select(Codes.Of), decision.With(PartEffect.Hold).Select(Codes.Of)),
            Compare("obligations", scenario.Obligations, decision.Obligations),
            Compare("code", scenario.Code, decision.Code),
        ];
        return [.. all.OfType<ScenarioDifference>()];
    }

    private static SharingPolicy? PolicyFor(Scenario scenario, SharingPolicies policies, string? set) =>
        (scenario.Set ?? set) is { } name ? policies.Named(name) : policies.At(scenario.At);

    private static ScenarioOutcome Outcome(PlacedScenario placed, SharingPolicy policy) => new(placed, policy.Name, Differences(placed.Scenario, policy));

    private static string? Word(bool? value) => value switch { null => null, true => "true", false => "false" };

    /// <summary>In whatever order.</summary>
    private static ScenarioDifference? Compare(string what, IEnumerable<string>? expected, IEnumerable<string> decided) =>
        Compare(what, expected is null ? null : Listed(expected), Listed(decided));

    private static ScenarioDifference? Compare(string what, string? expected, string? decided) =>
        expected is null || expected == decided ? null : new(what, expected, decided ?? "none");

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "none";
}
