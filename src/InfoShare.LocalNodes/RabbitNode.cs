using System.Diagnostics;
using System.Net.Sockets;

namespace InfoShare.LocalNodes;

/// <summary>One private RabbitMQ node as a local process. Its data stays when it is killed.</summary>
public sealed class RabbitNode
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(2);
    private const int MostAttempts = 4;
    private readonly string folder;
    private readonly RabbitCluster cluster;

    internal RabbitNode(RabbitCluster cluster, int number, RabbitPorts ports)
    {
        this.cluster = cluster;
        (Name, Ports, folder) = ($"n{number}@localhost", ports, Path.Combine(cluster.Folder, $"n{number}"));
    }

    /// <summary>The Erlang node's name, such as <c>n1@localhost</c>.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public RabbitPorts Ports { get; }

    /// <summary>Its process, or null while it does not run.</summary>
    public int? ProcessId => NodeProcess.ReadPid(PidFile) is { } pid && NodeProcess.IsOurs(pid, cluster.Home) ? pid : null;

    /// <summary>Its log file.</summary>
    public string LogFile => Path.Combine(folder, "log", Name + ".log");

    private string AdvancedFile => Path.Combine(folder, "advanced.config");

    private string Output => Path.Combine(folder, "output");

    private string PidFile => Path.Combine(folder, "pid");

    /// <summary>Starts it; returns when it takes connections.</summary>
    /// <exception cref="NodeException">It did not start in time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (ProcessId is { } left)
            await KillAsync(left);
        System.IO.Directory.CreateDirectory(folder);
        File.Delete(PidFile);
        await WriteConfigurationAsync(cancellationToken);
        await File.WriteAllTextAsync(AdvancedFile, cluster.AdvancedConfiguration ?? "[].\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_auth_mechanism_ssl,rabbitmq_management].\n", cancellationToken);
        // Nodes of a cluster that start at the same moment can trip over each other, and end by themselves.
        for (var attempt = 1; !await TryStartAsync(cancellationToken); attempt++)
        {
            if (attempt == MostAttempts)
                throw new NodeException($"RabbitMQ node {Name} did not start; see {Output} and {LogFile}");
            await Task.Delay(BetweenAttempts, cancellationToken);
        }
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => ProcessId is { } pid ? KillAsync(pid) : Task.CompletedTask;

    /// <summary>SIGTERM, and waits for its end.</summary>
    public async Task StopAsync()
    {
        if (ProcessId is not { } pid)
            return;
        NodeProcess.Terminate(pid);
        await NodeProcess.WaitForEndAsync(pid, StopLimit);
        if (NodeProcess.IsOurs(pid, cluster.Home))
            await KillAsync(pid);
    }

    /// <summary>SIGSTOP: it hangs, its connections stay open.</summary>
    public void Pause()
    {
        if (ProcessId is { } pid)
            NodeProcess.Pause(pid);
    }

    /// <summary>SIGCONT.</summary>
    public void Continue()
    {
        if (ProcessId is { } pid)
            NodeProcess.Continue(pid);
    }

    /// <summary>Runs <c>rabbitmqctl</c> on this node.</summary>
    public async Task<string> ControlAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await NodeProcess.RunAsync(
                    Path.Combine(RabbitCluster.Programs!, "rabbitmqctl"), ["-n", Name, .. arguments], EnvironmentOf(), CommandLimit, cancellationToken);
            }
            catch (NodeException) when (attempt < MostAttempts)
            {
                // It takes a moment until the name service knows of a node that has just started.
                await Task.Delay(BetweenAttempts, cancellationToken);
            }
        }
    }

    /// <summary>Runs <c>rabbitmq-plugins</c> on this node. What it enables or disables lasts until the node starts again.</summary>
    public Task<string> PluginsAsync(CancellationToken cancellationToken, params string[] arguments) =>
        NodeProcess.RunAsync(Path.Combine(RabbitCluster.Programs!, "rabbitmq-plugins"), ["-n", Name, .. arguments], EnvironmentOf(), CommandLimit, cancellationToken);

    /// <summary>It holds the administrator's password.</summary>
    private async Task WriteConfigurationAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "rabbitmq.conf");
        await File.WriteAllTextAsync(file, "", cancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, cluster.ConfigurationOf(this), cancellationToken);
    }

    /// <summary>False when it has ended instead.</summary>
    private async Task<bool> TryStartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", $"exec \"$0\" >'{Output}' 2>&1 </dev/null", Path.Combine(RabbitCluster.Programs!, "rabbitmq-server")])
        {
            // A node that fails leaves its core dump where it works.
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in EnvironmentOf())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var began = Stopwatch.GetTimestamp();
        while (!await TakesConnectionsAsync(cancellationToken))
        {
            if (process.HasExited)
                return false;
            if (Stopwatch.GetElapsedTime(began) > StartLimit)
                throw new NodeException($"RabbitMQ node {Name} did not start in time; see {Output} and {LogFile}");
            await Task.Delay(100, cancellationToken);
        }

        return true;
    }

    private static async Task KillAsync(int pid)
    {
        NodeProcess.Kill(pid);
        await NodeProcess.WaitForEndAsync(pid, StopLimit);
    }

    private async Task<bool> TakesConnectionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Ports.Amqp, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Dictionary<string, string> EnvironmentOf() => new()
    {
        ["HOME"] = cluster.Home,
        ["ERL_EPMD_PORT"] = $"{cluster.NameServicePort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = Name,
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{Ports.Amqp}",
        ["RABBITMQ_DIST_PORT"] = $"{Ports.Distribution}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = AdvancedFile,
        ["RABBITMQ_PID_FILE"] = PidFile,
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
    };
}
