using Dapper;
using InfoShare.Vault;
using Npgsql;

namespace InfoShare.Storage.Postgres;

/// <summary>How far the data have come, as noted apart from them.</summary>
internal sealed record Progress(long Commits, string Anchor, long NextKey);

/// <summary>
/// The record keys in a database apart from the data, shared by all routers. Each statement is a transaction of its own, so
/// that a router which hangs holds nothing here.
/// </summary>
internal sealed class PostgresKeys(NpgsqlDataSource source, MasterKey master) : IAsyncDisposable
{
    private const int Block = 1_000;

    private readonly KeyCache cache = new();
    private long next;
    private long end;

    /// <summary>The next number, from a block that this process alone has. For the one writer.</summary>
    public long TakeNumber()
    {
        if (next == end)
        {
            using var connection = source.OpenConnection();
            end = connection.ExecuteScalar<long>("update progress set next_key = next_key + @Block returning next_key", new { Block });
            next = end - Block;
        }

        return next++;
    }

    /// <summary>The key, or null when it was destroyed.</summary>
    public byte[]? Find(long id)
    {
        if (cache.Find(id) is { } known)
            return known;
        using var connection = source.OpenConnection();
        if (connection.QueryFirstOrDefault<byte[]>("select wrapped from record_key where id = @id", new { id }) is not { } wrapped)
            return null;
        return cache.Add(id, master.Unwrap(wrapped, id));
    }

    /// <summary>Fetches those that are not at hand in one question.</summary>
    public void Expect(IReadOnlyCollection<long> ids)
    {
        var missing = ids.Where(id => cache.Find(id) is null).ToArray();
        if (missing.Length == 0)
            return;
        using var connection = source.OpenConnection();
        foreach (var (id, wrapped) in connection.Query<(long, byte[])>("select id, wrapped from record_key where id = any(@missing)", new { missing }))
            cache.Add(id, master.Unwrap(wrapped, id));
    }

    /// <summary>Puts new keys on disk, before their records are; and tells how far the data were last noted to have come.</summary>
    public long Persist(IReadOnlyDictionary<long, byte[]> fresh)
    {
        using var connection = source.OpenConnection();
        if (fresh.Count > 0)
        {
            connection.Execute("insert into record_key (id, wrapped) select * from unnest(@ids, @wrapped)", new
            {
                ids = fresh.Keys.ToArray(),
                wrapped = fresh.Select(key => master.Wrap(key.Value, key.Key)).ToArray(),
            });
        }

        foreach (var (id, key) in fresh)
            cache.Add(id, key);
        return connection.ExecuteScalar<long>("select commits from progress");
    }

    /// <summary>Notes how far the data have come, unless a later commit was noted already. Destroyed keys go for good.</summary>
    public void Note(Noting noting)
    {
        using var connection = source.OpenConnection();
        foreach (var id in noting.Destroyed)
            cache.Remove(id);
        if (noting.Destroyed.Count > 0)
            connection.Execute("delete from record_key where id = any(@ids)", new { ids = noting.Destroyed.ToArray() });
        connection.Execute("update progress set commits = @Commits, anchor = @Anchor where commits < @Commits", new { noting.Commits, noting.Anchor });
    }

    public Progress Progress()
    {
        using var connection = source.OpenConnection();
        return connection.QuerySingle<Progress>("select commits, anchor, next_key as NextKey from progress");
    }

    public void ForgetConnections() => source.Clear();

    public ValueTask DisposeAsync() => source.DisposeAsync();
}

/// <summary>What is noted after a commit.</summary>
internal sealed record Noting(long Commits, string Anchor, IReadOnlyCollection<long> Destroyed);
