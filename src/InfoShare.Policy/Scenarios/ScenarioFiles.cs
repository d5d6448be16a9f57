namespace InfoShare.Policy.Scenarios;

/// <summary>The scenarios that come with this release.</summary>
public static class ScenarioFiles
{
    private const string Embedded = "scenarios/";

    /// <summary>In the order of their files' names.</summary>
    public static IReadOnlyList<PlacedScenario> OfThisRelease { get; } = ReadEmbedded();

    private static IReadOnlyList<PlacedScenario> ReadEmbedded()
    {
        var assembly = typeof(ScenarioFiles).Assembly;
        var read = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Embedded, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return ScenarioReader.Read(name[Embedded.Length..], reader.ReadToEnd());
        }).ToList();
        return read.SelectMany(one => one.Problems).FirstOrDefault() is { } problem
            ? throw new InvalidOperationException($"the scenarios of this release are refused: {problem}")
            : [.. read.SelectMany(one => one.Scenarios)];
    }
}
