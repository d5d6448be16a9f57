using System.Text;
using InfoShare.Storage;
using InfoShare.Storage.Postgres;
using InfoShare.Tests;
using InfoShare.Vault;

namespace InfoShare.Nodes.Tests.Postgres;

/// <summary>What only a store on a server can meet: a second process that starts, a server that dies, data put back beneath it.</summary>
public sealed class PostgresStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Routers_that_start_together_on_empty_databases_share_one_store()
    {
        await using var pair = await PostgresPair.CreateAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pair.OpenAsync()));

        Assert.Single(stores.Select(store => store.Incarnation).Distinct());
        Assert.All(stores, store => Assert.False(store.Restored));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_router_with_another_master_key_is_refused()
    {
        await using var pair = await PostgresPair.CreateAsync();
        await using (await pair.OpenAsync())
        using (var elsewhere = new TemporaryFolder())
        {
            MasterKey.Open(elsewhere.Path, dataExists: false);
            await Assert.ThrowsAsync<KeysMissingException>(() => RoutingStore.OpenAsync(pair.Settings with { MasterKeyFolder = elsewhere.Path }, Token));
        }
    }

    [Fact]
    public async Task Keys_older_than_the_data_are_refused()
    {
        await using var pair = await PostgresPair.CreateAsync();
        await using (var database = await Notes.OpenAsync(pair))
            await AddAsync(database, "a");
        await pair.LoseRecordKeysAsync();

        await Assert.ThrowsAsync<KeysMissingException>(() => Notes.OpenAsync(pair));
    }

    [Fact]
    public async Task Two_processes_that_died_between_commit_and_note_do_not_make_the_keys_look_old()
    {
        await using var pair = await PostgresPair.CreateAsync();
        await using (var database = await Notes.OpenAsync(pair))
            await AddAsync(database, "a");
        await pair.Server.RunAsync(pair.Data, "update database_meta set commits = commits + 2");

        await using var again = await Notes.OpenAsync(pair);
        Assert.False(again.Restored);
        await AddAsync(again, "b");
    }

    [Fact]
    public async Task Data_put_back_while_routers_run_are_noticed_by_the_next_write()
    {
        await using var pair = await PostgresPair.CreateAsync();
        await using (var database = await Notes.OpenAsync(pair))
            await AddAsync(database, "before");
        await pair.BackUpDataAsync();
        await using var one = await Notes.OpenAsync(pair);
        await using var other = await Notes.OpenAsync(pair);
        var before = one.Incarnation;
        await AddAsync(one, "lost");
        await pair.RestoreDataAsync();

        foreach (var database in (ISealedDatabase[])[other, one])
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync(database, "first after"));
            await UntilKeptAsync(() => AddAsync(database, "after"));
        }

        Assert.NotEqual(before, one.Incarnation);
        Assert.Equal(one.Incarnation, other.Incarnation);
        Assert.Equal(["after", "before"], one.Read(scope => scope.Query<string>("select id from note order by id")));
    }

    [Fact]
    public async Task A_server_that_is_killed_and_comes_back_has_all_that_was_answered_and_nothing_twice()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var pair = await PostgresPair.CreateAsync(server);
        await using var database = await Notes.OpenAsync(pair);
        var kept = 0;
        var writing = Task.WhenAll(Enumerable.Range(0, 20).Select(lane => Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await UntilKeptAsync(() => AddAsync(database, $"{lane:00}-{i:00}"));
                Interlocked.Increment(ref kept);
            }
        }, Token)));

        while (Volatile.Read(ref kept) < 100)
            await Task.Delay(5, Token);
        await server.KillAsync();
        Assert.ThrowsAny<StoreUnavailableException>(() => Count(database));
        await server.StartAgainAsync();
        await writing;

        Assert.Equal(600, Count(database));
        Assert.False(database.Restored);
    }

    [Fact]
    public async Task Its_tables_have_the_columns_that_they_have_in_files()
    {
        await using var pair = await PostgresPair.CreateAsync();
        await using var server = await pair.OpenAsync();
        using var folder = new TemporaryFolder();
        await using var files = RoutingStore.Open(folder.File("data"), folder.File("keys"));

        var inFiles = files.Read(scope => scope.Query<string>(
            "select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name <> 'database_meta'"));
        var onServer = server.Read(scope => scope.Query<string>(
            "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and table_name not in ('database_meta', 'schema_step') and column_name <> 'rowid'"));
        Assert.Equal(inFiles.Order(StringComparer.Ordinal), onServer.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_audit_is_verified_beside_a_running_router_and_where_there_is_none_nothing_is_made()
    {
        await using var pair = await PostgresPair.CreateAsync();
        Assert.Null(await RoutingStore.VerifyAuditAsync(pair.Settings, Token));
        Assert.Equal(0L, await pair.Server.AskAsync(pair.Data, "select count(*) from information_schema.tables where table_schema = 'public'"));

        await using var store = await pair.OpenAsync();
        await store.WriteAsync(scope => Storage.Audit.AuditTrail.Audit(scope, "routing", DateTimeOffset.UnixEpoch, "started", "routing", ""));
        Assert.True((await RoutingStore.VerifyAuditAsync(pair.Settings, Token))!.Holds);

        await pair.Server.RunAsync(pair.Data, "update audit set detail = 'changed'");
        Assert.Equal("routing:1", (await RoutingStore.VerifyAuditAsync(pair.Settings, Token))!.BrokenAt);
    }

    private static long Count(ISealedDatabase database) => database.Read(scope => scope.First<long>("select count(*) from note"));

    /// <summary>Adds a note unless it is there: a commit whose answer was lost is done again.</summary>
    private static Task AddAsync(ISealedDatabase database, string id) => database.WriteAsync(scope =>
    {
        var body = scope.Seal(Encoding.UTF8.GetBytes(id));
        scope.Execute("insert into note (id, key_id, body) values (@id, @KeyId, @Bytes) on conflict do nothing", new { id, body.KeyId, body.Bytes });
    });

    private static async Task UntilKeptAsync(Func<Task> write)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(50, Token);
            }
        }
    }
}
