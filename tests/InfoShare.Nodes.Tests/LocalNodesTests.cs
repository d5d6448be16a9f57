using InfoShare.LocalNodes;

namespace InfoShare.Nodes.Tests;

/// <summary>Private nodes as local processes: they start, die, come back and go away.</summary>
public sealed class LocalNodesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broker_that_was_killed_comes_back_on_its_port()
    {
        Assert.SkipWhen(RabbitCluster.Programs is null, "RabbitMQ is not installed: apt-get install rabbitmq-server");
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-nodes-").FullName;
        await using (var cluster = await RabbitCluster.StartAsync(folder, 1, null, Token))
        {
            var node = cluster.Nodes[0];
            Assert.Contains("administrator", await node.ControlAsync(Token, "list_users"), StringComparison.Ordinal);
            Assert.NotNull(node.ProcessId);
            await node.KillAsync();
            Assert.Null(node.ProcessId);
            await node.StartAsync(Token);
            Assert.Contains("administrator", await node.ControlAsync(Token, "list_users"), StringComparison.Ordinal);
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_that_was_killed_comes_back_on_its_port()
    {
        Assert.SkipWhen(PostgresNode.Programs is null, "PostgreSQL is not installed: apt-get install postgresql-15");
        var root = System.IO.Directory.CreateTempSubdirectory("infoshare-nodes-").FullName;
        var folder = Path.Combine(root, "postgres");
        await using (var node = await PostgresNode.StartAsync(folder, FreePorts.Take(1)[0], Token))
        {
            await node.CreateDatabaseAsync("one", Token);
            await node.CreateDatabaseAsync("one", Token);
            await node.KillAsync();
            await node.StartAsync(Token);
            await node.CreateDatabaseAsync("one", Token);
        }

        System.IO.Directory.Delete(root, recursive: true);
    }
}
