using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Policy;
using InfoShare.Policy.Scenarios;
using InfoShare.Policy.Sets;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy check</c>: exit code 0 for sets that can decide, 1 otherwise.</summary>
public sealed class PolicyCheckRun(TextWriter output)
{
    public async Task<int> RunAsync(PolicyCheckOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (policies, problems) = await PolicyFolder.ReadSetsAsync(options.Folder, cancellationToken);
        string[] coverage = policies is null ? [] : [.. await CoverageAsync(policies, options.Folder, cancellationToken)];
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { sets = policies is null ? [] : Sets(policies), problems, coverage }, JsonSerializerOptions.Web));
        else
            foreach (var line in policies is null ? Refused(problems) : [.. Words(policies), .. coverage])
                await output.WriteLineAsync(line);
        return policies is null ? 1 : 0;
    }

    /// <summary>What the scenarios beside the set that is in force now do not try. Nothing where there are no scenarios.</summary>
    private static async Task<IEnumerable<string>> CoverageAsync(SharingPolicies policies, string? folder, CancellationToken cancellationToken)
    {
        if (folder is null || Path.Combine(folder, "scenarios") is var scenarios && !System.IO.Directory.Exists(scenarios))
            return [];
        var read = await ScenarioFolder.ReadAsync(scenarios, cancellationToken);
        var policy = policies.At(TimeProvider.System.GetUtcNow());
        return read.Problems.Count > 0
            ? read.Problems
            : ScenarioCoverage.Lines(ScenarioCoverage.Of(policy, read.Scenarios.Select(placed => placed.Scenario))).Prepend($"scenarios for {policy.Name}: {read.Scenarios.Count}");
    }

    private static IEnumerable<string> Refused(IReadOnlyList<PolicyProblem> problems) =>
        [.. problems.Select(problem => problem.ToString()), problems.Count == 1 ? "1 problem: refused" : $"{problems.Count} problems: refused"];

    private static IEnumerable<string> Words(SharingPolicies policies)
    {
        foreach (var set in Sets(policies))
        {
            yield return $"{set.Name}: {set.Rules} rules, {(set.InForceFrom is { } from ? $"in force from {Utc(from)}" : "a candidate, never in force")}";
            yield return $"  version {set.Version}";
        }
    }

    private static PolicySetLine[] Sets(SharingPolicies policies) =>
        [.. policies.All.Select(policy => new PolicySetLine(policy.Name, policy.Version, policies.InForceFrom(policy), policy.Rules.Count))];

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString(at.UtcDateTime.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private sealed record PolicySetLine(string Name, string Version, DateTimeOffset? InForceFrom, int Rules);
}
