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

    public Task<IReadOnlyList<string>> FilesAsync() => pair.FilesAsync();

    public ValueTask DisposeAsync() => pair.DisposeAsync();
}
