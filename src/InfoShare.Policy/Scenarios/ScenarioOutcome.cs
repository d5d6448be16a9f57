namespace InfoShare.Policy.Scenarios;

/// <summary>How a scenario came out.</summary>
/// <param name="Set">What decided.</param>
/// <param name="Differences">Empty: as expected.</param>
public sealed record ScenarioOutcome(PlacedScenario Case, string Set, IReadOnlyList<ScenarioDifference> Differences)
{
    public bool Passed => Differences.Count == 0;
}

/// <summary>Something that was decided otherwise.</summary>
/// <param name="What">The scenario's field.</param>
public sealed record ScenarioDifference(string What, string Expected, string Decided);
