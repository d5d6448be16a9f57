using System.Globalization;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Policy;
using InfoShare.Policy.Sets;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy check</c>: exit code 0 for sets that can decide, 1 otherwise.</summary>
public sealed class PolicyCheckRun(TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(PolicyCheckOptions options, CancellationToken cancellationToken)
    {
        var (files, unreadable) = options.Folder is { } folder ? await PolicyFolder.ReadAsync(folder, cancellationToken) : (PolicyFiles.OfThisRelease, null);
        if (files is null)
            return await Failure.SayAsync(unreadable!.ToString(), options.Json, output, error);

        var (policies, problems) = SharingPolicies.Read(files);
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { sets = policies is null ? [] : Sets(policies), problems }, JsonSerializerOptions.Web));
        else
            foreach (var line in policies is null ? Refused(problems) : Words(policies))
                await output.WriteLineAsync(line);
        return policies is null ? 1 : 0;
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
