using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Hosting;
using InfoShare.Policy;
using InfoShare.Policy.Scenarios;
using InfoShare.Policy.Sets;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy check</c>: exit code 0 for sets that can decide and scenarios that can be read, 1 otherwise.</summary>
public sealed class PolicyCheckRun(TextWriter output)
{
    public async Task<int> RunAsync(PolicyCheckOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (policies, problems) = await PolicyFolder.ReadSetsAsync(options.Folder, cancellationToken);
        var (coverage, readable) = policies is null ? ([], false) : await CoverageAsync(policies, options.Folder, cancellationToken);
        string[] withholding = policies is null ? [] : [.. Withholding(policies)];
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { sets = policies is null ? [] : Sets(policies), problems, withholding, coverage }, JsonSerializerOptions.Web));
        else
            foreach (var line in policies is null ? Refused(problems) : [.. Words(policies), .. withholding, .. coverage])
                await output.WriteLineAsync(line);
        return readable ? 0 : 1;
    }

    /// <summary>Rules with a duty that no recipient's system knows how to keep: what they permit is withheld.</summary>
    private static IEnumerable<string> Withholding(SharingPolicies policies) =>
        (from policy in policies.All
         from rule in policy.Rules
         from obligation in rule.Obligations.Where(obligation => !Obligations.Known.ContainsKey(obligation))
         select $"{rule.Id} permits nothing: its obligation {obligation} is not one of {string.Join(", ", Obligations.Known.Keys)}").Distinct();

    /// <summary>What the scenarios beside the set that is in force now do not try, and whether they can be read. Nothing where there are none.</summary>
    private static async Task<(IReadOnlyList<string> Lines, bool Readable)> CoverageAsync(SharingPolicies policies, string? folder, CancellationToken cancellationToken)
    {
        if (folder is null || Path.Combine(folder, "scenarios") is var scenarios && !System.IO.Directory.Exists(scenarios))
            return ([], true);
        var read = await ScenarioFolder.ReadAsync(scenarios, cancellationToken);
        var policy = policies.At(TimeProvider.System.GetUtcNow());
        return read.Problems.Count > 0
            ? (read.Problems, false)
            : ([$"scenarios for {policy.Name}: {read.Scenarios.Count}", .. ScenarioCoverage.Lines(ScenarioCoverage.Of(policy, read.Scenarios.Select(placed => placed.Scenario)))], true);
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
