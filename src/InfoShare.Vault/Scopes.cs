using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>A body at rest: its key's number and the sealed bytes.</summary>
public sealed record SealedBody(long KeyId, byte[] Bytes);

/// <summary>Reads rows and opens bodies.</summary>
public class ReadScope
{
    private readonly SqliteConnection connection;
    private readonly KeyStore keys;

    internal ReadScope(SqliteConnection connection, KeyStore keys) => (this.connection, this.keys) = (connection, keys);

    /// <summary>All rows. Row types have <c>long</c>, <c>string</c>, <c>byte[]</c> columns only: SQLite has no others.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    /// <summary>The first row, or the default.</summary>
    public T? First<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<T>(sql, parameters);

    /// <summary>The body; null when its key was destroyed, which is how a record is erased.</summary>
    public byte[]? Unseal(long keyId, byte[] bytes) => keys.Find(keyId) is { } key ? Sealing.Unseal(key, bytes, keyId) : null;

    private protected int Run(string sql, object? parameters) => connection.Execute(sql, parameters);

    private protected SealedBody SealWithNewKey(ReadOnlySpan<byte> plain)
    {
        var (id, key) = keys.Create();
        return new(id, Sealing.Seal(key, plain, id));
    }
}

/// <summary>Writes within one savepoint of the group's transaction.</summary>
public sealed class WriteScope : ReadScope
{
    internal WriteScope(SqliteConnection connection, KeyStore keys, string anchor) : base(connection, keys) => Anchor = anchor;

    /// <summary>Noted apart from the data after the commit: an audit's head.</summary>
    public string Anchor { get; set; }

    internal List<long> Destroyed { get; } = [];

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public int Execute(string sql, object? parameters = null) => Run(sql, parameters);

    /// <summary>Seals a body with a key of its own, which is on disk before this write is.</summary>
    public SealedBody Seal(ReadOnlySpan<byte> plain) => SealWithNewKey(plain);

    /// <summary>Destroys a record's key once this write is on disk: the body can never be read again.</summary>
    public void Destroy(long keyId) => Destroyed.Add(keyId);
}
