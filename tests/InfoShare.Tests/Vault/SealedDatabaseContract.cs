using System.Text;
using InfoShare.Vault;
using Xunit;

namespace InfoShare.Tests.Vault;

/// <summary>What every store of sealed records must do. A store's tests inherit these and say where it is.</summary>
public abstract class SealedDatabaseContract
{
    /// <summary>A table of notes: <c>id</c>, <c>key_id</c>, <c>body</c>.</summary>
    protected abstract Task<ISealedDatabase> OpenAsync();

    /// <summary>Keeps the data as they are now. The store is closed.</summary>
    protected abstract Task BackUpDataAsync();

    /// <summary>Puts the data back as they were kept; the keys stay as they are. The store is closed.</summary>
    protected abstract Task RestoreDataAsync();

    /// <summary>The data are gone, the keys are not. The store is closed.</summary>
    protected abstract Task LoseDataAsync();

    /// <summary>Everything that belongs to the keys is gone. The store is closed.</summary>
    protected abstract Task LoseKeysAsync();

    /// <summary>Whether a master key is there.</summary>
    protected abstract bool HasMasterKey { get; }

    /// <summary>All files in which the store keeps anything.</summary>
    protected abstract Task<IReadOnlyList<string>> FilesAsync();

    [Fact]
    public async Task A_body_comes_back_as_it_was_after_a_restart()
    {
        await using (var database = await OpenAsync())
            await Add(database, "a", "a secret");

        await using var again = await OpenAsync();

        Assert.Equal("a secret", Body(again, "a"));
        Assert.False(again.Restored);
    }

    [Fact]
    public async Task No_body_is_on_disk_in_clear()
    {
        await using (var database = await OpenAsync())
            await Add(database, "a", "CANARY-BODY");

        foreach (var file in await FilesAsync())
            Assert.DoesNotContain("CANARY-BODY", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_undoes_itself_and_not_its_neighbours()
    {
        await using var database = await OpenAsync();
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
        await using (var database = await OpenAsync())
        {
            await Add(database, "a", "x");
            before = database.Incarnation;
        }

        await BackUpDataAsync();
        await using (var database = await OpenAsync())
        {
            await Add(database, "b", "x");
            await Add(database, "c", "x");
        }

        await RestoreDataAsync();
        await using var restored = await OpenAsync();

        Assert.True(restored.Restored);
        Assert.NotEqual(before, restored.Incarnation);
        await Add(restored, "d", "after");
        Assert.Equal("after", Body(restored, "d"));
    }

    [Fact]
    public async Task A_lost_data_file_counts_as_restored()
    {
        await using (var database = await OpenAsync())
            await Add(database, "a", "x");
        await LoseDataAsync();

        await using var again = await OpenAsync();

        Assert.True(again.Restored);
    }

    [Fact]
    public async Task Data_without_its_keys_refuses_to_start_and_makes_no_new_ones()
    {
        await using (var database = await OpenAsync())
            await Add(database, "a", "x");
        await LoseKeysAsync();

        await Assert.ThrowsAsync<KeysMissingException>(OpenAsync);
        Assert.False(HasMasterKey);
    }

    [Fact]
    public async Task A_destroyed_key_erases_the_body()
    {
        await using var database = await OpenAsync();
        await Add(database, "a", "x");

        await database.WriteAsync(scope => scope.Destroy(scope.First<long>("select key_id from note where id = 'a'")));

        Assert.Null(Body(database, "a"));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var database = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Add(database, $"{i}", $"body {i}")));

        Assert.All(Enumerable.Range(0, 500), i => Assert.Equal($"body {i}", Body(database, $"{i}")));
    }

    [Fact]
    public async Task Of_rows_that_wait_together_the_later_word_about_one_stands()
    {
        await using var database = await OpenAsync();

        await database.WriteAsync(scope =>
        {
            foreach (var (id, number) in new[] { ("a", 1), ("b", 2), ("a", 3), ("c", 4), ("a", 5) })
            {
                scope.Later("insert into note (id, key_id) values (@id, @number) on conflict (id) do update set key_id = excluded.key_id", new { id, number });
            }
        });

        Assert.Equal([5, 2, 4], database.Read(scope => scope.Query<long>("select key_id from note order by id")));
    }

    [Fact]
    public async Task Thousands_that_wait_are_there_when_asked_for_and_a_wrong_one_undoes_its_own_work_only()
    {
        await using var database = await OpenAsync();
        static void AddMany(WriteScope scope, string first)
        {
            foreach (var id in Enumerable.Range(0, 2_500).Select(i => $"{i}").Prepend(first))
                scope.Later("insert into note (id, key_id) values (@id, @number)", new { id, number = 7L });
        }

        var works = new[] { "0", "first", "2499" }.Select(first => database.WriteAsync(scope =>
        {
            AddMany(scope, first);
            return scope.First<long>("select count(*) from note");
        })).ToList();
        var neighbour = database.WriteAsync(scope => scope.Later("insert into note (id, key_id) values (@id, @number)", new { id = "neighbour", number = 8L }));

        await Assert.ThrowsAnyAsync<Exception>(() => works[0]);
        Assert.Equal(2_501, await works[1]);
        await Assert.ThrowsAnyAsync<Exception>(() => works[2]);
        await neighbour;
        Assert.Equal(2_502, database.Read(scope => scope.First<long>("select count(*) from note")));
    }

    [Fact]
    public async Task Questions_asked_together_have_each_their_own_answer_and_see_what_waited()
    {
        await using var database = await OpenAsync();
        await Add(database, "a", "one");

        var answers = await database.WriteAsync(scope =>
        {
            scope.Later("insert into note (id, key_id) values (@id, @number)", new { id = "b", number = 7L });
            var (all, none, seven) = (
                scope.Ask<string>("select id from note order by id"),
                scope.Ask<string>("select id from note where id = @id", new { id = "c" }),
                scope.Ask<string>("select id from note where key_id in @numbers", new { numbers = new[] { 7L } }));
            return (Seven: seven.Rows, All: all.Rows, None: none.Rows);
        });

        Assert.Equal(["a", "b"], answers.All);
        Assert.Empty(answers.None);
        Assert.Equal(["b"], answers.Seven);
    }

    protected static Task Add(ISealedDatabase database, string id, string text) => database.WriteAsync(scope =>
    {
        var body = scope.Seal(Encoding.UTF8.GetBytes(text));
        scope.Execute("insert into note (id, key_id, body) values (@id, @KeyId, @Bytes)", new { id, body.KeyId, body.Bytes });
    });

    protected static string? Body(ISealedDatabase database, string id) => database.Read(scope =>
        scope.First<Note>("select key_id as KeyId, body as Body from note where id = @id", new { id }) is { } note && scope.Unseal(note.KeyId, note.Body) is { } plain
            ? Encoding.UTF8.GetString(plain)
            : null);

    private sealed record Note
    {
        public long KeyId { get; init; }
        public byte[] Body { get; init; } = [];
    }
}
