using InfoShare.Policy;
using InfoShare.Policy.Scenarios;

namespace InfoShare.Console.Policies;

/// <summary>The cases that a policy must decide as they say.</summary>
/// <param name="Problems">Why they cannot be read, a line each; then there are none.</param>
public sealed record ScenarioTables(IReadOnlyList<PlacedScenario> All, IReadOnlyList<string> Problems)
{
    public static ScenarioTables OfThisRelease { get; } = new(ScenarioFiles.OfThisRelease, []);

    /// <summary>All of them as one set decides them, but for those that are about another set.</summary>
    public IReadOnlyList<ScenarioOutcome> By(SharingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return ScenarioRun.All(All, SharingPolicies.Of([new(DateTimeOffset.MinValue, policy)]), policy.Name).Outcomes;
    }
}
