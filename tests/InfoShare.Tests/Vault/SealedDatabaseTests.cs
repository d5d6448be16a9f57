using System.Text;
using InfoShare.Vault;

namespace InfoShare.Tests.Vault;

public sealed class SealedDatabaseTests : IDisposable
{
    private const string Schema = "create table if not exists note (id text primary key, key_id integer, body blob)";
    private readonly TemporaryFolder folder = new();

    private string Data => folder.File("data", "notes.db");

    private string Keys => folder.File("keys");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_body_comes_back_as_it_was_after_a_restart()
    {
        await using (var database = Open())
            await Add(database, "a", "a secret");

        await using var again = Open();

        Assert.Equal("a secret", Body(again, "a"));
        Assert.False(again.Restored);
    }

    [Fact]
    public async Task No_body_is_on_disk_in_clear()
    {
        await using (var database = Open())
            await Add(database, "a", "CANARY-BODY");

        foreach (var file in AllFiles())
            Assert.DoesNotContain("CANARY-BODY", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_undoes_itself_and_not_its_neighbours()
    {
        await using var database = Open();
        var good = Enumerable.Range(0, 50).Select(i => Add(database, $"good-{i}", "x"));
        var bad = Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(scope =>
        {
            scope.Execute("insert into note (id) values ('half')");
            throw new InvalidOperationException();
        }));

        await Task.WhenAll([.. good, bad]);

        Assert.Equal(50, database.Read(scope => scope.First<long>("select count(*) from note")));
    }

    [Fact]
    public async Task A_restored_backup_is_noticed_and_has_a_new_incarnation()
    {
        string before;
        await using (var database = Open())
        {
            await Add(database, "a", "x");
            before = database.Incarnation;
        }

        File.Copy(Data, Data + ".backup");
        await using (var database = Open())
        {
            await Add(database, "b", "x");
            await Add(database, "c", "x");
        }

        foreach (var file in AllFiles().Where(f => Path.GetFileName(f).StartsWith("notes.db", StringComparison.Ordinal) && !f.EndsWith(".backup", StringComparison.Ordinal)).ToList())
            File.Delete(file);
        File.Copy(Data + ".backup", Data);
        await using var restored = Open();

        Assert.True(restored.Restored);
        Assert.NotEqual(before, restored.Incarnation);
        await Add(restored, "d", "after");
        Assert.Equal("after", Body(restored, "d"));
    }

    [Fact]
    public async Task A_lost_data_file_counts_as_restored()
    {
        await using (var database = Open())
            await Add(database, "a", "x");
        foreach (var file in System.IO.Directory.GetFiles(folder.File("data")))
            File.Delete(file);

        await using var again = Open();

        Assert.True(again.Restored);
    }

    [Fact]
    public async Task Data_without_its_keys_refuses_to_start_and_makes_no_new_ones()
    {
        await using (var database = Open())
            await Add(database, "a", "x");
        System.IO.Directory.Delete(Keys, recursive: true);

        Assert.Throws<KeysMissingException>(Open);
        Assert.False(System.IO.Directory.Exists(Keys));
    }

    [Fact]
    public async Task A_destroyed_key_erases_the_body()
    {
        await using var database = Open();
        await Add(database, "a", "x");

        await database.WriteAsync(scope => scope.Destroy(scope.First<long>("select key_id from note where id = 'a'")));

        Assert.Null(Body(database, "a"));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var database = Open();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Add(database, $"{i}", $"body {i}")));

        Assert.All(Enumerable.Range(0, 500), i => Assert.Equal($"body {i}", Body(database, $"{i}")));
    }

    [Fact]
    public void The_boundaries_of_hashed_texts_count()
    {
        var hash = KeyedHash.Random();

        Assert.NotEqual(hash.Of("a", "bc"), hash.Of("ab", "c"));
        Assert.Equal(hash.Of("a", "bc"), hash.Of("a", "bc"));
        Assert.NotEqual(KeyedHash.Random().Of("a"), hash.Of("a"));
    }

    private SealedDatabase Open() => SealedDatabase.Open(Data, Keys, MasterKey.Open(Keys, File.Exists(Data)), Schema);

    private static Task Add(SealedDatabase database, string id, string text) => database.WriteAsync(scope =>
    {
        var body = scope.Seal(Encoding.UTF8.GetBytes(text));
        scope.Execute("insert into note (id, key_id, body) values (@id, @KeyId, @Bytes)", new { id, body.KeyId, body.Bytes });
    });

    private static string? Body(SealedDatabase database, string id) => database.Read(scope =>
        scope.First<Note>("select key_id as KeyId, body as Body from note where id = @id", new { id }) is { } note && scope.Unseal(note.KeyId, note.Body) is { } plain
            ? Encoding.UTF8.GetString(plain)
            : null);

    private string[] AllFiles() => System.IO.Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);

    private sealed record Note
    {
        public long KeyId { get; init; }
        public byte[] Body { get; init; } = [];
    }
}
