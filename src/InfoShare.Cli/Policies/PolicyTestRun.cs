using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Policy.Scenarios;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy test FOLDER</c>. Exit code 0 when every scenario is decided as it says, 1 otherwise.</summary>
public sealed class PolicyTestRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(PolicyTestOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = await ScenarioFolder.ReadAsync(options.Folder, cancellationToken);
        if (folder.Problems.Count > 0)
            return await RefuseAsync(folder.Problems, options);

        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder))) ?? options.Folder;
        var (policies, refused) = await PolicyFolder.ReadSetsAsync(above, cancellationToken);
        if (policies is null)
            return await RefuseAsync([.. refused.Select(problem => problem.ToString())], options);

        var (outcomes, missing) = ScenarioRun.All(folder.Scenarios, policies, options.Set);
        if (missing.Count > 0)
            return await RefuseAsync([.. missing.Select(problem => problem.ToString())], options);

        await (options.Json ? output.WriteLineAsync(JsonSerializer.Serialize(Document(outcomes), JsonSerializerOptions.Web)) : SayAsync(outcomes));
        return outcomes.All(outcome => outcome.Passed) ? 0 : 1;
    }

    private Task<int> RefuseAsync(IReadOnlyList<string> problems, PolicyTestOptions options) =>
        Failure.SayAsync(string.Join(Environment.NewLine, problems), options.Json, output, error);

    private async Task SayAsync(IReadOnlyList<ScenarioOutcome> outcomes)
    {
        foreach (var failed in outcomes.Where(outcome => !outcome.Passed))
        {
            await output.WriteLineAsync($"{failed.Case.Place}: {failed.Case.Scenario.Title} (set {failed.Set})");
            foreach (var difference in failed.Differences)
                await output.WriteLineAsync($"  {difference.What}: expected {difference.Expected}; decided {difference.Decided}");
        }

        await output.WriteLineAsync($"{outcomes.Count(outcome => outcome.Passed)} passed, {outcomes.Count(outcome => !outcome.Passed)} failed");
    }

    private static object Document(IReadOnlyList<ScenarioOutcome> outcomes) => new
    {
        Passed = outcomes.Count(outcome => outcome.Passed),
        Failed = outcomes.Count(outcome => !outcome.Passed),
        Scenarios = outcomes.Select(outcome => new
        {
            outcome.Case.File,
            outcome.Case.Line,
            outcome.Case.Scenario.Title,
            outcome.Case.Scenario.Source,
            outcome.Set,
            outcome.Passed,
            outcome.Differences,
        }),
    };
}
