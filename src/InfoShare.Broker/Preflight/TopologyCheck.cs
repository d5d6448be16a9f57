using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Provisioning.Planning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Preflight;

/// <summary>Whether a broker may be used: routing starts on none that can lose messages or leak.</summary>
public static class TopologyCheck
{
    /// <summary>Every reason against this broker, as far as it was seen; none: it may be used. Pure.</summary>
    public static IReadOnlyList<Reason> Reasons(WantedTopology wanted, FoundTopology found) => found.Host is null
        ? [new("no-virtual-host", $"there is no virtual host {wanted.VirtualHost}, or this user may not see it: run ./infoshare provision")]
        : ProvisioningPlan.RefusalOf(wanted, found) is { } refusal ? [new("not-ours", refusal)]
        :
        [
            .. QueueCheck.Reasons(wanted, found),
            .. ExchangeCheck.Reasons(wanted, found),
            .. BindingCheck.Reasons(wanted, found),
            .. PolicyCheck.Reasons(wanted, found),
            .. UserCheck.Reasons(wanted, found),
            .. NodeCheck.Reasons(found),
        ];

    /// <summary>Looks at a broker and gives every reason against it. The monitoring user sees all but users and their permissions.</summary>
    /// <exception cref="ManagementException">The broker cannot be reached, or this user may not look.</exception>
    public static async Task<IReadOnlyList<Reason>> RunAsync(
        ManagementAddress address, string virtualHost, IReadOnlyCollection<string> participants, BrokerNames names, CancellationToken cancellationToken)
    {
        using var client = new ManagementClient(address);
        var found = await TopologyReader.ReadAsync(client, virtualHost, cancellationToken);
        var wanted = WantedTopology.For(new(virtualHost, participants, new HashSet<string>(), found.Nodes.Count, _ => null), names);
        return Reasons(wanted, found);
    }
}
