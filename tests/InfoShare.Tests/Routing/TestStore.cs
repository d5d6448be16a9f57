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

    /// <summary>Keeps the data as they are now. The store is closed.</summary>
    public Task BackUpDataAsync() => CopyAsync("data", "backup");

    /// <summary>Puts the data back as they were kept; the keys stay as they are. The store is closed.</summary>
    public Task RestoreDataAsync() => CopyAsync("backup", "data");

    public Task<IReadOnlyList<string>> FilesAsync() =>
        Task.FromResult<IReadOnlyList<string>>(System.IO.Directory.GetFiles(folder.File("data")));

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task CopyAsync(string from, string to)
    {
        if (System.IO.Directory.Exists(folder.File(to)))
            System.IO.Directory.Delete(folder.File(to), recursive: true);
        System.IO.Directory.CreateDirectory(folder.File(to));
        foreach (var file in System.IO.Directory.GetFiles(folder.File(from)))
            File.Copy(file, folder.File(to, Path.GetFileName(file)));
        return Task.CompletedTask;
    }
}
