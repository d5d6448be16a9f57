using InfoShare.LocalNodes;

namespace InfoShare.Cli.Cluster;

/// <summary>A RabbitMQ node.</summary>
internal sealed class SupervisedBroker(RabbitNode node, int number) : ISupervised
{
    public string Name => $"rabbit-{number}";

    public string Kind => "broker";

    public Uri? Address => null;

    public int? ProcessId => node.ProcessId;

    public TimeSpan Pause => TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => node.StartAsync(cancellationToken);

    public Task StopAsync() => node.StopAsync();
}

/// <summary>PostgreSQL.</summary>
internal sealed class SupervisedDatabase(PostgresNode node) : ISupervised
{
    public string Name => "postgres";

    public string Kind => "database";

    public Uri? Address => null;

    public int? ProcessId => node.ProcessId;

    public TimeSpan Pause => TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => node.StartAsync(cancellationToken);

    public Task StopAsync() => node.ProcessId is null ? Task.CompletedTask : node.StopAsync();
}
