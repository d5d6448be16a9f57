using InfoShare.Broker.Files;
using InfoShare.Broker.Provisioning;
using InfoShare.Broker.Provisioning.Management;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Provisioning;
using InfoShare.LocalNodes;

namespace InfoShare.Cli.Hosting;

/// <summary>
/// RabbitMQ and PostgreSQL of our own in the data folder, where the settings ask for them and name none: with
/// certificates, provisioned from the directory, as in production, for one machine.
/// </summary>
internal sealed class PrivateNodes : IAsyncDisposable
{
    private const string VirtualHost = "infoshare";

    private PrivateNodes(Settings settings) => Settings = settings;

    /// <summary>The settings with the addresses of what was started.</summary>
    public Settings Settings { get; private set; }

    /// <summary>The broker; null where the settings name another or none is asked for.</summary>
    public RabbitCluster? Cluster { get; private set; }

    /// <summary>The database; null where the settings name another or none is asked for.</summary>
    public PostgresNode? Postgres { get; private set; }

    /// <summary>Starts what is asked for and not named. Data from before are gone on with.</summary>
    /// <exception cref="NodeException">It is not installed, or does not start.</exception>
    public static async Task<PrivateNodes> StartAsync(Settings settings, int brokers, ILogger log, CancellationToken cancellationToken)
    {
        // The nodes run in folders of their own.
        var nodes = new PrivateNodes(settings with { Data = Path.GetFullPath(settings.Data) });
        try
        {
            if (settings is { Database: { Name: Database.Postgres, Connection: null } })
                await nodes.StartPostgresAsync(log, cancellationToken);
            if (settings is { Transport: { Name: Transport.RabbitMq, Hosts.Count: 0 } })
                await nodes.StartBrokersAsync(brokers, log, cancellationToken);
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
        if (Postgres is not null)
            await Postgres.DisposeAsync();
    }

    private async Task StartPostgresAsync(ILogger log, CancellationToken cancellationToken)
    {
        log.LogInformation("starting a private PostgreSQL in the data folder");
        Postgres = await PostgresNode.StartAsync(Path.Combine(Settings.Data, "nodes", "postgres"), FreePorts.Take(1)[0], cancellationToken);
        await Postgres.CreateDatabaseAsync("infoshare", cancellationToken);
        await Postgres.CreateDatabaseAsync("infoshare_keys", cancellationToken);
        Settings = Settings with
        {
            Database = Settings.Database with
            {
                Connection = Postgres.ConnectionString("infoshare"),
                KeysConnection = Postgres.ConnectionString("infoshare_keys"),
            },
        };
    }

    private async Task StartBrokersAsync(int brokers, ILogger log, CancellationToken cancellationToken)
    {
        log.LogInformation("starting {Count} private RabbitMQ in the data folder", brokers);
        var keys = Path.Combine(Settings.KeysFolder, "broker");
        var users = DirectoryOpening.Read(Settings).Participants.Select(p => p.Id);
        var certificates = DevelopmentCertificates.Make(Path.Combine(keys, "certificates"), users);
        Cluster = await RabbitCluster.StartAsync(Path.Combine(Settings.Data, "nodes", "rabbitmq"), brokers, certificates, cancellationToken);
        var password = Path.Combine(keys, "administrator.password");
        WholeFile.WritePrivate(password, Cluster.AdministratorPassword);
        Settings = Settings with
        {
            Transport = Settings.Transport with
            {
                Hosts = [.. Cluster.Nodes.Select(n => $"localhost:{n.Ports.Amqp}")],
                VirtualHost = VirtualHost,
                Certificates = Path.Combine(keys, "certificates"),
                NamesKey = Path.Combine(keys, "names.key"),
                Management = [.. Cluster.Nodes.Select(n => new Uri($"http://127.0.0.1:{n.Ports.Management}"))],
                ManagementUser = RabbitCluster.AdministratorName,
                ManagementPasswordFile = password,
            },
        };
        await ProvisionAsync(cancellationToken);
    }

    private async Task<ProvisioningOutcome> ApplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ProvisioningRun.ApplyAsync(await ProvisionSettings.RequestFromAsync(Settings, TimeProvider.System, cancellationToken), TimeProvider.System, cancellationToken);
        }
        catch (ManagementException e)
        {
            throw new NodeException($"the private broker cannot be provisioned: {e.Message}");
        }
    }

    private async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        var outcome = await ApplyAsync(cancellationToken);
        if (!outcome.Complete)
            throw new NodeException(outcome.Refusal ?? string.Join("; ", outcome.Refused.Select(s => s.What)));
    }
}
