using System.Text.Json;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;

namespace InfoShare.Cli.Provisioning;

/// <summary>Runs <c>infoshare provision</c>: exit code 0 when the broker holds what it is to hold (with --plan: when it could) and is safe.</summary>
public sealed class ProvisionRun(TimeProvider clock, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(ProvisionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (await ConfigurationLoader.LoadAsync(new() { Config = options.Config }, error, cancellationToken) is not { } settings)
                return 1;
            var request = await ProvisionSettings.RequestFromAsync(settings, clock, cancellationToken);
            var outcome = options.Plan
                ? await ProvisioningRun.PlanAsync(request, cancellationToken)
                : await ProvisioningRun.ApplyAsync(request, clock, cancellationToken);
            if (outcome.Refusal is { } refusal)
                return await Failure.SayAsync($"infoshare cannot provision: {refusal}", options.Json, output, error);
            await SayAsync(outcome, options);
            return outcome.Complete && outcome.Reasons.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is CannotStartException or ManagementException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return await Failure.SayAsync($"infoshare cannot provision: {e.Message}", options.Json, output, error);
        }
    }

    private async Task SayAsync(ProvisioningOutcome outcome, ProvisionOptions options)
    {
        if (options.Json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                applied = !options.Plan,
                steps = outcome.Steps.Select(s => new { kind = s.Kind.ToString().ToLowerInvariant(), what = s.What }),
                refused = outcome.Refused.Select(s => s.What),
                reasons = outcome.Reasons,
            }, JsonSerializerOptions.Web));
            return;
        }

        foreach (var step in outcome.Steps)
            await output.WriteLineAsync(step.ToString());
        foreach (var step in outcome.Refused)
            await error.WriteLineAsync(step.ToString());
        foreach (var reason in outcome.Reasons)
            await error.WriteLineAsync($"not safe: {reason.Words}");
        await output.WriteLineAsync(outcome switch
        {
            { Steps.Count: 0, Refused.Count: 0 } => "nothing to do",
            _ => $"{outcome.Steps.Count} {(options.Plan ? "to do, nothing was changed" : "done")}{(outcome.Complete ? "" : $"; {outcome.Refused.Count} cannot be done")}",
        });
    }
}
