using InfoShare.Storage.Audit;
using InfoShare.Storage.Policies;
using InfoShare.Vault;
using Microsoft.Extensions.Logging;

namespace InfoShare.Routing.Policies;

/// <summary>Takes the sets that two people have brought into force, while routing runs. Each is kept before anything is decided by it.</summary>
internal sealed class PolicyUpkeep(RoutingContext routing, ILogger log)
{
    /// <summary>What has been approved since the last look.</summary>
    public async Task RunAsync()
    {
        if (routing.Store.Read(routing.Policies.IsBehind))
            routing.Policies.Take(await routing.Store.WriteAsync(Keep));
    }

    /// <summary>Keeps all that is there by now, in the order of the caller's transaction; it is to be taken when that has ended.</summary>
    public ActivatedPolicies Keep(WriteScope scope)
    {
        var next = routing.Policies.Read(scope);
        scope.Keep(next.Policies, routing.Now);
        foreach (var refused in next.Refused.Where(row => routing.Policies.Refused.All(known => known.ActivationId != row.ActivationId)))
        {
            log.LogError("policy {Version} was approved and cannot be read; the set before it decides", refused.Version);
            scope.Audit(routing.Settings.Writer, routing.Now, "policy-refused", refused.ActivationId, $"{refused.Version} cannot be read; the set before it decides");
        }

        return next;
    }
}
