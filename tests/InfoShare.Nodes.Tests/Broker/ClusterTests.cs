using InfoShare.Tests;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>Three nodes: when the one that the links are connected to goes away, they go on with another.</summary>
[TakesMinutes]
[Trait("Length", "long")]
public sealed class ClusterTests
{
    private static readonly TimeSpan KilledBound = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan HungBound = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_node_is_killed()
    {
        await using var broker = await OwnRabbitMq.StartAsync(Token, nodes: 3);
        await using var traffic = await Traffic.StartAsync(broker.Host);
        await traffic.FlowsAsync();
        await broker.Cluster.Nodes[0].KillAsync();
        await traffic.FlowsAsync(KilledBound);
    }

    [Fact]
    public async Task One_node_hangs()
    {
        await using var broker = await OwnRabbitMq.StartAsync(Token, nodes: 3);
        await using var traffic = await Traffic.StartAsync(broker.Host);
        await traffic.FlowsAsync();
        broker.Cluster.Nodes[0].Pause();
        await traffic.FlowsAsync(HungBound);
    }
}
