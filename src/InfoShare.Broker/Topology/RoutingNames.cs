namespace InfoShare.Broker.Topology;

/// <summary>
/// Names that routing and its operators use. Participants may neither read nor write any of them; and, as nobody can guess
/// them, cannot even ask how much waits there.
/// </summary>
/// <param name="Exchange">The direct exchange to which every outgoing exchange is bound.</param>
/// <param name="Queue">The queue of ordinary messages from all participants.</param>
/// <param name="UrgentQueue">The queue of urgent messages from all participants.</param>
/// <param name="DeadDeliveries">Fanout exchange and queue of what came back unread from participants' incoming queues; routing reads it.</param>
/// <param name="DeadRouting">Fanout exchange and queue of what participants sent and routing gave up on.</param>
/// <param name="Kept">Fanout exchange and queue of what routing gave up on twice; it stays for an operator until it is too old.</param>
/// <param name="Probe">Fanout exchange and queue to which routing publishes now and then, to see whether the broker confirms.</param>
public sealed record RoutingNames(
    string Exchange, string Queue, string UrgentQueue, string DeadDeliveries, string DeadRouting, string Kept, string Probe)
{
    /// <summary>The broker user of routing, and the common name of its certificate.</summary>
    public const string User = "routing";

    /// <summary>The user that sees what is there over the management interface, and can change and read nothing.</summary>
    public const string Monitor = "monitoring";

    /// <summary>Routing key, and key of the bindings, of ordinary messages.</summary>
    public const string OrdinaryKey = "ordinary";

    /// <summary>Routing key, and key of the bindings, of urgent messages.</summary>
    public const string UrgentKey = "urgent";
}
