namespace InfoShare.Policy.Scenarios;

/// <summary>A scenario and where it is written.</summary>
/// <param name="File">In the folder of scenarios.</param>
/// <param name="Line">Of its first character, from 1.</param>
public sealed record PlacedScenario(string File, int Line, Scenario Scenario)
{
    public string Place => $"{File}:{Line}";
}
