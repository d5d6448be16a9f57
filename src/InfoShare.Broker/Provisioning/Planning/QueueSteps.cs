using InfoShare.Broker.Provisioning.Management;
using InfoShare.Broker.Topology;
using static InfoShare.Broker.Provisioning.Management.ManagementRequest;

namespace InfoShare.Broker.Provisioning.Planning;

/// <summary>Queues. Their arguments cannot be changed in place, and what they hold must not be lost.</summary>
internal static class QueueSteps
{
    public static IEnumerable<PlanStep> Remove(WantedTopology wanted, FoundTopology found) => found.Queues
        .Where(f => wanted.Queues.All(w => w.Name != f.Queue.Name))
        .Select(f => new PlanStep(StepKind.Remove, $"queue {f.Queue.Name}{WhatItHolds(f)}", Delete(PathFor(wanted.VirtualHost, f.Queue.Name))));

    public static IEnumerable<PlanStep> Make(WantedTopology wanted, FoundTopology found)
    {
        foreach (var queue in wanted.Queues)
            if (found.Queues.FirstOrDefault(f => f.Queue.Name == queue.Name) is not { } there)
                yield return new(StepKind.Make, $"queue {wanted.Named(queue.Name)}", Put(wanted.VirtualHost, queue));
            else if (Differences(queue, there) is not { Length: > 0 } differences)
                continue;
            else if (there.Messages > 0)
                yield return new(StepKind.Refuse, $"change queue {wanted.Named(queue.Name)} ({differences}) while it holds {Count(there.Messages)}: {HowToEmpty}");
            else
                yield return Replacement(queue, differences, wanted, found);
    }

    /// <summary>What to do about a queue that must be made again and is not empty.</summary>
    public const string HowToEmpty =
        "stop what writes to it (a participant's queue: routing; routing's queues: the adapters), let its reader go on until it is empty, and provision again";

    private static QueueReplacement Replacement(BrokerQueue queue, string differences, WantedTopology wanted, FoundTopology found) => new(
        queue.Name, $"queue {wanted.Named(queue.Name)} ({differences}): makes it again, it is empty",
        [.. found.Bindings.Where(f => f.Binding.ToQueue && f.Binding.Destination == queue.Name && wanted.Bindings.Contains(f.Binding)).Select(f => BindingSteps.Take(wanted.VirtualHost, f))],
        [Delete(PathFor(wanted.VirtualHost, queue.Name)), Put(wanted.VirtualHost, queue)],
        [.. wanted.Bindings.Where(w => w.ToQueue && w.Destination == queue.Name).Select(w => BindingSteps.Give(wanted.VirtualHost, w))]);

    private static string Differences(BrokerQueue wanted, FoundQueue found) =>
        string.Join(", ", wanted.Arguments.DifferencesFrom(found.Queue.Arguments).Concat(found.Durable && !found.AutoDelete ? [] : ["durable"]));

    private static string WhatItHolds(FoundQueue found)
    {
        if (found.Messages == 0)
            return "";
        var whose = found.Queue.Name.StartsWith(BrokerNames.ParticipantsStart, StringComparison.Ordinal)
            ? "the deliveries are in routing's store" : "what InfoShare put there is in the senders' spools";
        return $", which holds {Count(found.Messages)}; {whose}";
    }

    private static string Count(long messages) => messages == 1 ? "1 message" : $"{messages} messages";

    private static string PathFor(string host, string name) => PathOf("queues", host, name);

    private static ManagementRequest Put(string host, BrokerQueue queue) => ManagementRequest.Put(PathFor(host, queue.Name), new()
    {
        ["durable"] = true,
        ["auto_delete"] = false,
        ["arguments"] = queue.Arguments.ToJson(),
    });
}
