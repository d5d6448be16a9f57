using InfoShare.LocalNodes;
using InfoShare.Nodes.Tests.Broker;

[assembly: AssemblyFixture(typeof(SharedRabbitMq))]

namespace InfoShare.Nodes.Tests.Broker;

/// <summary>One broker node for all tests that do it no harm; each takes a virtual host of its own.</summary>
public sealed class SharedRabbitMq : IAsyncLifetime
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("infoshare-broker-").FullName;
    private Task<RabbitCluster>? starting;
    private readonly Lock gate = new();
    private int hosts;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new virtual host with routing's topology. Starts the node at first use; skips the test where there is no RabbitMQ.</summary>
    public async Task<TestVirtualHost> NewVirtualHostAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(RabbitCluster.Programs is null, "RabbitMQ is not installed: apt-get install rabbitmq-server");
        lock (gate)
            starting ??= RabbitCluster.StartAsync(folder, 1, null, CancellationToken.None);
        var cluster = await starting.WaitAsync(cancellationToken);
        return await TestVirtualHost.CreateAsync(cluster, $"test-{Interlocked.Increment(ref hosts)}", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (starting is not null)
            await (await starting).DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
