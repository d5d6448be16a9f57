using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>Policies: ours and no others, because one that fits a queue of ours could make it lose messages.</summary>
internal static class PolicySteps
{
    public static IEnumerable<PlanStep> All(WantedTopology wanted, FoundTopology found)
    {
        foreach (var policy in found.Policies.Where(f => f.ByOperator || wanted.Policies.All(w => w.Name != f.Policy.Name)))
            yield return new(
                StepKind.Remove, $"{(policy.ByOperator ? "operator " : "")}policy {policy.Policy.Name}",
                Delete(PathOf(policy.ByOperator ? "operator-policies" : "policies", wanted.VirtualHost, policy.Policy.Name)));

        foreach (var policy in wanted.Policies)
            if (found.Policies.FirstOrDefault(f => !f.ByOperator && f.Policy.Name == policy.Name) is not { } there)
                yield return new(StepKind.Make, $"policy {policy.Name}", Put(wanted.VirtualHost, policy));
            else if (there.Policy != policy || there.Priority != 0)
                yield return new(StepKind.Change, $"policy {policy.Name}", Put(wanted.VirtualHost, policy));
    }

    private static ManagementRequest Put(string host, BrokerPolicy policy) => ManagementRequest.Put(PathOf("policies", host, policy.Name), new()
    {
        ["pattern"] = policy.Pattern,
        ["apply-to"] = policy.AppliesTo,
        ["definition"] = policy.Definition.ToJson(),
        ["priority"] = 0,
    });
}
