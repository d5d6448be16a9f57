using System.Collections.Concurrent;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InfoShare.Vault;

/// <summary>
/// A SQLite file whose bodies are sealed with a key per record. One writer commits in groups, each write in a savepoint of
/// its own; readers go beside it. Whoever waits for a write is told after it is on disk.
/// </summary>
public sealed class SealedDatabase : IAsyncDisposable
{
    private const int MostInGroup = 200;

    private const string Meta = """
        create table if not exists database_meta (only integer primary key check (only = 1), commits integer not null, incarnation text not null);
        """;

    private readonly Channel<IWrite> writes = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly KeyStore keys;
    private readonly SqliteConnection writer;
    private readonly string path;
    private readonly Task writing;
    private long commits;
    private string anchor;

    private SealedDatabase(string path, KeyStore keys, SqliteConnection writer)
    {
        (this.path, this.keys, this.writer) = (path, keys, writer);
        (commits, Incarnation, Restored, anchor) = Begin();
        writing = Task.Run(WriteGroupsAsync);
    }

    /// <summary>Changes when the file was restored from a backup: what happened after the backup is not in it.</summary>
    public string Incarnation { get; }

    /// <summary>The file was found to be restored from a backup at this start.</summary>
    public bool Restored { get; }

    /// <summary>What the last commit was noted to have reached, kept apart from the data: an audit's head.</summary>
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
        return read(new ReadScope(connection, keys), anchor);
    }

    /// <summary>Runs the work in the writer's transaction and returns when it is on disk. If it throws, only its own writes are undone.</summary>
    public async Task<T> WriteAsync<T>(Func<WriteScope, T> work)
    {
        var write = new Write<T>(work);
        await writes.Writer.WriteAsync(write);
        return await write.Done;
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without an answer.</summary>
    public Task WriteAsync(Action<WriteScope> work) => WriteAsync(scope =>
    {
        work(scope);
        return true;
    });

    /// <summary>Reads what is committed, beside the writer.</summary>
    public T Read<T>(Func<ReadScope, T> work)
    {
        if (!readers.TryTake(out var connection))
            connection = SqliteFile.Open(path);
        try
        {
            return work(new ReadScope(connection, keys));
        }
        finally
        {
            readers.Add(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        writes.Writer.TryComplete();
        await writing;
        foreach (var reader in readers)
            reader.Dispose();
        writer.Dispose();
        keys.Dispose();
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
            return (noted.Commits, incarnation, noted.Commits > 0, noted.Anchor);
        }

        // The note follows its commit, so a crash leaves the data at most one commit ahead.
        if (found.Value.Commits > noted.Commits + 1)
            throw new KeysMissingException($"the key store of {path} is older than the data; restore the newer one");
        if (found.Value.Commits >= noted.Commits)
            return (found.Value.Commits, found.Value.Incarnation, false, noted.Anchor);

        var renewed = Guid.NewGuid().ToString("n");
        writer.Execute("update database_meta set commits = @Commits, incarnation = @renewed", new { noted.Commits, renewed });
        return (noted.Commits, renewed, true, noted.Anchor);
    }

    private async Task WriteGroupsAsync()
    {
        var group = new List<IWrite>();
        while (await writes.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostInGroup && writes.Reader.TryRead(out var write))
                group.Add(write);
            Commit(group);
        }
    }

    private void Commit(List<IWrite> group)
    {
        var scope = new WriteScope(writer, keys, anchor);
        try
        {
            writer.Execute("begin immediate");
            foreach (var write in group)
                RunInSavepoint(write, scope);
            keys.Persist();
            writer.Execute("update database_meta set commits = @next", new { next = commits + 1 });
            writer.Execute("commit");
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
        writer.Execute("savepoint one");
        if (write.Run(scope))
        {
            writer.Execute("release one");
            return;
        }

        writer.Execute("rollback to one; release one");
        scope.Anchor = anchorBefore;
        scope.Destroyed.RemoveRange(destroyedBefore, scope.Destroyed.Count - destroyedBefore);
    }

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
