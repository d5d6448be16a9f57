using InfoShare.Storage.Postgres;
using InfoShare.Tests.Vault;
using InfoShare.Vault;

namespace InfoShare.Nodes.Tests.Postgres;

/// <summary>The store's contract on PostgreSQL.</summary>
public sealed class PostgresDatabaseTests : SealedDatabaseContract, IAsyncLifetime
{
    private PostgresPair pair = null!;

    public async ValueTask InitializeAsync() => pair = await PostgresPair.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (pair is not null)
            await pair.DisposeAsync();
    }

    [Fact]
    public async Task A_survey_takes_longer_than_what_routing_asks_may_take()
    {
        await using var database = await OpenAsync();
        const string LongerThanRoutingWaits = "select 'done' from pg_sleep(16)";

        var survey = Task.Run(() => database.Survey(scope => scope.First<string>(LongerThanRoutingWaits)));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Task.Run(() => database.Read(scope => scope.First<string>(LongerThanRoutingWaits))));

        Assert.Equal("done", await survey);
    }

    protected override bool HasMasterKey => pair.HasMasterKey;

    protected override Task<ISealedDatabase> OpenAsync() => Notes.OpenAsync(pair);

    protected override Task BackUpDataAsync() => pair.BackUpDataAsync();

    protected override Task RestoreDataAsync() => pair.RestoreDataAsync();

    protected override Task LoseDataAsync() => pair.LoseDataAsync();

    protected override Task LoseKeysAsync() => pair.LoseKeysAsync();

    protected override Task<IReadOnlyList<string>> FilesAsync() => pair.FilesAsync();
}

/// <summary>A store with a table of notes beside routing's.</summary>
internal static class Notes
{
    public static async Task<ISealedDatabase> OpenAsync(PostgresPair pair)
    {
        var token = TestContext.Current.CancellationToken;
        await Migrations.ApplyAsync(pair.Settings.Keys, "Keys", token);
        await Migrations.ApplyAsync(pair.Settings.Data, "Data", token);
        await pair.Server.RunAsync(pair.Data, "create table if not exists note (id text primary key, key_id bigint, body bytea)");
        return await PostgresDatabase.OpenAsync(pair.Settings, await PostgresMasterKey.OpenAsync(pair.Settings, token), token);
    }
}
