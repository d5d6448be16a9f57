using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Topology;

namespace InfoShare.Broker.Preflight;

/// <summary>Queues that are not there, or could lose what they hold.</summary>
internal static class QueueCheck
{
    /// <summary>What goes wrong without the argument; those that are not here change how much is kept, not whether.</summary>
    private static readonly Dictionary<string, (string Code, string Words)> Without = new()
    {
        ["x-queue-type"] = ("queue-not-quorum", "is not a quorum queue: what it holds dies with a node"),
        ["x-delivery-limit"] = ("no-delivery-limit", "has not the delivery limit that is wanted: a message that nobody can read comes back for ever, or is dropped early"),
        ["x-dead-letter-exchange"] = ("no-dead-letter-exchange", "has not the dead-letter exchange that is wanted: what is given up on is lost, or goes elsewhere"),
        ["x-dead-letter-strategy"] = ("dead-letters-at-most-once", "does not keep dead letters until they have arrived (x-dead-letter-strategy)"),
        ["x-overflow"] = ("drops-when-full", "drops messages when it is full (x-overflow)"),
    };

    public static IEnumerable<Reason> Reasons(WantedTopology wanted, FoundTopology found)
    {
        foreach (var queue in wanted.Queues)
            if (found.Queues.FirstOrDefault(f => f.Queue.Name == queue.Name) is not { } there)
                yield return new("no-queue", $"there is no queue {wanted.Named(queue.Name)}");
            else
                foreach (var (code, words) in Faults(queue, there))
                    yield return new(code, $"queue {wanted.Named(queue.Name)} {words}");

        foreach (var other in found.Queues.Where(f => wanted.Queues.All(w => w.Name != f.Queue.Name)))
            yield return new("foreign-queue", $"queue {other.Queue.Name} is nobody's: messages may collect there that nobody guards");
    }

    private static IEnumerable<(string Code, string Words)> Faults(BrokerQueue wanted, FoundQueue found)
    {
        var arguments = found.Queue.Arguments;
        if (found.Type != "quorum")
            yield return Without["x-queue-type"];
        else
            foreach (var (name, fault) in Without)
                if (wanted.Arguments[name] != arguments[name] && !(name == "x-overflow" && wanted.Arguments[name] == "drop-head"))
                    yield return fault;
        foreach (var extra in arguments.Names.Except(wanted.Arguments.Names).Except(Without.Keys))
            yield return ("foreign-argument", $"has the argument {extra}, which is not wanted");
        if (!found.Durable || found.AutoDelete)
            yield return ("queue-not-durable", "is gone after a restart, or when nobody reads it");
        if (int.TryParse(arguments["x-quorum-initial-group-size"], out var nodes) && nodes < int.Parse(wanted.Arguments["x-quorum-initial-group-size"]!, System.Globalization.CultureInfo.InvariantCulture))
            yield return ("too-few-nodes", $"was made for {nodes} of the nodes: what it holds dies with them");
    }
}
