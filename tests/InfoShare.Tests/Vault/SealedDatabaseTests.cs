using InfoShare.Vault;

namespace InfoShare.Tests.Vault;

public sealed class SealedDatabaseTests : SealedDatabaseContract, IDisposable
{
    private const string Schema = "create table if not exists note (id text primary key, key_id integer, body blob)";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_boundaries_of_hashed_texts_count()
    {
        var hash = KeyedHash.Random();

        Assert.NotEqual(hash.Of("a", "bc"), hash.Of("ab", "c"));
        Assert.Equal(hash.Of("a", "bc"), hash.Of("a", "bc"));
        Assert.NotEqual(KeyedHash.Random().Of("a"), hash.Of("a"));
    }

    protected override bool HasMasterKey => System.IO.Directory.Exists(Keys);

    private string Data => folder.File("data", "notes.db");

    private string Keys => folder.File("keys");

    protected override Task<ISealedDatabase> OpenAsync() =>
        Task.FromResult<ISealedDatabase>(SealedDatabase.Open(Data, Keys, MasterKey.Open(Keys, File.Exists(Data)), Schema));

    protected override Task BackUpDataAsync()
    {
        File.Copy(Data, folder.File("backup"));
        return Task.CompletedTask;
    }

    protected override async Task RestoreDataAsync()
    {
        await LoseDataAsync();
        File.Copy(folder.File("backup"), Data);
    }

    protected override Task LoseDataAsync()
    {
        foreach (var file in System.IO.Directory.GetFiles(folder.File("data")))
            File.Delete(file);
        return Task.CompletedTask;
    }

    protected override Task LoseKeysAsync()
    {
        System.IO.Directory.Delete(Keys, recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<IReadOnlyList<string>> FilesAsync() =>
        Task.FromResult<IReadOnlyList<string>>(System.IO.Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
}
