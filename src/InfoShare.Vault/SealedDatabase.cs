using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>
/// A SQLite file whose bodies are sealed with a key per record. One writer commits in groups, each write in a savepoint of
/// its own; readers go beside it. Whoever waits for a write is told after it is on disk.
/// </summary>
public sealed class SealedDatabase : ISealedDatabase
{
    private const string Meta = """
        create table if not exists database_meta (only integer primary key check (only = 1), commits integer not null, incarnation text not null);
        """;

    private readonly WriteQueue writes = new();
    private readonly ConcurrentBag<(SqliteConnection Connection, SqliteStatements Statements)> readers = [];
    private readonly KeyStore keys;
    private readonly SqliteConnection writer;
    private readonly SqliteStatements statements;
    private readonly string path;
    private readonly Task writing;
    private long commits;
    private string anchor;

    private SealedDatabase(string path, KeyStore keys, SqliteConnection writer)
    {
        (this.path, this.keys, this.writer, statements) = (path, keys, writer, new(writer));
        (commits, Incarnation, Restored, anchor) = Begin();
        writing = Task.Run(() => writes.RunAsync(Commit));
    }

    /// <inheritdoc/>
    public string Incarnation { get; }

    /// <inheritdoc/>
    public bool Restored { get; }

    /// <inheritdoc/>
    public string Anchor => keys.Progress().Anchor;

    /// <summary>Opens or makes the file and its key store.</summary>
    /// <param name="path">The data file.</param>
    /// <param name="keysFolder">Where the key stores are; apart from the data and with backups of their own.</param>
    /// <param name="master">Wraps the record keys.</param>
    /// <param name="schema">SQL that can be run again and again: <c>create table if not exists …</c>.</param>
    /// <exception cref="KeysMissingException">Data without its keys, or with keys older than the data.</exception>
    public static SealedDatabase Open(string path, string keysFolder, MasterKey master, string schema)
    {
        var keysPath = KeysPath(path, keysFolder);
        var dataExists = File.Exists(path);
        if (dataExists && !File.Exists(keysPath))
            throw new KeysMissingException($"{path} has no key store {keysPath}; restore it from its own backup");

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Directory.CreateDirectory(keysFolder);
        var keys = new KeyStore(keysPath, master);
        var connection = SqliteFile.Open(path);
        connection.Execute(Meta);
        connection.Execute(schema);
        return new SealedDatabase(path, keys, connection);
    }

    /// <summary>Reads a file that another process may have open, with the anchor as it was before. Changes nothing.</summary>
    public static T Inspect<T>(string path, string keysFolder, MasterKey master, Func<ReadScope, string, T> read)
    {
        var keysPath = KeysPath(path, keysFolder);
        if (!File.Exists(keysPath))
            throw new KeysMissingException($"{path} has no key store {keysPath}; restore it from its own backup");
        using var keys = new KeyStore(keysPath, master);
        var anchor = keys.Progress().Anchor;
        using var connection = SqliteFile.Open(path);
        connection.Execute("begin deferred"); // One moment for everything that is read, however the writer goes on.
        return read(new ReadScope(new SqliteStatements(connection), keys), anchor);
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<WriteScope, T> work) => writes.AddAsync(work);

    /// <inheritdoc/>
    public Task WriteAsync(Action<WriteScope> work) => writes.AddAsync(work);

    /// <inheritdoc/>
    public T Read<T>(Func<ReadScope, T> work)
    {
        if (!readers.TryTake(out var reader))
            reader = OpenReader();
        try
        {
            return work(new ReadScope(reader.Statements, keys));
        }
        finally
        {
            readers.Add(reader);
        }
    }

    /// <inheritdoc/>
    public T Survey<T>(Func<ReadScope, T> work) => Read(work);

    public async ValueTask DisposeAsync()
    {
        writes.Close();
        await writing;
        foreach (var (reader, _) in readers)
            reader.Dispose();
        writer.Dispose();
        keys.Dispose();
    }

    private (SqliteConnection Connection, SqliteStatements Statements) OpenReader()
    {
        var connection = SqliteFile.Open(path);
        return (connection, new(connection));
    }

    private static string KeysPath(string path, string keysFolder) => Path.Combine(keysFolder, Path.GetFileNameWithoutExtension(path) + ".keys.db");

    private (long Commits, string Incarnation, bool Restored, string Anchor) Begin()
    {
        var noted = keys.Progress();
        var found = writer.QuerySingleOrDefault<(long Commits, string Incarnation)?>("select commits, incarnation from database_meta");
        if (found is null)
        {
            // A file that was lost while its keys remember it counts as restored, too: everybody must offer everything again.
            var incarnation = Guid.NewGuid().ToString("n");
            writer.Execute("insert into database_meta (only, commits, incarnation) values (1, @Commits, @incarnation)", new { noted.Commits, incarnation });
            return (noted.Commits, incarnation, noted.Commits > 0, "");
        }

        // The note follows its commit, so a crash leaves the data at most one commit ahead.
        if (found.Value.Commits > noted.Commits + 1)
            throw new KeysMissingException($"the key store of {path} is older than the data; restore the newer one");
        if (found.Value.Commits >= noted.Commits)
            return (found.Value.Commits, found.Value.Incarnation, false, found.Value.Commits == noted.Commits ? noted.Anchor : "");

        var renewed = Guid.NewGuid().ToString("n");
        writer.Execute("update database_meta set commits = @Commits, incarnation = @renewed", new { noted.Commits, renewed });
        return (noted.Commits, renewed, true, "");
    }

    private void Commit(IReadOnlyList<IWrite> group)
    {
        var scope = new WriteScope(statements, keys, anchor);
        try
        {
            statements.Execute("begin immediate", null);
            foreach (var write in group)
                RunInSavepoint(write, scope);
            keys.Persist();
            statements.Execute("update database_meta set commits = @next", new { next = commits + 1 });
            statements.Execute("commit", null);
            commits++;
            anchor = scope.Anchor;
            keys.Note(commits, anchor, scope.Destroyed);
        }
        catch (Exception e)
        {
            TryRollback();
            keys.Discard();
            foreach (var write in group)
                write.Fail(new StoreUnavailableException(e));
            return;
        }

        foreach (var write in group)
            write.Complete();
    }

    private void RunInSavepoint(IWrite write, WriteScope scope)
    {
        var (anchorBefore, destroyedBefore) = (scope.Anchor, scope.Destroyed.Count);
        statements.Execute("savepoint one", null);
        if (write.Run(scope, IsOfTheDisk))
        {
            statements.Execute("release one", null);
            return;
        }

        statements.Execute("rollback to one; release one", null);
        scope.Anchor = anchorBefore;
        scope.Destroyed.RemoveRange(destroyedBefore, scope.Destroyed.Count - destroyedBefore);
    }

    /// <summary>The disk, not the work: the whole group is lost and must be tried again.</summary>
    private static bool IsOfTheDisk(Exception e) =>
        e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR };

    private void TryRollback()
    {
        try
        {
            writer.Execute("rollback");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself (disk full); there is no transaction left to end.
        }
    }
}
