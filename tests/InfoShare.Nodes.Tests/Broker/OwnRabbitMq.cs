using InfoShare.LocalNodes;

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>A broker of a test's own, to be harmed.</summary>
public sealed class OwnRabbitMq : IAsyncDisposable
{
    /// <summary>A message may be held for 10 seconds.</summary>
    public const string ShortConsumerTimeout = "consumer_timeout = 10000";

    private readonly string folder;

    private OwnRabbitMq(string folder, RabbitCluster cluster, TestVirtualHost host) => (this.folder, Cluster, Host) = (folder, cluster, host);

    public RabbitCluster Cluster { get; }

    public TestVirtualHost Host { get; }

    public static async Task<OwnRabbitMq> StartAsync(CancellationToken cancellationToken, int nodes = 1, string moreConfiguration = "")
    {
        Assert.SkipWhen(RabbitCluster.Programs is null, "RabbitMQ is not installed: apt-get install rabbitmq-server");
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-broker-").FullName;
        var cluster = await RabbitCluster.StartAsync(folder, nodes, null, cancellationToken, moreConfiguration);
        // The consumer timeout is looked at once a minute otherwise.
        await cluster.Nodes[0].ControlAsync(cancellationToken, "eval", "application:set_env(rabbit, channel_tick_interval, 1000).");
        return new(folder, cluster, await TestVirtualHost.CreateAsync(cluster, "test", cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
