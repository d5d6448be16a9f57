namespace InfoShare.LocalNodes;

/// <summary>
/// A private PostgreSQL 15 in a folder of its own, on 127.0.0.1 only. As root it runs as the user <c>postgres</c>, because
/// PostgreSQL refuses root.
/// </summary>
public sealed class PostgresNode : IAsyncDisposable
{
    private const string User = "infoshare";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] Places = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin", "/usr/bin"];
    private readonly string folder;
    private readonly bool durable;

    private PostgresNode(string folder, int port, bool durable) => (this.folder, Port, this.durable) = (folder, port, durable);

    /// <summary>Where the programs are, or null when PostgreSQL is not installed.</summary>
    public static string? Programs { get; } = Places.FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb")));

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The server's process, or null while it does not run: a killed server leaves its file behind.</summary>
    public int? ProcessId => NodeProcess.ReadPid(Path.Combine(Data, "postmaster.pid")) is { } pid && NodeProcess.IsOurs(pid, Data) ? pid : null;

    /// <summary>Its folder, for the socket in it, unless that would be longer than the path of a socket may be (107 bytes).</summary>
    private string Host => folder.Length < 80 ? folder : "127.0.0.1";

    private string Data => Path.Combine(folder, "data");

    /// <summary>How to reach one of its databases, over its Unix socket where that can be.</summary>
    public string ConnectionString(string database) => $"Host={Host};Port={Port};Username={User};Database={database}";

    /// <summary>Makes the server's files where there are none, and starts it.</summary>
    /// <param name="durable">False for tests that neither kill nor measure it: commits are fast, and lost with the machine.</param>
    /// <exception cref="NodeException">PostgreSQL is not installed, or did not start.</exception>
    public static async Task<PostgresNode> StartAsync(string folder, int port, CancellationToken cancellationToken, bool durable = true)
    {
        if (Programs is null)
            throw new NodeException("PostgreSQL is not installed; get it with: apt-get install postgresql-15");
        var node = new PostgresNode(Path.GetFullPath(folder), port, durable);
        await node.KillAsync();
        await node.MakeAsync(cancellationToken);
        await node.StartAsync(cancellationToken);
        return node;
    }

    /// <summary>Starts it again after it has ended, however that was.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (ProcessId is null)
            ForgetDead();
        return AsOwnerAsync("pg_ctl", ["-D", Data, "-l", Path.Combine(folder, "log"), "-w", "-t", "50", "-o",
            $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{(Host == folder ? folder : "")}' -c shared_buffers=256MB -c wal_compression=lz4 -c max_wal_size=4GB -c fsync={(durable ? "on" : "off")}", "start"], cancellationToken);
    }

    /// <summary>Stops it in good order.</summary>
    public Task StopAsync() => AsOwnerAsync("pg_ctl", ["-D", Data, "-m", "fast", "-w", "stop"], CancellationToken.None);

    /// <summary>SIGKILL to the server and all that belongs to it.</summary>
    public async Task KillAsync()
    {
        if (ProcessId is not { } pid)
            return;
        var children = System.IO.Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture))
            .Where(child => ParentOf(child) == pid).ToList();
        NodeProcess.Kill(pid);
        children.ForEach(NodeProcess.Kill);
        foreach (var each in children.Prepend(pid))
            await NodeProcess.WaitForEndAsync(each, TimeSpan.FromSeconds(10));
        ForgetDead();
    }

    /// <summary>Makes a database if it is not there.</summary>
    public async Task CreateDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        var found = await PsqlAsync($"select count(*) from pg_database where datname = '{database}'", cancellationToken);
        if (found.Trim() == "0")
            await PsqlAsync($"create database \"{database}\"", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (ProcessId is not null)
            await StopAsync();
    }

    /// <summary>Takes away what tells of a server that has ended.</summary>
    private void ForgetDead()
    {
        // Where nobody collects the dead, the next server would take the number in these files for one that lives.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        File.Delete(Path.Combine(folder, $".s.PGSQL.{Port}.lock"));
    }

    private Task<string> PsqlAsync(string sql, CancellationToken cancellationToken) =>
        AsOwnerAsync("psql", ["-h", Host, "-p", $"{Port}", "-U", User, "-d", "postgres", "-Atc", sql], cancellationToken);

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(Data, "PG_VERSION")))
            return;
        if (Environment.IsPrivilegedProcess)
            await NodeProcess.RunAsync("install", ["-d", "-o", "postgres", "-m", "700", folder], null, StartLimit, cancellationToken);
        else
            System.IO.Directory.CreateDirectory(folder); // initdb takes the rights of others away from its own folder in it.
        await AsOwnerAsync("initdb", ["-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], cancellationToken);
    }

    private static Task<string> AsOwnerAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Programs!, program);
        // Otherwise the server keeps our output open for as long as it runs, and we wait for its end.
        var line = $"{(program == "pg_ctl" ? "exec >/dev/null 2>&1; " : "")}exec \"$@\"";
        // dac_override, so that it may pass through folders that are root's alone, such as /root.
        return Environment.IsPrivilegedProcess
            ? NodeProcess.RunAsync("setpriv",
                ["--reuid", "postgres", "--regid", "postgres", "--init-groups", "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override",
                    "--", "sh", "-c", $"cd /; {line}", "sh", path, .. arguments], null, StartLimit, cancellationToken)
            : NodeProcess.RunAsync("sh", ["-c", line, "sh", path, .. arguments], null, StartLimit, cancellationToken);
    }

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
