using InfoShare.Broker.Provisioning;

namespace InfoShare.Broker.Preflight;

/// <summary>What the nodes themselves must not be: with ways in that go round users and permissions, or apart and both going on.</summary>
internal static class NodeCheck
{
    /// <summary>Plugins, each with all whose names go on after it: they move messages elsewhere, or let people in in other ways.</summary>
    private static readonly string[] Unwanted =
    [
        "rabbitmq_shovel", "rabbitmq_federation", "rabbitmq_mqtt", "rabbitmq_web_mqtt", "rabbitmq_stomp", "rabbitmq_web_stomp",
        "rabbitmq_stream", "rabbitmq_amqp1_0", "rabbitmq_trust_store", "rabbitmq_tracing", "rabbitmq_event_exchange",
    ];

    public static IEnumerable<Reason> Reasons(FoundTopology found)
    {
        foreach (var plugin in found.Nodes.SelectMany(n => n.Plugins).Distinct().Where(p => Unwanted.Any(u => p.StartsWith(u, StringComparison.Ordinal))))
            yield return new("plugin", $"plugin {plugin} is enabled: it is another way in or out, which no permission here guards");
        foreach (var mechanism in found.Nodes.SelectMany(n => n.Mechanisms).Distinct().Where(m => m != "EXTERNAL"))
            yield return new("passwords", $"the broker lets users log in by {mechanism}; certificates alone must count (auth_mechanisms.1 = EXTERNAL)");
        if (found.Host?.Tracing == true)
            yield return new("tracing", "tracing is on in the virtual host: a copy of every message is to be had");
        if (found.Nodes.Count > 1)
            foreach (var node in found.Nodes.Where(n => n.PartitionHandling == "ignore"))
                yield return new("partition-handling", $"node {node.Name} goes on alone when the nodes lose each other: set cluster_partition_handling = pause_minority");
    }
}
