using InfoShare.LocalNodes;
using InfoShare.Nodes.Tests.Postgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace InfoShare.Nodes.Tests.Postgres;

/// <summary>One private PostgreSQL for all tests of this assembly, started by the first that needs it, with databases for each.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static PostgresServer? shared;
    private static int made;

    private string root = "";
    private PostgresNode? node;

    /// <summary>The write-ahead log, of all databases.</summary>
    public string LogFolder => Path.Combine(root, "postgres", "data", "pg_wal");

    /// <summary>The server; the test is skipped where PostgreSQL is not installed.</summary>
    public static async Task<PostgresServer> SharedAsync()
    {
        Assert.SkipWhen(PostgresNode.Programs is null, "PostgreSQL is not installed: apt-get install postgresql-15");
        await Starting.WaitAsync();
        try
        {
            return shared ??= await StartAsync(durable: false);
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>A server of its own, for a test that kills it.</summary>
    public static async Task<PostgresServer> StartAsync(bool durable = true)
    {
        Assert.SkipWhen(PostgresNode.Programs is null, "PostgreSQL is not installed: apt-get install postgresql-15");
        var server = new PostgresServer { root = OpenFolder() };
        server.node = await PostgresNode.StartAsync(Path.Combine(server.root, "postgres"), FreePorts.Take(1)[0], CancellationToken.None, durable);
        return server;
    }

    /// <summary>A name that no other test has.</summary>
    public static string NewName() => $"test_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";

    public string ConnectionString(string database) => node!.ConnectionString(database);

    public Task CreateAsync(string database, string template = "template0") => RunAsync("postgres", $"create database {database} template {template} strategy file_copy");

    public Task DropAsync(string database) => RunAsync("postgres", $"drop database if exists {database} with (force)");

    public Task RunAsync(string database, string sql) => AskAsync(database, sql);

    /// <summary>The first value of the first row.</summary>
    public async Task<object?> AskAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The folder of one database's tables.</summary>
    public async Task<string> FolderOfAsync(string database) =>
        Path.Combine(root, "postgres", "data", "base", $"{await AskAsync("postgres", $"select oid::text from pg_database where datname = '{database}'")}");

    public Task KillAsync() => node!.KillAsync();

    public Task StartAgainAsync() => node!.StartAsync(CancellationToken.None);

    /// <summary>The fixture itself starts nothing; it ends what the tests have started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (node is null)
        {
            if (shared is { } started)
                await started.DisposeAsync();
            return;
        }

        await node.DisposeAsync();
        System.IO.Directory.Delete(root, recursive: true);
    }

    /// <summary>The server's own user must be able to pass through.</summary>
    private static string OpenFolder()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("infoshare-postgres-").FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }
}
