using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>The virtual host itself: that it is there, is marked as ours, and is limited.</summary>
internal static class HostSteps
{
    public static IEnumerable<PlanStep> Make(WantedTopology wanted, FoundTopology found, string asking)
    {
        var host = wanted.VirtualHost;
        if (found.Host is not { Description: WantedTopology.Mark, Tracing: false })
            yield return new(
                found.Host is null ? StepKind.Make : StepKind.Change, $"virtual host {host}{(found.Host?.Tracing == true ? ": tracing off" : "")}",
                Put(PathOf("vhosts", host), new() { ["description"] = WantedTopology.Mark, ["tracing"] = false }));

        // Who makes a virtual host gets every right in it; who finds one may have none.
        if (found.Host is not null && !found.Users!.Grants.Any(g => g.VirtualHost == host && g.Permissions.User == asking && g.Permissions.Configure == Everything))
            yield return new(StepKind.Change, $"permissions of {asking}, the administrator", UserSteps.Grant(host, new(asking, Everything, Everything, Everything)));

        foreach (var (name, value) in wanted.Limits.Where(l => found.Host?.Limits.GetValueOrDefault(l.Key, -1) != l.Value))
            yield return new(
                found.Host?.Limits.ContainsKey(name) == true ? StepKind.Change : StepKind.Make, $"limit {name} {value} of virtual host {host}",
                Put(PathOf("vhost-limits", host, name), new() { ["value"] = value }));
    }

    private const string Everything = ".*";
}
