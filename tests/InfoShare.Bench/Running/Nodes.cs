using InfoShare.Broker.Certificates;
using InfoShare.Cli.Cluster;
using InfoShare.Cli.Configuration;
using InfoShare.Cli.Hosting;
using InfoShare.LocalNodes;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoShare.Bench.Running;

/// <summary>One RabbitMQ node and one PostgreSQL of the bench's own, in a temporary folder, as the product runs them: with certificates, provisioned.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    // Six recipients' adapters stand for the hundreds of a nation, so each may have more in the broker at once.
    private const int Window = 1000;

    /// <summary>The broker's user that hops.</summary>
    public const string HopUser = "education-bench";

    private readonly string root;
    private readonly PrivateNodes nodes;

    private Nodes(string root, PrivateNodes nodes, string settingsFile) => (this.root, this.nodes, SettingsFile) = (root, nodes, settingsFile);

    /// <summary>What routers and adapters are given with <c>--config</c>.</summary>
    public string SettingsFile { get; }

    public string Data => nodes.Settings.Data;

    public RabbitCluster Brokers => nodes.Cluster!;

    public PostgresNode Postgres => nodes.Postgres!;

    /// <summary>How to reach routing's records.</summary>
    public string Records => nodes.Settings.Database.Connection!;

    /// <summary>Certificates and connection files of every user.</summary>
    public string Certificates => nodes.Settings.Transport.Certificates!;

    public static async Task<Nodes> StartAsync(CancellationToken stop)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("infoshare-measuring-").FullName;
        // PostgreSQL runs as another user where we are root, and must be able to pass.
        File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var data = System.IO.Directory.CreateDirectory(Path.Combine(root, "data")).FullName;
        File.SetUnixFileMode(data, File.GetUnixFileMode(data) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var settings = new Settings
        {
            Data = data,
            Transport = new() { Name = Transport.RabbitMq },
            Database = new() { Name = Database.Postgres },
        };
        PrivateNodes? nodes = null;
        try
        {
            nodes = await PrivateNodes.StartAsync(settings, brokers: 1, NullLogger.Instance, stop);
            var file = await ClusterSettings.WriteAsync(nodes.Settings, stop);
            await File.AppendAllTextAsync(file, $"dispatcher:\n  window: {Window}\nlogs:\n  level: warning\n", stop);
            await AddUserAsync(nodes, stop);
            return new(root, nodes, file);
        }
        catch
        {
            if (nodes is not null)
                await nodes.DisposeAsync();
            System.IO.Directory.Delete(root, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await nodes.DisposeAsync();
        System.IO.Directory.Delete(root, recursive: true);
    }

    /// <summary>The hops have queues of their own, beside InfoShare's virtual host, and no user of InfoShare may make queues.</summary>
    private static async Task AddUserAsync(PrivateNodes nodes, CancellationToken stop)
    {
        CertificateAuthority.Open(nodes.Settings.Transport.Certificates!, TimeProvider.System).Issue(HopUser, CertificateUse.Client, []);
        var broker = nodes.Cluster!.Nodes[0];
        await broker.ControlAsync(stop, "add_user", HopUser, Guid.NewGuid().ToString("n"));
        await broker.ControlAsync(stop, "set_permissions", "-p", "/", HopUser, ".*", ".*", ".*");
    }
}
