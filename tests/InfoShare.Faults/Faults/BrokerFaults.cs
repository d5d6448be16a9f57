using InfoShare.Faults.Product;

namespace InfoShare.Faults.Faults;

/// <summary>What can go wrong with RabbitMQ in particular: the very node that matters dies, it refuses to take messages, a queue is gone.</summary>
internal sealed class BrokerFaults(LocalCluster cluster)
{
    private static readonly TimeSpan OneKilled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterOutage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProvisionLimit = TimeSpan.FromMinutes(2);

    private readonly RabbitControl control = new(cluster);

    public IEnumerable<Fault> All =>
    [
        new("kill-broker-of-adapter", OneKilled, (random, stop) => KillAsync(control.BrokerOfAsync(OneAdapter(random), stop))),
        new("kill-broker-of-router", OneKilled, (_, stop) => KillAsync(control.BrokerOfAsync("routing", stop))),
        new("kill-queue-leader", OneKilled, (random, stop) => KillAsync(LeaderAsync(random, stop))),
        new("kill-queue-follower", OneKilled, (random, stop) => KillAsync(FollowerAsync(random, stop))),
        new("memory-alarm", Outage + AfterOutage, (random, stop) => AlarmAsync(random, ["set_vm_memory_high_watermark", "0.000001"], ["set_vm_memory_high_watermark", "absolute", "1GB"], stop)),
        new("disk-alarm", Outage + AfterOutage, (random, stop) => AlarmAsync(random, ["set_disk_free_limit", "1000000GB"], ["set_disk_free_limit", "50MB"], stop)),
        new("no-queue", Outage + AfterOutage, DeleteQueueAsync),
    ];

    private static async Task<string> KillAsync(Task<RunningProcess> choosing)
    {
        var broker = await choosing;
        Signals.Kill(broker.Pid!.Value);
        return broker.Name;
    }

    private async Task<RunningProcess> LeaderAsync(Random random, CancellationToken stop) => OneOf(await control.RoutingQueuesAsync(stop), random).Leader;

    private async Task<RunningProcess> FollowerAsync(Random random, CancellationToken stop) => OneOf(OneOf(await control.RoutingQueuesAsync(stop), random).Followers, random);

    /// <summary>While one node has an alarm, no node takes messages.</summary>
    private async Task<string> AlarmAsync(Random random, string[] raise, string[] lift, CancellationToken stop)
    {
        var broker = OneOf([.. cluster.Processes.Where(p => p.Kind == "broker")], random);
        await RabbitControl.RunAsync(broker, stop, raise);
        try
        {
            await Task.Delay(Outage, stop);
        }
        finally
        {
            await RabbitControl.RunAsync(broker, CancellationToken.None, lift);
        }

        return $"{broker.Name} for {Outage.TotalSeconds:0} s";
    }

    /// <summary>Somebody deletes a queue with all that is in it; an operator provisions again.</summary>
    private async Task<string> DeleteQueueAsync(Random random, CancellationToken stop)
    {
        var queue = OneOf(await control.RoutingQueuesAsync(stop), random);
        await RabbitControl.RunAsync(queue.Leader, stop, "delete_queue", queue.Name, "-p", await control.VirtualHostAsync(stop));
        await Task.Delay(Outage / 2, stop);
        await LocalCluster.InfoShareAsync(ProvisionLimit, stop, "provision", "--config", cluster.SettingsFile);
        return queue.Name.Split('.')[^1];
    }

    private string OneAdapter(Random random) => OneOf([.. cluster.Processes.Where(p => p.Kind == "adapter")], random).Name["adapter-".Length..];

    private static T OneOf<T>(IReadOnlyList<T> all, Random random) => all[random.Next(all.Count)];
}
