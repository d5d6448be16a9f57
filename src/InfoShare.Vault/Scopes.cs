namespace InfoShare.Vault;

/// <summary>A body at rest: its key's number and the sealed bytes.</summary>
public sealed record SealedBody(long KeyId, byte[] Bytes);

/// <summary>Reads rows and opens bodies.</summary>
public class ReadScope
{
    private readonly IStatements statements;
    private readonly IRecordKeys keys;

    internal ReadScope(IStatements statements, IRecordKeys keys) => (this.statements, this.keys) = (statements, keys);

    /// <summary>All rows. Row types have <c>long</c>, <c>string</c>, <c>byte[]</c> columns only: SQLite has no others.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => statements.Query<T>(sql, parameters);

    /// <summary>As <see cref="Query{T}"/>, for one of several questions that do not depend on each other's answers: ask all, then read.</summary>
    public Asked<T> Ask<T>(string sql, object? parameters = null) => statements.Ask<T>(sql, parameters);

    /// <summary>As <see cref="Query{T}"/>, for more rows than should be in memory. Read to the end before anything else.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? parameters = null) => statements.Stream<T>(sql, parameters);

    /// <summary>The first row, or the default.</summary>
    public T? First<T>(string sql, object? parameters = null) => statements.First<T>(sql, parameters);

    /// <summary>The body; null when it was erased: its key is destroyed or its bytes are gone.</summary>
    public byte[]? Unseal(long keyId, byte[] bytes) =>
        bytes.Length > 0 && keys.Find(keyId) is { } key ? Sealing.Unseal(key, bytes, keyId) : null;

    /// <summary>Bodies with these keys will be opened: their keys are fetched together.</summary>
    public void Expect(IEnumerable<long> keyIds) => keys.Expect([.. keyIds.Distinct()]);

    /// <summary>True where statements go to a server, to which one question about many values is cheaper than many; others share no locks.</summary>
    public bool OnServer => statements.LockRows.Length > 0;

    private protected int Run(string sql, object? parameters) => statements.Execute(sql, parameters);

    private protected void RunLater(string sql, object? parameters) => statements.Later(sql, parameters);

    private protected string RowLocks => statements.LockRows;

    private protected SealedBody SealWithNewKey(ReadOnlySpan<byte> plain)
    {
        var (id, key) = keys.Create();
        return new(id, Sealing.Seal(key, plain, id));
    }
}

/// <summary>Writes within the group's transaction.</summary>
public sealed class WriteScope : ReadScope
{
    internal WriteScope(IStatements statements, IRecordKeys keys, string anchor) : base(statements, keys) => Anchor = anchor;

    /// <summary>Noted apart from the data after the commit: an audit's heads.</summary>
    public string Anchor { get; set; }

    /// <summary>At the end of a select whose rows this write will change: keeps them from others until it is on disk.</summary>
    public string LockRows => RowLocks;

    internal List<long> Destroyed { get; } = [];

    /// <summary>Runs a statement; returns the rows it changed.</summary>
    public int Execute(string sql, object? parameters = null) => Run(sql, parameters);

    /// <summary>
    /// Runs a statement whose outcome nobody asks for: at the latest before the next one that names the table it writes to. On a
    /// server many of them go together. The parameters must not change meanwhile.
    /// </summary>
    public void Later(string sql, object parameters) => RunLater(sql, parameters);

    /// <summary>Seals a body with a key of its own, which is on disk before this write is.</summary>
    public SealedBody Seal(ReadOnlySpan<byte> plain) => SealWithNewKey(plain);

    /// <summary>Destroys a record's key once this write is on disk: the body can never be read again.</summary>
    public void Destroy(long keyId) => Destroyed.Add(keyId);
}
