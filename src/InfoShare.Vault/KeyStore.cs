using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>
/// The record keys of one database, wrapped by the master key, in a file apart from the data. A key is durable before its
/// record; destroying it erases the record. It also remembers how far the data has come, which betrays a restored backup.
/// </summary>
internal sealed class KeyStore : IRecordKeys, IDisposable
{
    private const string Schema = """
        create table if not exists record_key (id integer primary key, wrapped blob not null);
        create table if not exists progress (only integer primary key check (only = 1), commits integer not null, anchor text not null, next_key integer not null);
        insert into progress (only, commits, anchor, next_key) values (1, 0, '', 1) on conflict do nothing;
        """;

    private readonly MasterKey master;
    private readonly SqliteConnection connection;
    private readonly PreparedCommands commands;
    private readonly Lock gate = new();
    private readonly Dictionary<long, byte[]> fresh = [];
    private long nextId;

    public KeyStore(string path, MasterKey master)
    {
        this.master = master;
        connection = SqliteFile.Open(path);
        commands = new(connection);
        connection.Execute(Schema);
        nextId = connection.ExecuteScalar<long>("select max(next_key, (select coalesce(max(id), 0) + 1 from record_key)) from progress");
    }

    /// <summary>A new key, in memory until <see cref="Persist"/>.</summary>
    public (long Id, byte[] Key) Create()
    {
        lock (gate)
        {
            var id = nextId++;
            return (id, fresh[id] = RandomNumberGenerator.GetBytes(32));
        }
    }

    /// <summary>The key, or null when it was destroyed.</summary>
    public byte[]? Find(long id)
    {
        lock (gate)
        {
            if (fresh.TryGetValue(id, out var key))
                return key;
            return commands.First<byte[]>("select wrapped from record_key where id = @id", new { id }) is { } wrapped
                ? master.Unwrap(wrapped, id)
                : null;
        }
    }

    /// <summary>They are near.</summary>
    public void Expect(IReadOnlyCollection<long> ids)
    {
    }

    /// <summary>Puts the new keys on disk. Call before the records are committed.</summary>
    public void Persist()
    {
        lock (gate)
        {
            if (fresh.Count == 0)
                return;
            commands.Execute("begin immediate", null);
            try
            {
                foreach (var (id, key) in fresh)
                    commands.Execute("insert into record_key (id, wrapped) values (@id, @wrapped)", new { id, wrapped = master.Wrap(key, id) });
                commands.Execute("update progress set next_key = @nextId; commit", new { nextId });
            }
            catch
            {
                connection.Execute("rollback");
                throw;
            }

            fresh.Clear();
        }
    }

    /// <summary>Forgets keys made for records that were not committed.</summary>
    public void Discard()
    {
        lock (gate)
            fresh.Clear();
    }

    /// <summary>Notes how far the data has come. Call after the records are committed and before anybody is told.</summary>
    public void Note(long commits, string anchor, IReadOnlyCollection<long> destroyed)
    {
        lock (gate)
        {
            commands.Execute("begin immediate", null);
            commands.Execute("update progress set commits = @commits, anchor = @anchor", new { commits, anchor });
            foreach (var id in destroyed)
                commands.Execute("delete from record_key where id = @id", new { id });
            commands.Execute("commit", null);
        }
    }

    /// <summary>How far the data had come when last noted.</summary>
    public (long Commits, string Anchor) Progress()
    {
        lock (gate)
            return connection.QuerySingle<(long, string)>("select commits, anchor from progress");
    }

    public void Dispose() => connection.Dispose();
}
