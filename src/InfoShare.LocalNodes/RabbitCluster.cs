using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InfoShare.LocalNodes;

/// <summary>One private RabbitMQ node or several that form a cluster, in a folder of their own, on 127.0.0.1 only.</summary>
public sealed class RabbitCluster : IAsyncDisposable
{
    /// <summary>The user who may do everything over the management interface.</summary>
    public const string AdministratorName = "administrator";

    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(10);
    private readonly Plan plan;
    private readonly RabbitCertificates? certificates;
    private readonly string moreConfiguration;

    private RabbitCluster(string folder, Plan plan, RabbitCertificates? certificates, string moreConfiguration)
    {
        (Folder, this.plan, this.certificates, this.moreConfiguration) = (folder, plan, certificates, moreConfiguration);
        Nodes = [.. plan.Nodes.Select((ports, i) => new RabbitNode(this, i + 1, ports))];
    }

    /// <summary>Where the programs are, or null when RabbitMQ is not installed. Not /usr/sbin: the wrapper there changes the user.</summary>
    public static string? Programs { get; } = System.IO.Directory.Exists("/usr/lib/rabbitmq/lib")
        ? System.IO.Directory.EnumerateDirectories("/usr/lib/rabbitmq/lib", "rabbitmq_server-*").Select(d => Path.Combine(d, "sbin")).FirstOrDefault(System.IO.Directory.Exists)
        : null;

    /// <summary>The nodes, each of them also when it is not running.</summary>
    public IReadOnlyList<RabbitNode> Nodes { get; }

    /// <summary>The administrator's password, random for each cluster.</summary>
    public string AdministratorPassword => plan.Password;

    internal string Folder { get; }

    internal string Home => Path.Combine(Folder, "home");

    internal int NameServicePort => plan.NameServicePort;

    /// <summary>Starts the nodes together; with data from before they go on with it, on the same ports.</summary>
    /// <param name="folder">Where everything of it lies.</param>
    /// <param name="nodes">How many; heeded only where the folder is new.</param>
    /// <param name="certificates">For TLS and client certificates; null: passwords without TLS.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="moreConfiguration">Lines to add to each node's rabbitmq.conf.</param>
    /// <exception cref="NodeException">RabbitMQ is not installed, or a node did not start.</exception>
    public static async Task<RabbitCluster> StartAsync(
        string folder, int nodes, RabbitCertificates? certificates, CancellationToken cancellationToken, string moreConfiguration = "")
    {
        if (Programs is null)
            throw new NodeException("RabbitMQ is not installed; get it with: apt-get install rabbitmq-server");
        var cluster = Open(folder, nodes, certificates, moreConfiguration);
        await Task.WhenAll(cluster.Nodes.Select(n => n.StartAsync(cancellationToken)));
        return cluster;
    }

    /// <summary>The cluster of a folder, running or not; makes its plan (ports, password, cookie) where there is none.</summary>
    public static RabbitCluster Open(string folder, int nodes, RabbitCertificates? certificates, string moreConfiguration = "")
    {
        folder = Path.GetFullPath(folder);
        var file = Path.Combine(folder, "plan.json");
        if (!File.Exists(file))
            WritePlan(folder, file, nodes);
        return new(folder, JsonSerializer.Deserialize<Plan>(File.ReadAllText(file))!, certificates, moreConfiguration);
    }

    /// <summary>Stops every node in good order, and the name service that they used.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
            node.Continue();
        await Task.WhenAll(Nodes.Select(n => n.StopAsync()));
        try
        {
            await NodeProcess.RunAsync("epmd", ["-port", $"{plan.NameServicePort}", "-kill"], null, CommandLimit, CancellationToken.None);
        }
        catch (NodeException)
        {
            // It ends with the last node, or another owner's node still uses it.
        }
    }

    internal string ConfigurationOf(RabbitNode node)
    {
        var text = new StringBuilder($"""
            loopback_users = none
            default_user = {AdministratorName}
            default_pass = {plan.Password}
            vm_memory_high_watermark.absolute = 1GB
            disk_free_limit.absolute = 50MB
            management.tcp.port = {node.Ports.Management}
            management.tcp.ip = 127.0.0.1
            cluster_partition_handling = pause_minority
            heartbeat = 10
            max_message_size = 1048576
            # A log that takes debug lines of anything drops nothing. Otherwise it keeps 500 lines a second, and somebody
            # who is refused more often than that is not seen. There is no federation here, so nothing more is logged.
            log.federation.level = debug

            """);
        if (Nodes.Count > 1)
        {
            // A node that hangs is noticed by the others within 10 seconds, not 75: until then whatever asks it waits.
            text.Append("net_ticktime = 8\n");
            text.Append("cluster_formation.peer_discovery_backend = classic_config\n");
            text.Append("cluster_formation.randomized_startup_delay_range.min = 0\ncluster_formation.randomized_startup_delay_range.max = 0\n");
            foreach (var (each, i) in Nodes.Select((n, i) => (n, i + 1)))
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"cluster_formation.classic_config.nodes.{i} = {each.Name}\n");
        }

        if (certificates is not null)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"""
                listeners.tcp = none
                listeners.ssl.1 = 127.0.0.1:{node.Ports.Amqp}
                ssl_options.cacertfile = {certificates.AuthorityFile}
                ssl_options.certfile = {certificates.CertificateFile}
                ssl_options.keyfile = {certificates.KeyFile}
                ssl_options.verify = verify_peer
                ssl_options.fail_if_no_peer_cert = true
                ssl_options.versions.1 = tlsv1.3
                ssl_options.versions.2 = tlsv1.2
                auth_mechanisms.1 = EXTERNAL
                ssl_cert_login_from = common_name

                """);
        }

        return text.Append(moreConfiguration).Append('\n').ToString();
    }

    /// <summary>What only Erlang's own form can say: the list of revoked certificates. It replaces all that the other file says of TLS.</summary>
    internal string? AdvancedConfiguration => certificates is not { RevocationsFolder: { } revocations } ? null : $$$$"""
        [{rabbit, [{ssl_options, [
          {cacertfile, "{{{{certificates.AuthorityFile}}}}"},
          {certfile, "{{{{certificates.CertificateFile}}}}"},
          {keyfile, "{{{{certificates.KeyFile}}}}"},
          {verify, verify_peer},
          {fail_if_no_peer_cert, true},
          {versions, ['tlsv1.3', 'tlsv1.2']},
          {crl_check, peer},
          {crl_cache, {ssl_crl_hash_dir, {internal, [{dir, "{{{{revocations}}}}"}]}}}
        ]}]}].
        """;

    private static void WritePlan(string folder, string file, int nodes)
    {
        var ports = FreePorts.Take(1 + (3 * nodes));
        var plan = new Plan(
            RandomNumberGenerator.GetHexString(32, lowercase: true), ports[0],
            [.. Enumerable.Range(0, nodes).Select(i => new RabbitPorts(ports[1 + (3 * i)], ports[2 + (3 * i)], ports[3 + (3 * i)]))]);
        var home = Path.Combine(folder, "home");
        System.IO.Directory.CreateDirectory(home);
        var cookie = Path.Combine(home, ".erlang.cookie");
        File.WriteAllText(cookie, RandomNumberGenerator.GetHexString(32));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        File.WriteAllText(file, JsonSerializer.Serialize(plan));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private sealed record Plan(string Password, int NameServicePort, RabbitPorts[] Nodes);
}
