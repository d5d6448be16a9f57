using InfoShare.Policy.Scenarios;
using InfoShare.Tests.Outside;

namespace InfoShare.Tests.Policy;

/// <summary>The tables of <c>policies/scenarios</c>, as they lie on disk.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<PlacedScenario> All { get; } = [.. Files().SelectMany(Read)];

    private static IOrderedEnumerable<string> Files() =>
        System.IO.Directory.GetFiles(ProjectRoot.Path("policies", "scenarios"), "*.json").Order(StringComparer.Ordinal);

    private static IReadOnlyList<PlacedScenario> Read(string file)
    {
        var (scenarios, problems) = ScenarioReader.Read(Path.GetFileName(file), File.ReadAllText(file));
        Assert.Empty(problems);
        return scenarios;
    }
}
