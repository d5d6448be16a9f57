using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Provisioning.Planning;

namespace InfoShare.Broker.Provisioning;

/// <summary>Carries a plan out.</summary>
/// <param name="clock">For the wait until the broker has counted again.</param>
public sealed class Provisioner(ManagementClient client, TimeProvider clock)
{
    // Nodes count every 5 seconds.
    private static readonly TimeSpan UntilCounted = TimeSpan.FromSeconds(11);

    /// <summary>Does one step after the other. Stopped half-way, the next plan has the rest.</summary>
    /// <exception cref="ManagementException">The broker cannot be reached, or refuses.</exception>
    public async Task<ProvisioningOutcome> ApplyAsync(string virtualHost, ProvisioningPlan plan, CancellationToken cancellationToken)
    {
        List<PlanStep> done = [], refused = [];
        foreach (var step in plan.Steps)
            if (await DoAsync(virtualHost, step, cancellationToken) is { } refusal)
                refused.Add(refusal);
            else
                done.Add(step);
        return new(done, refused, null);
    }

    /// <returns>Why it was not done; null when it was.</returns>
    private async Task<PlanStep?> DoAsync(string virtualHost, PlanStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case { Kind: StepKind.Refuse }:
                return step;
            case QueueReplacement replacement:
                return await ReplaceAsync(virtualHost, replacement, cancellationToken)
                    ? null : new(StepKind.Refuse, $"make queue {replacement.Queue} again: something came into it meanwhile; {QueueSteps.HowToEmpty}");
            default:
                await SendAsync(step.Requests, cancellationToken);
                return null;
        }
    }

    /// <summary>Quorum queues are deleted with all they hold. So nothing may reach it before it is counted.</summary>
    private async Task<bool> ReplaceAsync(string virtualHost, QueueReplacement replacement, CancellationToken cancellationToken)
    {
        var empty = false;
        try
        {
            await SendAsync(replacement.Cut, cancellationToken);
            await Task.Delay(UntilCounted, clock, cancellationToken);
            var found = await client.ReadAsync(ManagementRequest.PathOf("queues", virtualHost, replacement.Queue), cancellationToken);
            empty = found is { } queue && CountOf(queue, "messages") == 0 && CountOf(queue, "messages_dlx") is 0 or null;
            if (empty)
                await SendAsync(replacement.Requests, cancellationToken);
        }
        finally
        {
            // Also when it was stopped or failed: a queue without its bindings gets nothing.
            await SendAsync(replacement.Join, CancellationToken.None);
        }

        return empty;
    }

    private static long? CountOf(System.Text.Json.JsonElement queue, string name) =>
        queue.TryGetProperty(name, out var count) && count.TryGetInt64(out var number) ? number : null;

    private async Task SendAsync(IReadOnlyList<ManagementRequest> requests, CancellationToken cancellationToken)
    {
        foreach (var request in requests)
            await client.SendAsync(request, cancellationToken);
    }
}
