using InfoShare.Nodes.Tests.Postgres;
using InfoShare.Storage;

namespace InfoShare.Tests.Routing;

/// <summary>Where the routing tests keep their store here: on PostgreSQL.</summary>
internal sealed class TestStore(PostgresPair pair) : IAsyncDisposable
{
    public static async Task<TestStore> CreateAsync() => new(await PostgresPair.CreateAsync());

    public Task<RoutingStore> OpenAsync() => pair.OpenAsync();

    /// <summary>The data are gone, the keys are not.</summary>
    public Task LoseDataAsync() => pair.LoseDataAsync();

    /// <summary>Keeps the data as they are now. The store is closed.</summary>
    public Task BackUpDataAsync() => pair.BackUpDataAsync();

    /// <summary>Puts the data back as they were kept; the keys stay as they are. The store is closed.</summary>
    public Task RestoreDataAsync() => pair.RestoreDataAsync();

    public Task<IReadOnlyList<string>> FilesAsync() => pair.FilesAsync();

    public ValueTask DisposeAsync() => pair.DisposeAsync();
}
