using InfoShare.Cli.Files;
using InfoShare.Policy.Scenarios;

namespace InfoShare.Cli.Policies;

/// <summary>The scenarios of a folder, in the order of its files' names; or all that is wrong, a line each.</summary>
internal sealed record ScenarioFolder(IReadOnlyList<PlacedScenario> Scenarios, IReadOnlyList<string> Problems)
{
    private const int MostBytes = 4 * 1024 * 1024;

    public static async Task<ScenarioFolder> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        if (!System.IO.Directory.Exists(folder))
            return new([], [$"{folder}: there is no such folder"]);
        var (scenarios, problems) = (new List<PlacedScenario>(), new List<string>());
        foreach (var path in System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = await TextFile.ReadAsync(path, MostBytes, cancellationToken);
            if (file.Problem is { } problem)
                problems.Add(problem);
            if (file.Text is not { } text)
                continue;
            var read = ScenarioReader.Read(Path.GetFileName(path), text);
            scenarios.AddRange(read.Scenarios);
            problems.AddRange(read.Problems.Select(one => one.ToString()));
        }

        return (scenarios.Count, problems.Count) is (0, 0) ? new([], [$"{folder}: there are no scenarios"]) : new(scenarios, problems);
    }
}
