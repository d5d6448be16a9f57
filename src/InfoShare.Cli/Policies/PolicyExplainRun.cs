using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Files;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Policy.Scenarios;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy explain</c>: the latest decision about a delivery, explained from its record alone.</summary>
/// <param name="policies">Where the set that decided is looked for, by its version.</param>
public sealed class PolicyExplainRun(SharingPolicies policies, TextWriter output, TextWriter error)
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    /// <summary>The exit code: 0 when the decision could be explained.</summary>
    public async Task<int> RunAsync(PolicyExplainOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (File.Exists(options.DeliveryId))
            return await ExplainScenariosAsync(options.DeliveryId, options, cancellationToken);
        return await new RecordsReading(output, error).RunAsync(
            new(options.Data, options.Config, options.Json),
            scope => Find(scope, options.DeliveryId),
            found => found.Row is { } row ? ExplainAsync(row, found.Policy, options) : SayAsync($"no decision is recorded about the delivery {options.DeliveryId}", options),
            cancellationToken);
    }

    /// <summary>The decision, and the set that took it: one that the store has kept, or one of those that are here.</summary>
    private (DecisionRow? Row, SharingPolicy? Policy) Find(ReadScope scope, string deliveryId) => scope.LatestDecision(deliveryId) is { } row
        ? (row, policies.WithVersion(row.Policy) ?? scope.PolicySets().FirstOrDefault(set => set.Version == row.Policy)?.ToPolicy())
        : default;

    private async Task<int> ExplainAsync(DecisionRow row, SharingPolicy? policy, PolicyExplainOptions options)
    {
        if (row.Facts.Length == 0)
            return await SayAsync("the facts of its decision have been erased", options);
        if (policy is null)
            return await SayAsync($"it was decided by policy {row.Policy}, which is neither here nor in the store", options);

        var facts = DecisionTable.Read<SharingFacts>(row.Facts);
        if (!row.IsBy(policy) || DecisionTable.Write(policy.Decide(facts)) != row.Outcome)
            return await SayAsync("this release does not decide these facts as the record says: explain them with the release that did", options);

        var told = new ToldDecision(row.DeliveryId, row.Kind, Instants.FromMicroseconds(row.At), options.Audience, policy.Explain(facts).For(options.Audience));
        await TellAsync(options.Json ? JsonSerializer.Serialize(told, Indented) : null, ExplanationWords.Of(told));
        return 0;
    }

    /// <summary>Scenarios, by the set that they name, or the one that decides at their time.</summary>
    private async Task<int> ExplainScenariosAsync(string path, PolicyExplainOptions options, CancellationToken cancellationToken)
    {
        var file = await TextFile.ReadAsync(path, MostBytes, cancellationToken);
        if (file.Text is not { } text)
            return await SayAsync(file.Problem!, options);
        var (scenarios, problems) = ScenarioReader.Read(Path.GetFileName(path), text);
        if (problems.Count > 0)
            return await SayAsync(string.Join(Environment.NewLine, problems), options);

        ToldDecision Tell(Scenario scenario) => new(scenario.Title, "first", scenario.At, options.Audience,
            ((scenario.Set is { } name ? policies.Named(name) : null) ?? policies.At(scenario.At)).Explain(scenario.Facts()).For(options.Audience));
        var told = scenarios.Select(placed => Tell(placed.Scenario)).ToList();
        await TellAsync(options.Json ? JsonSerializer.Serialize(told, Indented) : null, told.SelectMany(one => ExplanationWords.Of(one).Append("")));
        return 0;
    }

    private async Task TellAsync(string? json, IEnumerable<string> lines)
    {
        foreach (var line in json is null ? lines : [json])
            await output.WriteLineAsync(line);
    }

    private Task<int> SayAsync(string why, PolicyExplainOptions options) => Failure.SayAsync(why, options.Json, output, error);
}

/// <summary>A decision, explained to an audience.</summary>
/// <param name="DeliveryId">Of a scenario: its title.</param>
/// <param name="Decided">first, recheck (before a send) or reading (on a page).</param>
/// <param name="Explanation">Null where the audience may not even know of it.</param>
internal sealed record ToldDecision(string DeliveryId, string Decided, DateTimeOffset At, Audience Audience, Explanation? Explanation);
