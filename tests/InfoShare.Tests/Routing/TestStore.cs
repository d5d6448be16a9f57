using InfoShare.Storage;

namespace InfoShare.Tests.Routing;

/// <summary>Where the routing tests keep their store: in files. The tests on real nodes have one of the same name on PostgreSQL.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    public static Task<TestStore> CreateAsync() => Task.FromResult(new TestStore());

    public Task<RoutingStore> OpenAsync() => Task.FromResult(RoutingStore.Open(folder.File("data"), folder.File("keys")));

    /// <summary>The data are gone, the keys are not.</summary>
    public Task LoseDataAsync()
    {
        foreach (var file in System.IO.Directory.GetFiles(folder.File("data")))
            File.Delete(file);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> FilesAsync() =>
        Task.FromResult<IReadOnlyList<string>>(System.IO.Directory.GetFiles(folder.File("data")));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
