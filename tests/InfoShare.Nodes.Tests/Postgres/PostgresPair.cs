using InfoShare.Storage;
using InfoShare.Storage.Postgres;
using InfoShare.Tests;

namespace InfoShare.Nodes.Tests.Postgres;

/// <summary>The two databases and the master key of one store, for one test.</summary>
internal sealed class PostgresPair(PostgresServer server) : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string data = PostgresServer.NewName();
    private readonly string keys = PostgresServer.NewName();

    public PostgresServer Server => server;

    public string Data => data;

    public PostgresSettings Settings => new(server.ConnectionString(data), server.ConnectionString(keys), folder.File("keys"));

    public static async Task<PostgresPair> CreateAsync(PostgresServer? server = null)
    {
        var pair = new PostgresPair(server ?? await PostgresServer.SharedAsync());
        await pair.Server.CreateAsync(pair.data);
        await pair.Server.CreateAsync(pair.keys);
        return pair;
    }

    public Task<RoutingStore> OpenAsync() => RoutingStore.OpenAsync(Settings, TestContext.Current.CancellationToken);

    public Task BackUpDataAsync() => server.CreateAsync($"{data}_backup", data);

    public async Task RestoreDataAsync()
    {
        await server.DropAsync(data);
        await server.CreateAsync(data, $"{data}_backup");
    }

    public async Task LoseDataAsync()
    {
        await server.DropAsync(data);
        await server.CreateAsync(data);
    }

    public async Task LoseKeysAsync()
    {
        await LoseRecordKeysAsync();
        System.IO.Directory.Delete(folder.File("keys"), recursive: true);
    }

    /// <summary>All but the master key.</summary>
    public async Task LoseRecordKeysAsync()
    {
        await server.DropAsync(keys);
        await server.CreateAsync(keys);
    }

    public bool HasMasterKey => File.Exists(folder.File("keys", "master.key"));

    /// <summary>The files of the data and the log of the server, after everything that it holds in memory is on disk.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync()
    {
        await server.RunAsync("postgres", "checkpoint");
        return [.. System.IO.Directory.GetFiles(await server.FolderOfAsync(data)), .. System.IO.Directory.GetFiles(server.LogFolder)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in (string[])[data, keys, $"{data}_backup"])
            await server.DropAsync(name);
        folder.Dispose();
    }
}
