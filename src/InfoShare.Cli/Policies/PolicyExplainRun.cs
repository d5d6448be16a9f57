using System.Data.Common;
using System.Text.Json;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.Contracts.Wire;
using InfoShare.Policy;
using InfoShare.Policy.Explaining;
using InfoShare.Storage;
using InfoShare.Storage.Decisions;
using InfoShare.Storage.Policies;
using InfoShare.Vault;

namespace InfoShare.Cli.Policies;

/// <summary>Runs <c>infoshare policy explain</c>: the latest decision about a delivery, explained from its record alone.</summary>
/// <param name="policies">Where the set that decided is looked for, by its version, before it is read from the store.</param>
public sealed class PolicyExplainRun(SharingPolicies policies, TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    /// <summary>The exit code: 0 when the decision could be explained.</summary>
    public async Task<int> RunAsync(PolicyExplainOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (await ConfigurationLoader.LoadAsync(new() { Data = options.Data, Config = options.Config }, error, cancellationToken) is not { } settings)
            return 1;
        try
        {
            (DecisionRow? Decision, SharingPolicy? Policy) found = default;
            if (!await StoreOpening.InspectAsync(settings, scope => found = Find(scope, options.DeliveryId), cancellationToken))
                return await SayAsync($"there are no records in {settings.Data}", options);
            return found.Decision is { } row
                ? await ExplainAsync(row, found.Policy, options)
                : await SayAsync($"no decision is recorded about the delivery {options.DeliveryId}", options);
        }
        catch (KeysMissingException e)
        {
            return await SayAsync(e.Message, options);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return await SayAsync($"the records cannot be read ({e.GetType().Name})", options);
        }
    }

    private (DecisionRow? Decision, SharingPolicy? Policy) Find(ReadScope scope, string deliveryId) =>
        scope.LatestDecision(deliveryId) is { } row ? (row, policies.WithVersion(row.Policy) ?? scope.PolicyWith(row.Policy)) : default;

    private async Task<int> ExplainAsync(DecisionRow row, SharingPolicy? policy, PolicyExplainOptions options)
    {
        if (policy is null)
            return await SayAsync($"it was decided by policy {row.Policy}, which is not among those that are here", options);

        var facts = DecisionTable.Read<SharingFacts>(row.Facts);
        if (DecisionTable.Write(policy.Decide(facts)) != row.Outcome)
            return await SayAsync("the policy does not decide these facts as the record says it did: explain this with the release that decided", options);

        var told = new ToldDecision(row.DeliveryId, row.Kind, Instants.FromMicroseconds(row.At), options.Audience, policy.Explain(facts).For(options.Audience));
        if (options.Json)
            await output.WriteLineAsync(JsonSerializer.Serialize(told, Indented));
        else
            foreach (var line in ExplanationWords.Of(told))
                await output.WriteLineAsync(line);
        return 0;
    }

    private Task<int> SayAsync(string why, PolicyExplainOptions options) => Failure.SayAsync(why, options.Json, output, error);
}

/// <summary>A recorded decision, explained to an audience.</summary>
/// <param name="Decided">first, or recheck (before a send).</param>
/// <param name="Explanation">Null where the audience may not even know of it.</param>
internal sealed record ToldDecision(string DeliveryId, string Decided, DateTimeOffset At, Audience Audience, Explanation? Explanation);
